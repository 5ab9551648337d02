#include "calendar/what_time_brings.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "calendar/offers.hpp"
#include "calendar/places.hpp"
#include "calendar/planner.hpp"
#include "calendar/reminders.hpp"
#include "calendar/staffing.hpp"
#include "calendar/steps.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::occurrence;
using domain::calendar::series;

constexpr std::chrono::hours day_before{24};
constexpr std::chrono::hours hour_before{1};
constexpr std::chrono::hours longest_meeting{8};
constexpr std::chrono::days looked_ahead{400};
constexpr std::size_t looked_at_max = 64;  // of one series

std::array<instant, 6> moments_of(const occurrence& o) {
  return {o.starts_at - day_before,   o.starts_at - hour_before, o.starts_at - lobby_before, o.starts_at, o.ends_at,
          o.ends_at + places_kept_for};
}

// Which of the reminders she has chosen is due and still of use. What was due before she kept the place, or before she
// asked, is not made up for.
std::optional<step_kind> reminder_due(const desk& d, const occurrence& o, const place_row& hers,
                                      const reminder_row& wish) {
  if (d.now >= o.starts_at) return std::nullopt;
  const instant since = std::max(hers.since, wish.since);
  const instant hour = o.starts_at - hour_before;
  const instant day = o.starts_at - day_before;
  if (wish.hour_before && d.now >= hour) {
    return hour >= since ? std::optional(step_kind::reminded_hour_before) : std::nullopt;
  }
  const bool day_due = wish.day_before && d.now >= day && day >= since;
  return day_due ? std::optional(step_kind::reminded_day_before) : std::nullopt;
}

result<void> remind(const desk& d, const series& s, const occurrence& o, const place_row& hers) {
  const auto wish = d.kept().find_reminder(hers.person);
  if (!wish) return wish.error();
  if (!*wish) return {};
  const auto kind = reminder_due(d, o, hers, **wish);
  if (!kind) return {};
  return write_to(d, {hers.meeting, *kind, hers.person, to_unix_ms(o.starts_at)},
                  about_meeting(letter_kind::reminder, s, o));
}

result<void> remind_all(const desk& d, const series& s, const occurrence& o) {
  const auto places = d.kept().list_places({s.id, o.day});
  if (!places) return places.error();
  for (const place_row& row : *places) {
    if (row.waiting) continue;
    if (auto done = remind(d, s, o, row); !done) return done;
  }
  return {};
}

result<void> open_room(const desk& d, const series& s, const occurrence& o, const room_maker& make_room) {
  const auto made = make_room(d, s, o);
  if (!made) return made.error();
  if (!*made) return {};
  const auto taken = take_step(d, {{s.id, o.day}, step_kind::room_made});
  return taken ? result<void>{} : taken.error();
}

result<void> end_meeting(const desk& d, const series& s, const occurrence& o) {
  const meeting_name name{s.id, o.day};
  const auto taken = take_step(d, {name, step_kind::meeting_over});
  if (!taken) return taken.error();
  if (!*taken) return {};
  const auto places = d.kept().list_places(name);
  if (!places) return places.error();
  for (const place_row& row : *places) {
    if (auto done = forget_reminder_without_places(d, row.person); !done) return done;
  }
  return {};
}

result<void> bring_to_meeting(const desk& d, const series& s, const occurrence& o, const room_maker& make_room) {
  if (d.now >= o.ends_at + places_kept_for) return forget_places(d, {s.id, o.day});
  if (o.cancelled) return {};
  if (d.now >= o.starts_at - day_before && d.now < o.starts_at) {
    if (auto done = remind_all(d, s, o); !done) return done;
  }
  if (d.now >= o.starts_at - hour_before && d.now < o.starts_at) {
    if (auto done = tell_if_short(d, s, o); !done) return done;
  }
  // Earlier than its door: a room that is there goes along with a meeting that is moved.
  if (d.now >= o.starts_at - day_before && d.now < o.ends_at) {
    if (auto done = open_room(d, s, o, make_room); !done) return done;
  }
  return d.now >= o.ends_at ? end_meeting(d, s, o) : result<void>{};
}

result<void> keep_what_begins(const desk& d, series& s) {
  const domain::calendar::span begun{s.kept_through, d.now};
  if (domain::calendar::occurrences_in(s, begun, 1, d.zones, d.off).found.empty()) return {};
  if (auto done = keep_what_began(d, s); !done) return done;
  return d.kept().put_series(s);
}

// Those that have begun as they were, those to come as they are planned.
result<std::vector<occurrence>> meetings_around_now(const desk& d, const series& s) {
  const instant first = d.now - places_kept_for - longest_meeting - hour_before;
  auto meetings = d.kept().kept_meetings(s.id, {first, s.kept_through});
  if (!meetings) return meetings;
  // Those that may have something due, and the first that will.
  const instant near = d.now + day_before + milliseconds{1};
  const domain::calendar::span soon{s.kept_through, near};
  const domain::calendar::span later{near, d.now + looked_ahead};
  for (const auto& [when, most] : {std::pair(soon, looked_at_max), std::pair(later, std::size_t{1})}) {
    auto planned = domain::calendar::occurrences_in(s, when, most, d.zones, d.off);
    meetings->insert(meetings->end(), planned.found.begin(), planned.found.end());
  }
  return meetings;
}

void sooner(std::optional<instant>& next, instant then) {
  if (!next || then < *next) next = then;
}

}  // namespace

result<std::optional<instant>> bring_due(const desk& d, series& s, const room_maker& make_room) {
  if (auto done = pass_offers_over(d, s); !done) return done.error();
  if (auto done = keep_what_begins(d, s); !done) return done.error();
  const auto meetings = meetings_around_now(d, s);
  if (!meetings) return meetings.error();
  std::optional<instant> next;
  for (const occurrence& o : *meetings) {
    if (auto done = bring_to_meeting(d, s, o, make_room); !done) return done.error();
    for (const instant then : moments_of(o)) {
      if (then > d.now) sooner(next, then);
    }
  }
  const auto answer = d.kept().next_answer_by(s.id);
  if (!answer) return answer.error();
  if (*answer) sooner(next, **answer);
  return next;
}

result<timetable::moments> bring_due_of(const desk& d, const timetable::round& which, const room_maker& make_room) {
  timetable::moments found;
  std::vector<series> rows;
  if (which.all) {
    auto all = d.kept().list_series();
    if (!all) return all.error();
    rows = std::move(*all);
  }
  for (const series_id& id : which.some) {
    if (which.all) break;
    auto one = d.kept().find_series(id);
    if (!one) return one.error();
    found[id] = std::nullopt;
    if (*one) rows.push_back(std::move(**one));
  }
  for (series& s : rows) {
    const auto next = bring_due(d, s, make_room);
    if (!next) return next.error();
    found[s.id] = *next;
  }
  return found;
}

timetable::round timetable::begin(instant now) {
  round due{std::exchange(all_, false), std::exchange(changed_, {})};
  for (const auto& [id, next] : known_) {
    if (next && *next <= now) due.some.insert(id);
  }
  return due;
}

void timetable::keep(const moments& found) {
  for (const auto& [id, next] : found) known_[id] = next;
}

void timetable::look_at_all() { all_ = true; }

void timetable::look_at(const series_id& changed) { changed_.insert(changed); }

std::optional<instant> timetable::next() const {
  if (all_ || !changed_.empty()) return instant{};
  std::optional<instant> next;
  for (const auto& [id, then] : known_) {
    if (then) sooner(next, *then);
  }
  return next;
}

}  // namespace nightlight::calendar
