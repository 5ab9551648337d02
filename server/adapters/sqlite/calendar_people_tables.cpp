// The part of calendar_tables that is about people: places, reminders, and the steps that were taken for them.
#include <utility>

#include "adapters/sqlite/calendar_tables.hpp"

namespace nightlight::adapters {
namespace {

using domain::calendar::local_day;
using domain::calendar::to_text;

std::uint64_t large(std::int64_t value) { return static_cast<std::uint64_t>(value); }

// As in calendar_tables.cpp: what cannot be read is a day long ago.
local_day day_at(const std::string& text) { return domain::calendar::local_day_of(text).value_or(local_day{}); }

place_row read_place(const statement::run& at) {
  place_row row{{series_id{at.bytes_at(0)}, day_at(at.bytes_at(1))},
                person_id{at.bytes_at(2)},
                at.bytes_at(3),
                at.number_at(4) != 0,
                large(at.number_at(5)),
                from_unix_ms(at.number_at(6))};
  if (at.number_at(7) != 0) row.answer_by = from_unix_ms(at.number_at(7));
  row.passed = at.number_at(8) != 0;
  return row;
}

reminder_row read_reminder(const statement::run& at) {
  return {person_id{at.bytes_at(0)},
          at.bytes_at(1),
          at.bytes_at(2),
          at.bytes_at(3),
          at.bytes_at(4),
          at.number_at(5) != 0,
          at.number_at(6) != 0,
          at.number_at(7) != 0,
          from_unix_ms(at.number_at(8))};
}

cover_row read_cover(const statement::run& at) {
  return {{series_id{at.bytes_at(0)}, day_at(at.bytes_at(1))},
          static_cast<domain::calendar::seat>(at.number_at(2)),
          person_id{at.bytes_at(3)},
          at.bytes_at(4),
          from_unix_ms(at.number_at(5))};
}

own_feed_row read_own_feed(const statement::run& at) {
  return {person_id{at.bytes_at(0)}, at.bytes_at(1), at.bytes_at(2), from_unix_ms(at.number_at(3))};
}

step_row read_step(const statement::run& at) {
  return {{series_id{at.bytes_at(1)}, day_at(at.bytes_at(2))},
          static_cast<step_kind>(at.number_at(3)),
          person_id{at.bytes_at(4)},
          at.number_at(5),
          from_unix_ms(at.number_at(6)),
          large(at.number_at(0))};
}

}  // namespace

result<std::int64_t> calendar_tables::number_of(statement& counting, const meeting_name& meeting) {
  const std::string day = to_text(meeting.day);
  statement::run count{counting};
  count.bytes(meeting.series.value).text(day);
  auto found = one<std::int64_t>(count, [](const auto& at) { return at.number_at(0); });
  if (!found) return found.error();
  return found->value_or(0);
}

result<void> calendar_tables::add_place(const place_row& row, bool waiting) {
  auto there = find_place(row.meeting, row.person);
  if (!there) return there.error();
  if (*there) return failure::already_exists;
  auto newest = number_of(newest_place_, row.meeting);
  if (!newest) return newest.error();
  place_row added = row;
  added.waiting = waiting;
  added.number = large(*newest + 1);
  return put_place(added);
}

result<void> calendar_tables::take_place(const place_row& row, std::uint32_t places_max) {
  auto there = find_place(row.meeting, row.person);
  if (!there) return there.error();
  if (*there) return failure::already_exists;
  auto held = number_of(held_places_, row.meeting);
  if (!held) return held.error();
  if (*held >= places_max) return failure::conflict;
  return add_place(row, false);
}

result<void> calendar_tables::wait_for_place(const place_row& row) { return add_place(row, true); }

result<void> calendar_tables::put_place(const place_row& row) {
  const std::string day = to_text(row.meeting.day);
  statement::run put{put_place_};
  put.bytes(row.meeting.series.value).text(day).bytes(row.person.value).bytes(row.sealed_name);
  put.number(row.waiting ? 1 : 0).number(within_int64(row.number)).number(to_unix_ms(row.since));
  put.number(row.answer_by ? to_unix_ms(*row.answer_by) : 0).number(row.passed ? 1 : 0);
  return outcome(put);
}

result<std::optional<place_row>> calendar_tables::offer_next(const meeting_name& meeting, std::uint32_t places_max,
                                                             instant answer_by) {
  auto held = number_of(held_places_, meeting);
  if (!held) return held.error();
  if (*held >= places_max) return std::optional<place_row>{};
  const std::string day = to_text(meeting.day);
  std::optional<place_row> first;
  {
    statement::run next{next_place_};
    auto found = one<place_row>(next.bytes(meeting.series.value).text(day), read_place);
    if (!found) return found;
    first = std::move(*found);
  }
  if (!first) return first;
  first->answer_by = answer_by;
  if (auto done = put_place(*first); !done) return done.error();
  return first;
}

result<std::optional<place_row>> calendar_tables::find_place(const meeting_name& meeting, const person_id& person) {
  const std::string day = to_text(meeting.day);
  statement::run find{find_place_};
  return one<place_row>(find.bytes(meeting.series.value).text(day).bytes(person.value), read_place);
}

result<std::vector<place_row>> calendar_tables::list_places(const meeting_name& meeting) {
  const std::string day = to_text(meeting.day);
  statement::run list{list_places_};
  return all<place_row>(list.bytes(meeting.series.value).text(day), read_place);
}

result<void> calendar_tables::delete_place(const meeting_name& meeting, const person_id& person) {
  const std::string day = to_text(meeting.day);
  statement::run remove{delete_place_};
  return outcome(remove.bytes(meeting.series.value).text(day).bytes(person.value));
}

result<std::vector<meeting_name>> calendar_tables::meetings_of(const person_id& person) {
  statement::run list{meetings_of_};
  return all<meeting_name>(list.bytes(person.value), [](const auto& at) {
    return meeting_name{series_id{at.bytes_at(0)}, day_at(at.bytes_at(1))};
  });
}

result<std::optional<instant>> calendar_tables::next_answer_by(const series_id& id) {
  statement::run next{next_answer_by_};
  return one<instant>(next.bytes(id.value), [](const auto& at) { return from_unix_ms(at.number_at(0)); });
}

result<std::vector<place_row>> calendar_tables::offers_over(const series_id& id, instant now) {
  statement::run list{offers_over_};
  return all<place_row>(list.bytes(id.value).number(to_unix_ms(now)), read_place);
}

result<void> calendar_tables::move_places(const series_id& from, const series_id& to, local_day first) {
  const std::string day = to_text(first);
  statement::run move{move_places_};
  if (auto moved = outcome(move.bytes(to.value).bytes(from.value).text(day)); !moved) return moved;
  statement::run covers{move_covers_};
  if (auto moved = outcome(covers.bytes(to.value).bytes(from.value).text(day)); !moved) return moved;
  statement::run steps{move_steps_};
  return outcome(steps.bytes(to.value).bytes(from.value).text(day));
}

result<void> calendar_tables::put_reminder(const reminder_row& row) {
  statement::run put{put_reminder_};
  put.bytes(row.person.value).bytes(row.sealed).bytes(row.stop_hash).text(row.language).text(row.zone);
  put.number(row.with_title ? 1 : 0).number(row.hour_before ? 1 : 0).number(row.day_before ? 1 : 0);
  return outcome(put.number(to_unix_ms(row.since)));
}

result<std::optional<reminder_row>> calendar_tables::find_reminder(const person_id& person) {
  statement::run find{find_reminder_};
  return one<reminder_row>(find.bytes(person.value), read_reminder);
}

result<std::optional<reminder_row>> calendar_tables::find_reminder_by_stop(const std::string& stop_hash) {
  statement::run find{find_by_stop_};
  return one<reminder_row>(find.bytes(stop_hash), read_reminder);
}

result<std::vector<reminder_row>> calendar_tables::list_reminders() {
  statement::run list{list_reminders_};
  return all<reminder_row>(list, read_reminder);
}

result<void> calendar_tables::delete_reminder(const person_id& person) {
  statement::run remove{delete_reminder_};
  return outcome(remove.bytes(person.value));
}

result<void> calendar_tables::put_cover(const cover_row& row) {
  const std::string day = to_text(row.meeting.day);
  statement::run put{put_cover_};
  put.bytes(row.meeting.series.value).text(day).number(static_cast<std::int64_t>(row.seat));
  return outcome(put.bytes(row.asked_by.value).bytes(row.sealed_words).number(to_unix_ms(row.since)));
}

result<std::vector<cover_row>> calendar_tables::list_covers(const meeting_name& meeting) {
  const std::string day = to_text(meeting.day);
  statement::run list{list_covers_};
  return all<cover_row>(list.bytes(meeting.series.value).text(day), read_cover);
}

result<void> calendar_tables::delete_cover(const meeting_name& meeting, domain::calendar::seat seat) {
  const std::string day = to_text(meeting.day);
  statement::run remove{delete_cover_};
  return outcome(remove.bytes(meeting.series.value).text(day).number(static_cast<std::int64_t>(seat)));
}

result<void> calendar_tables::put_own_feed(const own_feed_row& row) {
  statement::run put{put_own_feed_};
  put.bytes(row.person.value).bytes(row.secret_hash).text(row.language);
  return outcome(put.number(to_unix_ms(row.made_at)));
}

result<std::optional<own_feed_row>> calendar_tables::find_own_feed(const std::string& secret_hash) {
  statement::run find{find_own_feed_};
  return one<own_feed_row>(find.bytes(secret_hash), read_own_feed);
}

result<std::optional<own_feed_row>> calendar_tables::find_own_feed_of(const person_id& person) {
  statement::run find{find_own_feed_of_};
  return one<own_feed_row>(find.bytes(person.value), read_own_feed);
}

result<void> calendar_tables::delete_own_feed(const person_id& person) {
  statement::run remove{delete_own_feed_};
  return outcome(remove.bytes(person.value));
}

result<bool> calendar_tables::has_step(const step_row& row) {
  const std::string day = to_text(row.meeting.day);
  statement::run find{has_step_};
  find.bytes(row.meeting.series.value).text(day).number(static_cast<std::int64_t>(row.kind));
  find.bytes(row.person.value).number(row.round);
  auto found = one<bool>(find, [](const auto&) { return true; });
  if (!found) return result<bool>{boost::system::in_place_error, found.error()};
  return found->has_value();
}

result<void> calendar_tables::add_step(const step_row& row) {
  const auto there = has_step(row);
  if (!there) return there.error();
  if (*there) return failure::already_exists;
  const std::string day = to_text(row.meeting.day);
  statement::run add{add_step_};
  add.bytes(row.meeting.series.value).text(day).number(static_cast<std::int64_t>(row.kind));
  return outcome(add.bytes(row.person.value).number(row.round).number(to_unix_ms(row.at)));
}

result<std::vector<step_row>> calendar_tables::list_steps(const meeting_name& meeting) {
  const std::string day = to_text(meeting.day);
  statement::run list{list_steps_};
  return all<step_row>(list.bytes(meeting.series.value).text(day), read_step);
}

result<void> calendar_tables::delete_steps(const meeting_name& meeting) {
  const std::string day = to_text(meeting.day);
  statement::run remove{delete_steps_};
  return outcome(remove.bytes(meeting.series.value).text(day));
}

}  // namespace nightlight::adapters
