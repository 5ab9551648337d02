#include "calendar/offers.hpp"

#include <algorithm>

#include "calendar/places.hpp"
#include "calendar/reminders.hpp"
#include "calendar/steps.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::occurrence;
using domain::calendar::series;

constexpr std::chrono::minutes offer_shortest{5};
constexpr int part_of_what_is_left = 4;

refusal unavailable() { return refusal_code::store_unavailable; }

step_name step_of(const place_row& row, step_kind kind, std::int64_t round) {
  return {row.meeting, kind, row.person, round};
}

result<void> note_offer(const desk& d, const series& s, const occurrence& meeting, const place_row& row) {
  letter_about about = about_meeting(letter_kind::offer, s, meeting);
  about.answer_by = *row.answer_by;
  // Both are there or neither: the letter's step is the offer's, for those who get none it is taken here.
  const step_name step = step_of(row, step_kind::place_offered, to_unix_ms(d.now));
  if (auto written = write_to(d, step, about); !written) return written;
  const auto taken = take_step(d, step);
  return taken ? result<void>{} : taken.error();
}

result<void> take_away(const desk& d, const series& s, place_row row) {
  const std::int64_t round = to_unix_ms(*row.answer_by);
  row.answer_by.reset();
  row.passed = true;
  if (auto kept = d.kept().put_place(row); !kept) return kept;
  if (auto taken = take_step(d, step_of(row, step_kind::offer_passed, round)); !taken) return taken.error();
  const auto meeting = domain::calendar::occurrence_on(s, row.meeting.day, d.zones, d.off);
  return meeting ? offer_places(d, s, *meeting) : result<void>{};
}

// The row of somebody whose offer is still open.
answer<place_row> find_offer(const desk& d, const meeting_name& meeting, const person_id& person) {
  auto hers = d.kept().find_place(meeting, person);
  if (!hers) return unavailable();
  if (!*hers) return refusal(refusal_code::place_unknown);
  const place_row& row = **hers;
  const bool open = row.answer_by && d.now < *row.answer_by;
  if (row.waiting && !open) return refusal(refusal_code::offer_over);
  return std::move(**hers);
}

}  // namespace

instant answer_time(const desk& d, const occurrence& meeting) {
  const milliseconds left = std::max(meeting.starts_at - d.now, milliseconds{0});
  const milliseconds longest = d.chosen.offer_longest;
  const milliseconds given = std::max<milliseconds>(std::min(longest, left / part_of_what_is_left), offer_shortest);
  return std::min(d.now + given, meeting.ends_at);
}

result<void> offer_places(const desk& d, const series& s, const occurrence& meeting) {
  if (meeting.cancelled || meeting.ends_at <= d.now) return {};
  for (;;) {
    auto offered = d.kept().offer_next({s.id, meeting.day}, s.places, answer_time(d, meeting));
    if (!offered) return offered.error();
    if (!*offered) return {};
    if (auto noted = note_offer(d, s, meeting, **offered); !noted) return noted;
  }
}

result<void> pass_offers_over(const desk& d, const series& s) {
  auto over = d.kept().offers_over(s.id, d.now);
  if (!over) return over.error();
  for (place_row& row : *over) {
    if (auto passed = take_away(d, s, std::move(row)); !passed) return passed;
  }
  return {};
}

answer<void> accept_place(const desk& d, const meeting_name& meeting, const person_id& person) {
  const answer<meeting_to_come> m = find_meeting_to_come(d, meeting);
  if (!m) return m.error();
  answer<place_row> hers = find_offer(d, meeting, person);
  if (!hers) return hers.error();
  if (!hers->waiting) return {};
  const std::int64_t round = to_unix_ms(*hers->answer_by);
  hers->waiting = false;
  hers->answer_by.reset();
  hers->since = d.now;
  if (!d.kept().put_place(*hers)) return unavailable();
  if (!take_step(d, step_of(*hers, step_kind::offer_taken, round))) return unavailable();
  return {};
}

answer<void> decline_place(const desk& d, const meeting_name& meeting, const person_id& person) {
  const answer<meeting_to_come> m = find_meeting_to_come(d, meeting);
  if (!m) return m.error();
  const answer<place_row> hers = find_offer(d, meeting, person);
  if (!hers) return hers.error();
  if (!hers->waiting) return refusal(refusal_code::offer_over);
  const std::int64_t round = to_unix_ms(*hers->answer_by);
  if (!take_step(d, step_of(*hers, step_kind::offer_declined, round))) return unavailable();
  if (!d.kept().delete_place(meeting, person)) return unavailable();
  if (!offer_places(d, m->of, m->on)) return unavailable();
  if (!forget_reminder_without_places(d, person)) return unavailable();
  return {};
}

}  // namespace nightlight::calendar
