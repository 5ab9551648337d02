// How long words of a meeting are kept: each class is forgotten at a time of its own. The numbers are in the log: never
// reuse one.
#pragma once

#include <cstdint>

namespace nightlight::domain {

// Set aside is never kept longer than the talk it came from: whoever forgets the talk forgets both.
enum class word_class : std::uint8_t {
  everything = 0,
  talk = 1,       // names, messages, reasons
  set_aside = 2,  // what was held or taken back
  report = 3,     // what staff must be able to act on: excerpts, outcomes, notes on a person
};

}  // namespace nightlight::domain
