#include "calendar/places.hpp"

#include <algorithm>

#include "calendar/cover.hpp"
#include "calendar/doors.hpp"
#include "calendar/offers.hpp"
#include "calendar/reminders.hpp"
#include "calendar/room_to_come.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::series;

refusal unavailable() { return refusal_code::store_unavailable; }

// A server that was away for longer than this has other things to remember.
constexpr std::chrono::days looked_back_for_places{60};

answer<place_row> find_hers(const desk& d, const asked_place& wanted) {
  auto found = d.kept().find_place(wanted.meeting, wanted.person);
  if (!found) return unavailable();
  if (!*found) return refusal(refusal_code::place_unknown);
  return std::move(**found);
}

// She let an offer go by, and asks now: hers, if one is free and nobody who waits has to be asked first.
answer<place_row> take_free_place(const desk& d, const meeting_to_come& m, place_row hers) {
  const auto counts = count_places(d, hers.meeting, hers.person);
  if (!counts) return unavailable();
  if (counts->kept + counts->offered >= m.of.places) return hers;
  hers.waiting = false;
  hers.passed = false;
  hers.since = d.now;
  if (!d.kept().put_place(hers)) return unavailable();
  return hers;
}

// She keeps a place, or there is one and the circle does not ask for it before.
answer<void> admitted_to(const desk& d, const meeting_to_come& m, const meeting_name& meeting,
                         const person_id& person) {
  const auto counts = count_places(d, meeting, person);
  if (!counts) return unavailable();
  if (counts->hers) return counts->hers->waiting ? answer<void>(refusal(refusal_code::still_waiting)) : answer<void>();
  const auto open = takes_without_place(d, meeting.series);
  if (!open) return unavailable();
  const bool free = counts->kept + counts->offered < m.of.places;
  if (!*open || !free) return refusal(refusal_code::place_unknown);
  return {};
}

answer<open_door> room_of(const desk& d, const meeting_name& meeting, const meeting_to_come& m) {
  auto room = d.kept().find_meeting_room(meeting);
  if (!room) return unavailable();
  if (!*room) return refusal(refusal_code::no_room_yet);
  return open_door{std::move(**room), m.on.ends_at};
}

}  // namespace

answer<meeting_to_come> find_meeting_to_come(const desk& d, const meeting_name& meeting, bool must_take_place) {
  auto found = d.kept().find_series(meeting.series);
  if (!found) return unavailable();
  if (!*found) return refusal(refusal_code::series_unknown);
  auto on = domain::calendar::occurrence_on(**found, meeting.day, d.zones, d.off);
  if (!on) return refusal(refusal_code::meeting_unknown);
  if (must_take_place && on->cancelled) return refusal(refusal_code::meeting_cancelled);
  if (on->ends_at <= d.now) return refusal(refusal_code::meeting_over);
  return meeting_to_come{std::move(**found), std::move(*on)};
}

answer<place_row> keep_place(const desk& d, const asked_place& wanted) {
  const answer<meeting_to_come> m = find_meeting_to_come(d, wanted.meeting);
  if (!m) return m.error();
  const place_row row{wanted.meeting, wanted.person, wanted.sealed_name, false, 0, d.now};
  result<void> taken = d.kept().take_place(row, m->of.places);
  if (!taken && taken.error() == failure::conflict) {
    const auto counts = count_places(d, wanted.meeting, wanted.person);
    if (!counts) return unavailable();
    if (!counts->hers && counts->waiting >= waiting_max) return refusal(refusal_code::waiting_list_full);
    taken = d.kept().wait_for_place(row);
  }
  if (!taken && taken.error() != failure::already_exists) return unavailable();
  const answer<place_row> hers = find_hers(d, wanted);
  if (hers && hers->answer_by && d.now < *hers->answer_by) {
    // Asking for what she is offered is saying yes.
    if (const auto yes = accept_place(d, wanted.meeting, wanted.person); !yes) return yes.error();
    return find_hers(d, wanted);
  }
  if (!hers || !hers->passed) return hers;
  return take_free_place(d, *m, *hers);
}

answer<void> leave_place(const desk& d, const meeting_name& meeting, const person_id& person) {
  const answer<meeting_to_come> m = find_meeting_to_come(d, meeting, false);
  if (!m) return m.error();
  const answer<place_row> hers = find_hers(d, {meeting, person, {}});
  if (!hers) return hers.error();
  if (!d.kept().delete_place(meeting, person)) return unavailable();
  if (!offer_places(d, m->of, m->on)) return unavailable();
  if (!forget_reminder_without_places(d, person)) return unavailable();
  return {};
}

answer<open_door> door_for(const desk& d, const meeting_name& meeting, const person_id& person) {
  const answer<meeting_to_come> m = find_meeting_to_come(d, meeting);
  if (!m) return m.error();
  const answer<void> admitted = admitted_to(d, *m, meeting, person);
  if (!admitted) return admitted.error();
  return room_of(d, meeting, *m);
}

answer<open_door> room_to_come(const desk& d, const meeting_name& meeting) {
  const answer<meeting_to_come> m = find_meeting_to_come(d, meeting);
  if (!m) return m.error();
  return room_of(d, meeting, *m);
}

result<instant> last_end_of_places(const desk& d, const person_id& person) {
  const auto meetings = d.kept().meetings_of(person);
  if (!meetings) return meetings.error();
  instant last = d.now;
  for (const meeting_name& meeting : *meetings) {
    const auto m = find_meeting_to_come(d, meeting, false);
    if (!m && m.error().code == refusal_code::store_unavailable) return failure::store_unavailable;
    if (m) last = std::max(last, m->on.ends_at);
  }
  return last;
}

answer<std::vector<place_row>> places_in(const desk& d, const meeting_name& meeting) {
  auto found = d.kept().list_places(meeting);
  if (!found) return unavailable();
  return std::move(*found);
}

result<void> forget_places(const desk& d, const meeting_name& meeting) {
  auto rows = d.kept().list_places(meeting);
  if (!rows) return rows.error();
  for (const place_row& row : *rows) {
    if (auto gone = d.kept().delete_place(meeting, row.person); !gone) return gone;
  }
  if (auto gone = forget_covers(d, meeting); !gone) return gone;
  return d.kept().delete_steps(meeting);
}

result<void> forget_past_places(const desk& d) {
  auto all = d.kept().list_series();
  if (!all) return all.error();
  const domain::calendar::span past{d.now - looked_back_for_places, d.now - places_kept_for};
  for (const series& s : *all) {
    auto meetings = d.kept().kept_meetings(s.id, past);
    if (!meetings) return meetings.error();
    for (const auto& o : *meetings) {
      if (o.ends_at > past.to) continue;
      if (auto gone = forget_places(d, {o.of, o.day}); !gone) return gone;
    }
  }
  return {};
}

result<place_counts> count_places(const desk& d, const meeting_name& meeting, const person_id& person) {
  auto rows = d.kept().list_places(meeting);
  if (!rows) return rows.error();
  place_counts counts;
  for (place_row& row : *rows) {
    ++(row.answer_by ? counts.offered : row.waiting ? counts.waiting : counts.kept);
    if (row.person == person) counts.hers = std::move(row);
  }
  return counts;
}

}  // namespace nightlight::calendar
