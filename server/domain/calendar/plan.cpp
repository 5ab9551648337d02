#include "domain/calendar/plan.hpp"

#include <algorithm>
#include <optional>

#include "domain/calendar/occurrences.hpp"
#include "domain/calendar/recurrence.hpp"
#include "domain/calendar/typed_text.hpp"
#include "domain/care/level.hpp"
#include "domain/text/language.hpp"

namespace nightlight::domain::calendar {
namespace {

constexpr int first_year = 2000;
constexpr int last_year = 2199;

void check_words(problems& wrong, const std::string& title, const std::string& language,
                 const std::string& description) {
  if (const auto code = check_text(title, title_limits)) wrong.push_back({"title", *code});
  if (const auto code = check_text(description, description_limits)) wrong.push_back({"description", *code});
  if (!is_language(language)) wrong.push_back({"language", problem_code::language_unknown});
}

// A rule counts or ends within days_max, or goes on until somebody ends it.
std::optional<problem_code> check_days(const recurrence& rule, local_time start) {
  if (rule.is_within_a_day()) return problem_code::rule_within_a_day;
  if (rule.count().value_or(0) > days_max) return problem_code::rule_has_too_many_days;
  recurrence_walk days{rule, start};
  const auto first = days.next();
  if (!first) return problem_code::rule_has_no_day;
  if (*first != start) return problem_code::rule_misses_start;
  if (!rule.until()) return std::nullopt;
  for (std::uint32_t seen = 1; seen <= days_max; ++seen) {
    if (!days.next()) return std::nullopt;
  }
  return problem_code::rule_has_too_many_days;
}

std::optional<problem_code> check_rule(const plan& typed, const zone_rules& zones, series& s) {
  if (typed.rule.empty()) return std::nullopt;
  if (typed.rule.size() > rule_bytes_max) return problem_code::too_long;
  const auto rule = recurrence::parse(typed.rule, [&](instant at) { return zones.local_of(s.zone, at); });
  if (!rule) return problem_code::rule_unreadable;
  s.rule = rule->text();
  return check_days(*rule, s.start);
}

}  // namespace

std::variant<local_time, problem_code> check_start(const std::string& typed, const std::string& zone,
                                                   const zone_rules& zones) {
  if (typed.empty()) return problem_code::missing;
  const auto t = local_time_of(typed);
  if (!t) return problem_code::time_unreadable;
  const int year = static_cast<int>(std::chrono::year_month_day{day_of(*t)}.year());
  if (year < first_year || year > last_year) return problem_code::number_out_of_range;
  if (zones.resolve(zone, *t).shifted) return problem_code::time_does_not_exist;
  return *t;
}

std::variant<series, problems> check_plan(const plan& typed, const zone_rules& zones) {
  problems wrong;
  series s;
  check_words(wrong, typed.title, typed.language, typed.description);
  if (typed.minutes < minutes_min || typed.minutes > minutes_max) {
    wrong.push_back({"minutes", problem_code::number_out_of_range});
  }
  if (typed.places < 1 || typed.places > places_max) wrong.push_back({"places", problem_code::number_out_of_range});
  if (typed.zone.empty()) {
    wrong.push_back({"zone", problem_code::missing});
  } else if (!zones.knows(typed.zone)) {
    wrong.push_back({"zone", problem_code::zone_unknown});
  } else {
    s.zone = typed.zone;
    const auto start = check_start(typed.start, s.zone, zones);
    if (const auto* code = std::get_if<problem_code>(&start)) {
      wrong.push_back({"start", *code});
    } else {
      s.start = std::get<local_time>(start);
      if (const auto code = check_rule(typed, zones, s)) wrong.push_back({"rrule", *code});
    }
  }
  if (!wrong.empty()) return wrong;
  s.topic = topic_id{typed.topic};
  s.title = typed.title;
  s.description = typed.description;
  s.language = typed.language;
  s.minutes = typed.minutes;
  s.places = typed.places;
  s.facilitator = person_id{typed.facilitator};
  s.second = person_id{typed.second};
  s.keeps_holidays = typed.keeps_holidays;
  return s;
}

problems check_topic(const topic_plan& typed) {
  problems wrong;
  check_words(wrong, typed.title, typed.language, typed.description);
  const bool known = typed.profile.empty() ||
                     std::ranges::find(care::room_profile_names, typed.profile) != care::room_profile_names.end();
  if (!known) wrong.push_back({"profile", problem_code::profile_unknown});
  return wrong;
}

}  // namespace nightlight::domain::calendar
