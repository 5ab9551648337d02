#include "domain/calendar/edit.hpp"

#include <utility>

#include "domain/calendar/occurrences.hpp"
#include "domain/calendar/recurrence.hpp"
#include "domain/calendar/typed_text.hpp"

namespace nightlight::domain::calendar {
namespace {

bool has_meeting(const series& s, local_day day) { return s.exceptions.contains(day) || names_day(s, day); }

// Of what one meeting cannot have for itself.
problems for_all_days(const plan& was, const plan& typed) {
  problems wrong;
  const auto same = [&](const char* field, bool equal) {
    if (!equal) wrong.push_back({field, problem_code::for_all_days_only});
  };
  same("topic", was.topic == typed.topic);
  same("description", was.description == typed.description);
  same("language", was.language == typed.language);
  same("zone", was.zone == typed.zone);
  same("rrule", was.rule == typed.rule);
  same("places", was.places == typed.places);
  return wrong;
}

exception difference(const series& was, local_day day, local_time start, const plan& typed) {
  exception e;
  const auto former = was.exceptions.find(day);
  if (former != was.exceptions.end() && former->second.kind == exception_kind::extra) e.kind = exception_kind::extra;
  if (start != day + time_of_day(was.start)) e.start = start;
  if (typed.minutes != was.minutes) e.minutes = typed.minutes;
  if (typed.title != was.title) e.title = typed.title;
  if (typed.facilitator != was.facilitator.value) e.facilitator = person_id{typed.facilitator};
  if (typed.second != was.second.value) e.second = person_id{typed.second};
  return e;
}

// The series with nothing from `day` on, of whose meetings `before` come earlier: one at least.
series cut_before(const series& was, local_day day, std::uint32_t before, const recurrence& rule) {
  series ended = was;
  ended.rule = (rule.count() ? rule.ended_after(before) : rule.ended_at(day - seconds{1})).text();
  ended.exceptions.erase(ended.exceptions.lower_bound(day), ended.exceptions.end());
  return ended;
}

// What the new series takes over: exceptions of days that are still its days.
void hand_on_exceptions(const series& from, series& to, local_day first) {
  for (auto e = from.exceptions.lower_bound(first); e != from.exceptions.end(); ++e) {
    if (e->second.kind == exception_kind::extra || names_day(to, e->first)) to.exceptions.insert(*e);
  }
}

}  // namespace

plan plan_of(const series& s) {
  return {s.topic.value, s.title, s.description, s.language,          s.zone,         to_text(s.start),
          s.minutes,     s.rule,  s.places,      s.facilitator.value, s.second.value, s.keeps_holidays};
}

std::variant<series, problems> with_exception(const series& was, local_day day, exception e) {
  if (e.kind == exception_kind::extra && !was.exceptions.contains(day) && names_day(was, day)) {
    return problems{{"date", problem_code::day_taken}};
  }
  if (e.kind != exception_kind::extra && !has_meeting(was, day)) return problems{{"date", problem_code::day_unknown}};
  series changed = was;
  changed.exceptions[day] = std::move(e);
  if (changed.exceptions.size() > exceptions_max) return problems{{"date", problem_code::too_many_exceptions}};
  return changed;
}

std::variant<series, problems> edit_one(const series& was, local_day day, const plan& typed, const zone_rules& zones) {
  if (!has_meeting(was, day)) return problems{{"date", problem_code::day_unknown}};
  problems wrong = for_all_days(plan_of(was), typed);
  const auto start = check_start(typed.start, was.zone, zones);
  if (const auto* code = std::get_if<problem_code>(&start)) wrong.push_back({"start", *code});
  if (const auto code = check_text(typed.title, title_limits)) wrong.push_back({"title", *code});
  if (typed.minutes < minutes_min || typed.minutes > minutes_max) {
    wrong.push_back({"minutes", problem_code::number_out_of_range});
  }
  if (!wrong.empty()) return wrong;
  return with_exception(was, day, difference(was, day, std::get<local_time>(start), typed));
}

std::variant<series, problems> edit_all(const series& was, const plan& typed, const zone_rules& zones) {
  auto checked = check_plan(typed, zones);
  if (auto* wrong = std::get_if<problems>(&checked)) return std::move(*wrong);
  series& changed = std::get<series>(checked);
  changed.id = was.id;
  changed.version = was.version;
  changed.changed_at = was.changed_at;
  changed.kept_through = was.kept_through;
  hand_on_exceptions(was, changed, local_day::min());
  return std::move(changed);
}

std::variant<divided, problems> edit_following(const series& was, local_day day, const plan& typed,
                                               const zone_rules& zones) {
  if (!names_day(was, day)) return problems{{"date", problem_code::day_unknown}};
  const std::uint32_t before = days_before(was, day);
  if (before == 0) return problems{{"date", problem_code::for_all_days_only}};
  const auto rule = recurrence::parse(was.rule);
  plan rest = typed;
  if (rule->count() && typed.rule == was.rule) rest.rule = rule->ended_after(*rule->count() - before).text();
  auto checked = check_plan(rest, zones);
  if (auto* wrong = std::get_if<problems>(&checked)) return std::move(*wrong);
  divided out{cut_before(was, day, before, *rule), std::move(std::get<series>(checked))};
  hand_on_exceptions(was, out.after, day);
  return out;
}

std::variant<series, problems> end_before(const series& was, local_day day) {
  if (!names_day(was, day)) return problems{{"date", problem_code::day_unknown}};
  if (const std::uint32_t before = days_before(was, day); before > 0) {
    return cut_before(was, day, before, *recurrence::parse(was.rule));
  }
  series ended = was;
  ended.rule.clear();
  ended.exceptions.erase(ended.exceptions.lower_bound(day), ended.exceptions.end());
  ended.exceptions[day] = {exception_kind::skip};
  return ended;
}

}  // namespace nightlight::domain::calendar
