// What stands behind the arrow: read from the file, compared with what happened, and said in the file's own words.
#pragma once

#include <string>

#include "scenarios/phrase.hpp"
#include "scenarios/stage.hpp"

namespace nightlight::scenario {

struct outcome {
  enum class kind { number, staff_only, nothing, again, refused };
  kind is{};
  std::uint64_t number = 0;  // for number and again; zero: again, and only staff saw it
  domain::refusal_code code{};
  milliseconds left{0};
  friend bool operator==(const outcome&, const outcome&) = default;
};

outcome read_outcome(phrase& p);
outcome outcome_of(const reply& r, const stage& on);
std::string in_words(const outcome& o);

}  // namespace nightlight::scenario
