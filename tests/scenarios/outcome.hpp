// What stands behind the arrow: read from the file, compared with what happened, and said in the file's own words.
#pragma once

#include <string>

#include "scenarios/phrase.hpp"
#include "scenarios/stage.hpp"

namespace nightlight::scenario {

struct outcome {
  enum class kind { number, staff_only, nothing, held, again, held_again, refused };
  kind is{};
  std::vector<std::uint64_t> numbers{};  // for number and again; none: again, and only staff saw it
  domain::refusal_code code{};
  milliseconds left{0};
  bool heard = false;  // refused, and the team was told of the words
  friend bool operator==(const outcome&, const outcome&) = default;
};

outcome read_outcome(phrase& p);
outcome outcome_of(const reply& r, const stage& on);
// A file may name the first number alone.
bool matches(const outcome& expected, outcome happened);
std::string in_words(const outcome& o);

}  // namespace nightlight::scenario
