// How long sealed words live. Each class of a meeting has keys of its own, so one can be destroyed without the
// others. The numbers are in the log: never reuse one.
#pragma once

#include <array>
#include <cstdint>

namespace nightlight::sealing {

enum class retention_class : std::uint32_t {
  talk = 1,       // names, messages, reasons: the room's own retention after the meeting closes
  set_aside = 2,  // retracted or held words, for staff: 72 h
  report = 3,     // excerpts that staff must be able to act on: 30 d
};

inline constexpr std::array all_retention_classes = {retention_class::talk, retention_class::set_aside,
                                                     retention_class::report};

}  // namespace nightlight::sealing
