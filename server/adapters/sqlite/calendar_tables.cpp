#include "adapters/sqlite/calendar_tables.hpp"

#include <utility>

namespace nightlight::adapters {
namespace {

using domain::calendar::exception;
using domain::calendar::exception_kind;
using domain::calendar::local_day;
using domain::calendar::local_time;
using domain::calendar::to_text;

std::uint64_t large(std::int64_t value) { return static_cast<std::uint64_t>(value); }
std::int64_t number(std::uint64_t value) { return static_cast<std::int64_t>(value); }

// What we wrote reads; anything else would be somebody's edit of the file, and reads as a day long ago.
local_day day_at(const std::string& text) { return domain::calendar::local_day_of(text).value_or(local_day{}); }
local_time time_at(const std::string& text) { return domain::calendar::local_time_of(text).value_or(local_time{}); }

calendar_records::topic read_topic(const statement::run& at) {
  return {topic_id{at.bytes_at(0)},     at.bytes_at(1), at.bytes_at(2),       at.bytes_at(3),
          large(at.number_at(4)),       at.bytes_at(5), at.number_at(6) != 0, person_id{at.bytes_at(7)},
          from_unix_ms(at.number_at(8))};
}

calendar_records::series read_series(const statement::run& at) {
  calendar_records::series s;
  s.id = series_id{at.bytes_at(0)};
  s.topic = topic_id{at.bytes_at(1)};
  s.title = at.bytes_at(2);
  s.description = at.bytes_at(3);
  s.language = at.bytes_at(4);
  s.zone = at.bytes_at(5);
  s.start = time_at(at.bytes_at(6));
  s.minutes = small(at.number_at(7));
  s.rule = at.bytes_at(8);
  s.places = small(at.number_at(9));
  s.facilitator = person_id{at.bytes_at(10)};
  s.second = person_id{at.bytes_at(11)};
  s.keeps_holidays = at.number_at(12) != 0;
  s.version = large(at.number_at(13));
  s.changed_at = from_unix_ms(at.number_at(14));
  s.kept_through = from_unix_ms(at.number_at(15));
  return s;
}

std::pair<local_day, exception> read_exception(const statement::run& at) {
  exception e;
  e.kind = static_cast<exception_kind>(at.number_at(2));
  e.start = domain::calendar::local_time_of(at.bytes_at(3));
  e.minutes = small(at.number_at(4));
  e.title = at.bytes_at(5);
  e.facilitator = person_id{at.bytes_at(6)};
  e.second = person_id{at.bytes_at(7)};
  return {day_at(at.bytes_at(1)), std::move(e)};
}

calendar_records::occurrence read_meeting(const statement::run& at) {
  return {
      series_id{at.bytes_at(0)},     day_at(at.bytes_at(1)), time_at(at.bytes_at(2)),    from_unix_ms(at.number_at(3)),
      from_unix_ms(at.number_at(4)), at.bytes_at(5),         at.number_at(6) != 0,       at.number_at(7) != 0,
      at.number_at(8) != 0,          at.bytes_at(9),         person_id{at.bytes_at(10)}, person_id{at.bytes_at(11)}};
}

answer_row read_answer(const statement::run& at) {
  return {person_id{at.bytes_at(0)}, at.bytes_at(1), at.bytes_at(2), at.bytes_at(3), from_unix_ms(at.number_at(4))};
}

}  // namespace

calendar_tables::calendar_tables(connection& db)
    : put_topic_(db, "REPLACE INTO topic VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      find_topic_(db, "SELECT * FROM topic WHERE id = ?"),
      list_topics_(db, "SELECT * FROM topic ORDER BY title, id"),
      put_series_(db, "REPLACE INTO series VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      find_series_(db, "SELECT * FROM series WHERE id = ?"),
      list_series_(db, "SELECT * FROM series ORDER BY id"),
      put_exception_(db, "INSERT INTO series_exception VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
      list_exceptions_(db, "SELECT * FROM series_exception WHERE series = ? ORDER BY day"),
      delete_exceptions_(db, "DELETE FROM series_exception WHERE series = ?"),
      keep_meeting_(db, "REPLACE INTO kept_meeting VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      kept_meetings_(db,
                     "SELECT * FROM kept_meeting WHERE series = ? AND starts_ms >= ? AND starts_ms < ? "
                     "ORDER BY starts_ms, day"),
      put_place_(db, "REPLACE INTO place VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      find_place_(db, "SELECT * FROM place WHERE series = ? AND day = ? AND person = ?"),
      list_places_(db, "SELECT * FROM place WHERE series = ? AND day = ? ORDER BY number"),
      delete_place_(db, "DELETE FROM place WHERE series = ? AND day = ? AND person = ?"),
      move_places_(db, "UPDATE place SET series = ? WHERE series = ? AND day >= ?"),
      held_places_(db, "SELECT count(*) FROM place WHERE series = ? AND day = ? AND (waiting = 0 OR answer_by_ms > 0)"),
      newest_place_(db, "SELECT max(number) FROM place WHERE series = ? AND day = ?"),
      next_place_(db,
                  "SELECT * FROM place WHERE series = ? AND day = ? AND waiting = 1 AND answer_by_ms = 0 "
                  "AND passed = 0 ORDER BY number LIMIT 1"),
      meetings_of_(db, "SELECT series, day FROM place WHERE person = ? ORDER BY series, day"),
      next_answer_by_(db,
                      "SELECT answer_by_ms FROM place WHERE series = ? AND answer_by_ms > 0 "
                      "ORDER BY answer_by_ms LIMIT 1"),
      offers_over_(db,
                   "SELECT * FROM place WHERE series = ? AND answer_by_ms > 0 AND answer_by_ms <= ? "
                   "ORDER BY answer_by_ms, day, number"),
      put_reminder_(db, "REPLACE INTO reminder VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      find_reminder_(db, "SELECT * FROM reminder WHERE person = ?"),
      find_by_stop_(db, "SELECT * FROM reminder WHERE stop_hash = ?"),
      list_reminders_(db, "SELECT * FROM reminder ORDER BY person"),
      delete_reminder_(db, "DELETE FROM reminder WHERE person = ?"),
      put_cover_(db, "REPLACE INTO cover VALUES(?, ?, ?, ?, ?, ?)"),
      list_covers_(db, "SELECT * FROM cover WHERE series = ? AND day = ? ORDER BY seat"),
      delete_cover_(db, "DELETE FROM cover WHERE series = ? AND day = ? AND seat = ?"),
      move_covers_(db, "UPDATE cover SET series = ? WHERE series = ? AND day >= ?"),
      put_own_feed_(db, "REPLACE INTO own_feed VALUES(?, ?, ?, ?)"),
      find_own_feed_(db, "SELECT * FROM own_feed WHERE secret_hash = ?"),
      find_own_feed_of_(db, "SELECT * FROM own_feed WHERE person = ?"),
      delete_own_feed_(db, "DELETE FROM own_feed WHERE person = ?"),
      has_step_(db,
                "SELECT 1 FROM calendar_step "
                "WHERE series = ? AND day = ? AND kind = ? AND person = ? AND round = ?"),
      add_step_(db,
                "INSERT INTO calendar_step(series, day, kind, person, round, at_ms) "
                "VALUES(?, ?, ?, ?, ?, ?)"),
      list_steps_(db, "SELECT * FROM calendar_step WHERE series = ? AND day = ? ORDER BY number"),
      delete_steps_(db, "DELETE FROM calendar_step WHERE series = ? AND day = ?"),
      move_steps_(db, "UPDATE calendar_step SET series = ? WHERE series = ? AND day >= ?"),
      put_answer_(db, "REPLACE INTO calendar_answer VALUES(?, ?, ?, ?, ?)"),
      find_answer_(db, "SELECT * FROM calendar_answer WHERE caller = ? AND key = ?"),
      delete_answers_(db, "DELETE FROM calendar_answer WHERE at_ms < ?"),
      put_room_(db, "REPLACE INTO meeting_room VALUES(?, ?, ?)"),
      find_room_(db, "SELECT room FROM meeting_room WHERE series = ? AND day = ?"),
      find_series_of_room_(db, "SELECT series FROM meeting_room WHERE room = ?") {}

result<void> calendar_tables::put_topic(const topic& t) {
  statement::run put{put_topic_};
  put.bytes(t.id.value).text(t.title).text(t.language).text(t.description).number(number(t.version));
  put.text(t.profile).number(t.retired ? 1 : 0).bytes(t.changed_by.value).number(to_unix_ms(t.changed_at));
  return outcome(put);
}

result<std::optional<calendar_tables::topic>> calendar_tables::find_topic(const topic_id& id) {
  statement::run find{find_topic_};
  return one<topic>(find.bytes(id.value), read_topic);
}

result<std::vector<calendar_tables::topic>> calendar_tables::list_topics() {
  statement::run list{list_topics_};
  return all<topic>(list, read_topic);
}

result<void> calendar_tables::put_series(const series& s) {
  const std::string start = to_text(s.start);
  statement::run put{put_series_};
  put.bytes(s.id.value).bytes(s.topic.value).text(s.title).text(s.description).text(s.language).text(s.zone);
  put.text(start).number(s.minutes).text(s.rule).number(s.places).bytes(s.facilitator.value).bytes(s.second.value);
  put.number(s.keeps_holidays ? 1 : 0).number(number(s.version));
  put.number(to_unix_ms(s.changed_at)).number(to_unix_ms(s.kept_through));
  if (auto done = outcome(put); !done) return done;
  statement::run clear{delete_exceptions_};
  if (auto done = outcome(clear.bytes(s.id.value)); !done) return done;
  for (const auto& [day, e] : s.exceptions) {
    const std::string name = to_text(day);
    const std::string moved = e.start ? to_text(*e.start) : std::string();
    statement::run add{put_exception_};
    add.bytes(s.id.value).text(name).number(static_cast<std::int64_t>(e.kind)).text(moved).number(e.minutes);
    add.text(e.title).bytes(e.facilitator.value).bytes(e.second.value);
    if (auto done = outcome(add); !done) return done;
  }
  return {};
}

result<void> calendar_tables::read_exceptions(series& s) {
  statement::run list{list_exceptions_};
  auto rows = all<std::pair<local_day, exception>>(list.bytes(s.id.value), read_exception);
  if (!rows) return rows.error();
  s.exceptions.insert(rows->begin(), rows->end());
  return {};
}

result<std::optional<calendar_tables::series>> calendar_tables::find_series(const series_id& id) {
  statement::run find{find_series_};
  auto found = one<series>(find.bytes(id.value), read_series);
  if (!found || !*found) return found;
  if (auto read = read_exceptions(**found); !read) return read.error();
  return found;
}

result<std::vector<calendar_tables::series>> calendar_tables::list_series() {
  statement::run list{list_series_};
  auto rows = all<series>(list, read_series);
  if (!rows) return rows;
  for (series& s : *rows) {
    if (auto read = read_exceptions(s); !read) return read.error();
  }
  return rows;
}

result<void> calendar_tables::keep_meeting(const occurrence& o) {
  const std::string day = to_text(o.day);
  const std::string start = to_text(o.start);
  statement::run keep{keep_meeting_};
  keep.bytes(o.of.value).text(day).text(start).number(to_unix_ms(o.starts_at)).number(to_unix_ms(o.ends_at));
  keep.text(o.zone_rules).number(o.cancelled ? 1 : 0).number(o.moved ? 1 : 0).number(o.shifted ? 1 : 0);
  keep.text(o.title).bytes(o.facilitator.value).bytes(o.second.value);
  return outcome(keep);
}

result<std::vector<calendar_tables::occurrence>> calendar_tables::kept_meetings(const series_id& id,
                                                                                domain::calendar::span when) {
  statement::run list{kept_meetings_};
  list.bytes(id.value).number(to_unix_ms(when.from)).number(to_unix_ms(when.to));
  return all<occurrence>(list, read_meeting);
}

result<void> calendar_tables::put_answer(const answer_row& row) {
  statement::run put{put_answer_};
  put.bytes(row.caller.value).text(row.key).bytes(row.request_hash).bytes(row.answer).number(to_unix_ms(row.at));
  return outcome(put);
}

result<std::optional<answer_row>> calendar_tables::find_answer(const person_id& caller, const std::string& key) {
  statement::run find{find_answer_};
  return one<answer_row>(find.bytes(caller.value).text(key), read_answer);
}

result<void> calendar_tables::delete_answers_before(instant then) {
  statement::run remove{delete_answers_};
  return outcome(remove.number(to_unix_ms(then)));
}

result<void> calendar_tables::put_meeting_room(const meeting_name& meeting, const room_id& room) {
  const std::string day = to_text(meeting.day);
  statement::run put{put_room_};
  return outcome(put.bytes(meeting.series.value).text(day).bytes(room.value));
}

result<std::optional<room_id>> calendar_tables::find_meeting_room(const meeting_name& meeting) {
  const std::string day = to_text(meeting.day);
  statement::run find{find_room_};
  return one<room_id>(find.bytes(meeting.series.value).text(day),
                      [](const auto& at) { return room_id{at.bytes_at(0)}; });
}

result<std::optional<series_id>> calendar_tables::find_series_of_room(const room_id& room) {
  statement::run find{find_series_of_room_};
  return one<series_id>(find.bytes(room.value), [](const auto& at) { return series_id{at.bytes_at(0)}; });
}

}  // namespace nightlight::adapters
