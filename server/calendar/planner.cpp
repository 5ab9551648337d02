#include "calendar/planner.hpp"

#include <algorithm>
#include <utility>

#include "calendar/lost_places.hpp"
#include "domain/room/role.hpp"
#include "sealing/random.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::check_plan;
using domain::calendar::exception;
using domain::calendar::exception_kind;
using domain::calendar::local_day;
using domain::calendar::local_time;
using domain::calendar::occurrence_on;
using domain::calendar::plan;
using domain::calendar::problem_code;
using domain::calendar::problems;
using domain::calendar::series;

using edited = std::variant<series, problems>;

constexpr std::size_t id_letters = 12;
constexpr std::size_t kept_at_once = 1000;

refusal unavailable() { return refusal_code::store_unavailable; }

// Whoever is named has to be on the team still.
result<void> check_person(const desk& d, const char* field, const person_id& person, problems& wrong) {
  if (!person) return {};
  auto found = d.all.find_staff_by_id(person);
  if (!found) return found.error();
  if (!*found || (*found)->disabled) wrong.push_back({field, problem_code::person_unknown});
  return {};
}

result<problems> check_people(const desk& d, const person_id& facilitator, const person_id& second) {
  problems wrong;
  if (auto checked = check_person(d, "facilitator", facilitator, wrong); !checked) return checked.error();
  if (auto checked = check_person(d, "second", second, wrong); !checked) return checked.error();
  if (second && second == facilitator) wrong.push_back({"second", problem_code::same_person});
  return wrong;
}

// What the plan names has to be there. `before` is the topic it had: that may have been put away since.
result<problems> check_named(const desk& d, const series& s, const topic_id& before = {}) {
  auto wrong = check_people(d, s.facilitator, s.second);
  if (!wrong) return wrong;
  if (!s.facilitator) wrong->push_back({"facilitator", problem_code::missing});
  auto topic = d.kept().find_topic(s.topic);
  if (!topic) return topic.error();
  if (!*topic) {
    wrong->push_back({"topic", problem_code::topic_unknown});
  } else if ((*topic)->retired && s.topic != before) {
    wrong->push_back({"topic", problem_code::topic_put_away});
  }
  return wrong;
}

answer<series> find(const desk& d, const series_id& id) {
  auto found = d.kept().find_series(id);
  if (!found) return unavailable();
  if (!*found) return refusal(refusal_code::series_unknown);
  return std::move(**found);
}

// The changed series, if nobody was faster and nothing is wrong with it.
answer<series> agreed(const series& was, std::uint64_t seen, edited changed) {
  auto* const mine = std::get_if<series>(&changed);
  if (seen == 0) return refusal(problems{{"etag", problem_code::missing}});
  if (was.version != seen) {
    refusal stale{refusal_code::series_changed};
    if (mine != nullptr) stale.yours = *mine;
    stale.theirs = was;
    return stale;
  }
  if (mine == nullptr) return refusal(std::get<problems>(std::move(changed)));
  return std::move(*mine);
}

answer<planned> save(const desk& d, series changed, const meetings_before& before) {
  ++changed.version;
  changed.changed_at = d.now;
  if (!keep_what_began(d, changed) || !d.kept().put_series(changed)) return unavailable();
  auto lost = settle_places(d, before, changed);
  auto about = warnings_about(d, changed);
  if (!lost || !about) return unavailable();
  lost->insert(lost->end(), about->begin(), about->end());
  return planned{std::move(changed), {}, std::move(*lost)};
}

// Loads the series and the day, lets `change` make the exception of it, and keeps what comes of it.
template <class Change>
answer<planned> change_day(const desk& d, const day_of_series& which, Change change) {
  answer<series> was = find(d, which.of);
  if (!was) return was.error();
  const auto day = domain::calendar::local_day_of(which.day);
  if (!day) return refusal(problems{{"date", problem_code::time_unreadable}});
  const auto meeting = occurrence_on(*was, *day, d.zones, d.off);
  if (meeting && meeting->starts_at <= d.now) return refusal(problems{{"date", problem_code::day_is_past}});
  if (!keep_what_began(d, *was)) return unavailable();
  const meetings_before before = meetings_to_come(d, *was);
  answer<series> changed = agreed(*was, which.seen, change(*was, *day));
  if (!changed) return changed.error();
  // Nothing to tell other calendars of.
  if (*changed == *was) return planned{std::move(*was)};
  return save(d, std::move(*changed), before);
}

exception exception_of(const series& s, local_day day) {
  const auto there = s.exceptions.find(day);
  if (there == s.exceptions.end()) return {};
  exception e = there->second;
  if (e.kind == exception_kind::skip) e.kind = exception_kind::change;
  return e;
}

// A time for one meeting: readable, there, to come.
std::variant<local_time, problems> check_new_start(const desk& d, const series& s, const std::string& typed) {
  const auto start = domain::calendar::check_start(typed, s.zone, d.zones);
  if (const auto* code = std::get_if<problem_code>(&start)) return problems{{"start", *code}};
  const local_time t = std::get<local_time>(start);
  if (d.zones.resolve(s.zone, t).at <= d.now) return problems{{"start", problem_code::day_is_past}};
  return t;
}

bool is_length(std::uint32_t minutes) {
  return minutes == 0 || (minutes >= domain::calendar::minutes_min && minutes <= domain::calendar::minutes_max);
}

answer<planned> update_one(const desk& d, const series& was, const series_edit& edit) {
  auto people = check_people(d, person_id{edit.typed.facilitator}, person_id{edit.typed.second});
  if (!people) return unavailable();
  if (!people->empty()) return refusal(std::move(*people));
  return change_day(d, {was.id, edit.seen, edit.day}, [&](const series& s, local_day day) -> edited {
    const auto start = check_new_start(d, s, edit.typed.start);
    if (const auto* wrong = std::get_if<problems>(&start)) return *wrong;
    return domain::calendar::edit_one(s, day, edit.typed, d.zones);
  });
}

answer<planned> update_following(const desk& d, series was, const series_edit& edit) {
  const auto day = domain::calendar::local_day_of(edit.day);
  if (!day) return refusal(problems{{"date", problem_code::time_unreadable}});
  const auto meeting = occurrence_on(was, *day, d.zones, d.off);
  if (meeting && meeting->starts_at <= d.now) return refusal(problems{{"date", problem_code::day_is_past}});
  meetings_before before = meetings_to_come(d, was);
  std::erase_if(before, [&](const auto& other) { return other.day < *day; });
  auto divided = domain::calendar::edit_following(was, *day, edit.typed, d.zones);
  auto* const two = std::get_if<domain::calendar::divided>(&divided);
  answer<series> after =
      agreed(was, edit.seen, two != nullptr ? edited(two->after) : edited(std::get<problems>(std::move(divided))));
  if (!after) return after.error();
  auto wrong = check_named(d, *after, was.topic);
  if (!wrong) return unavailable();
  if (!wrong->empty()) return refusal(std::move(*wrong));
  after->id = series_id{sealing::random_base32(id_letters)};
  after->kept_through = d.now;
  series ended = two->before;
  ++ended.version;
  ended.changed_at = d.now;
  const bool kept =
      keep_what_began(d, ended) && d.kept().put_series(ended) && d.kept().move_places(was.id, after->id, *day);
  if (!kept) return unavailable();
  answer<planned> saved = save(d, std::move(*after), before);
  if (saved) saved->ended = std::move(ended);
  return saved;
}

answer<planned> update_all(const desk& d, series was, const series_edit& edit) {
  if (!keep_what_began(d, was)) return unavailable();
  const meetings_before before = meetings_to_come(d, was);
  answer<series> changed = agreed(was, edit.seen, domain::calendar::edit_all(was, edit.typed, d.zones));
  if (!changed) return changed.error();
  auto wrong = check_named(d, *changed, was.topic);
  if (!wrong) return unavailable();
  if (!wrong->empty()) return refusal(std::move(*wrong));
  return save(d, std::move(*changed), before);
}

// What was saved, with the door that was typed, or with that of the series it comes from.
answer<planned> with_door(const desk& d, answer<planned> made, const series_id& was,
                          const std::optional<domain::calendar::typed_door>& typed, bool for_one_day) {
  if (!made) return made;
  const answer<void> set = set_door(d, {was, made->series.id, for_one_day}, typed);
  if (!set) return set.error();
  return made;
}

}  // namespace

answer<planned> create_series(const desk& d, const plan& typed,
                              const std::optional<domain::calendar::typed_door>& door) {
  edited checked = check_plan(typed, d.zones);
  auto* const made = std::get_if<series>(&checked);
  if (made == nullptr) return refusal(std::get<problems>(std::move(checked)));
  auto wrong = check_named(d, *made);
  if (!wrong) return unavailable();
  if (!wrong->empty()) return refusal(std::move(*wrong));
  made->id = series_id{sealing::random_base32(id_letters)};
  made->kept_through = d.now;
  return with_door(d, save(d, std::move(*made), {}), {}, door, false);
}

answer<planned> update_series(const desk& d, const series_edit& edit) {
  answer<series> was = find(d, edit.of);
  if (!was) return was.error();
  const auto with_its_door = [&](answer<planned> made) {
    return with_door(d, std::move(made), edit.of, edit.door, edit.how_far == scope::one);
  };
  switch (edit.how_far) {
    case scope::one: return with_its_door(update_one(d, *was, edit));
    case scope::following: return with_its_door(update_following(d, std::move(*was), edit));
    case scope::all: return with_its_door(update_all(d, std::move(*was), edit));
  }
  return unavailable();
}

answer<planned> end_series(const desk& d, const day_of_series& which) {
  return change_day(d, which, domain::calendar::end_before);
}

answer<planned> skip_day(const desk& d, const day_of_series& which) {
  return change_day(d, which, [](const series& s, local_day day) {
    return domain::calendar::with_exception(s, day, {exception_kind::skip});
  });
}

answer<planned> move_day(const desk& d, const day_of_series& which, const std::string& start, std::uint32_t minutes) {
  if (!is_length(minutes)) return refusal(problems{{"minutes", problem_code::number_out_of_range}});
  return change_day(d, which, [&](const series& s, local_day day) -> edited {
    const auto checked = check_new_start(d, s, start);
    if (const auto* wrong = std::get_if<problems>(&checked)) return *wrong;
    exception e = exception_of(s, day);
    e.start = std::get<local_time>(checked);
    if (minutes != 0) e.minutes = minutes;
    return domain::calendar::with_exception(s, day, std::move(e));
  });
}

answer<planned> substitute_day(const desk& d, const day_of_series& which, const person_id& facilitator,
                               const person_id& second) {
  if (!facilitator && !second) return refusal(problems{{"facilitator", problem_code::missing}});
  auto wrong = check_people(d, facilitator, second);
  if (!wrong) return unavailable();
  if (!wrong->empty()) return refusal(std::move(*wrong));
  return change_day(d, which, [&](const series& s, local_day day) {
    exception e = exception_of(s, day);
    if (facilitator) e.facilitator = facilitator;
    if (second) e.second = second;
    return domain::calendar::with_exception(s, day, std::move(e));
  });
}

answer<planned> add_day(const desk& d, const day_of_series& which, const std::string& start, std::uint32_t minutes) {
  if (!is_length(minutes)) return refusal(problems{{"minutes", problem_code::number_out_of_range}});
  return change_day(d, {which.of, which.seen, start.substr(0, 10)}, [&](const series& s, local_day day) -> edited {
    const auto checked = check_new_start(d, s, start);
    if (const auto* wrong = std::get_if<problems>(&checked)) return *wrong;
    if (s.exceptions.contains(day)) return problems{{"start", problem_code::day_taken}};
    exception e{exception_kind::extra, std::get<local_time>(checked)};
    e.minutes = minutes;
    return domain::calendar::with_exception(s, day, std::move(e));
  });
}

answer<planned> restore_day(const desk& d, const day_of_series& which) {
  return change_day(d, which, [](const series& s, local_day day) -> edited {
    series changed = s;
    if (changed.exceptions.erase(day) == 0) return problems{{"date", problem_code::day_unknown}};
    return changed;
  });
}

result<void> keep_what_began(const desk& d, series& s) {
  while (s.kept_through < d.now) {
    const auto begun = domain::calendar::occurrences_in(s, {s.kept_through, d.now}, kept_at_once, d.zones, d.off);
    for (const auto& o : begun.found) {
      if (auto kept = d.kept().keep_meeting(o); !kept) return kept;
    }
    s.kept_through = begun.more ? begun.found.back().starts_at + milliseconds{1} : d.now;
  }
  return {};
}

}  // namespace nightlight::calendar
