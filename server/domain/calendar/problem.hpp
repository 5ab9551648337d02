// What is wrong with a field that somebody filled in: the field as the API names it, a code for programs, words for the
// person. Nothing is saved while there is one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nightlight::domain::calendar {

enum class problem_code : std::uint8_t {
  missing,
  too_long,
  letters_not_allowed,  // control or bidi characters, or bytes that are no text
  language_unknown,
  zone_unknown,
  time_unreadable,
  time_does_not_exist,  // clocks go from before it to after it that day
  rule_unreadable,
  rule_within_a_day,
  rule_has_too_many_days,
  rule_has_no_day,
  rule_misses_start,
  number_out_of_range,
  day_unknown,  // the series has no meeting by that name
  day_taken,    // it has one already
  day_is_past,
  for_all_days_only,
  person_unknown,
  topic_unknown,
  too_many_exceptions,
  address_too_long,
  address_on_one_line,  // it has a line end or another control character
  address_not_plain,    // letters that mail servers do not take
  address_is_one,       // it has two @
  address_unreadable,
  choose_one,
  same_person,  // as the one who leads
  code_unfit,   // of a door
  profile_unknown,
  topic_put_away,  // nothing new is planned in it
  choice_unknown,  // none of those there are
};

struct problem {
  std::string field;
  problem_code code{};
  friend bool operator==(const problem&, const problem&) = default;
};

using problems = std::vector<problem>;

std::string_view name_of(problem_code code);
// "es" or, for anything else, English.
std::string_view words_of(problem_code code, std::string_view language);

}  // namespace nightlight::domain::calendar
