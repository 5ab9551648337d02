#include "adapters/sqlite/log_tables.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace nightlight::adapters {
namespace {

constexpr std::size_t heads_max = 10'000;
constexpr int position_bits = 40;
constexpr std::uint64_t position_max = (std::uint64_t{1} << position_bits) - 1;

std::int64_t place_of(std::int64_t room, std::uint64_t at) {
  assert(at <= position_max);
  return (room << position_bits) | static_cast<std::int64_t>(at);
}

position position_of(std::int64_t place) { return position{static_cast<std::uint64_t>(place) & position_max}; }

std::int64_t as_signed(std::uint64_t value) { return static_cast<std::int64_t>(value); }

}  // namespace

log_tables::log_tables(connection& db)
    : db_(db),
      find_room_(db, "SELECT number FROM log_room WHERE room = ?"),
      insert_room_(db, "INSERT INTO log_room(room) VALUES(?)"),
      find_newest_(db, "SELECT max(place) FROM log_row WHERE place BETWEEN ? AND ?"),
      find_newest_meeting_(db,
                           "SELECT meeting, first_position FROM log_meeting WHERE room = ? "
                           "ORDER BY first_position DESC LIMIT 1"),
      find_meeting_(db, "SELECT 1 FROM log_meeting WHERE room = ? AND meeting = ?"),
      insert_meeting_(db, "INSERT INTO log_meeting(room, first_position, meeting) VALUES(?, ?, ?)"),
      insert_row_(db, "INSERT INTO log_row(place, number, time_ms, record) VALUES(?, ?, ?, ?)"),
      replace_record_(db, "UPDATE log_row SET record = ? WHERE place = ?"),
      read_rows_(db,
                 "SELECT place, number, time_ms, record FROM log_row WHERE place BETWEEN ? AND ? "
                 "ORDER BY place LIMIT ?"),
      find_key_(db, "SELECT wrapped FROM log_key WHERE meeting = ? AND retention_class = ? AND participant = ?"),
      insert_key_(db,
                  "INSERT OR IGNORE INTO log_key(meeting, retention_class, participant, wrapped) VALUES(?, ?, ?, ?)"),
      read_keys_(db,
                 "SELECT retention_class, participant, wrapped FROM log_key WHERE meeting = ? "
                 "ORDER BY retention_class, participant"),
      delete_keys_(db, "DELETE FROM log_key WHERE meeting = ? AND retention_class = ?") {}

result<position> log_tables::append(const append_request& request) {
  assert(!request.rows.empty() && request.meeting);
  head* const found = find_head(request.room);
  if (found == nullptr) return failure::store_unavailable;
  if (found->newest != request.expected.value) return failure::conflict;
  const auto keys_do_fit = keys_fit(request.keys);
  if (!keys_do_fit) return failure::store_unavailable;
  if (!*keys_do_fit) return failure::conflict;

  if (found->room == 0 && !make_room(request.room, *found)) return failure::store_unavailable;
  if (found->meeting != request.meeting && !begin_meeting(request.meeting, *found)) return failure::store_unavailable;
  if (!insert_keys(request.keys)) return failure::store_unavailable;
  for (const log_row& row : request.rows) {
    assert(row.at.value == found->newest + 1);
    statement::run insert{insert_row_};
    insert.number(place_of(found->room, row.at.value)).number(as_signed(row.number.value));
    insert.number(to_unix_ms(row.time)).bytes(row.record);
    if (!insert.done()) return failure::store_unavailable;
    found->newest = row.at.value;
  }
  return position{found->newest};
}

result<void> log_tables::destroy_keys(const meeting_id& meeting, std::uint32_t retention_class) {
  statement::run remove{delete_keys_};
  if (!remove.bytes(meeting.value).number(retention_class).done()) return failure::store_unavailable;
  return {};
}

result<void> log_tables::replace_records(const room_id& room, const std::vector<record_change>& changes) {
  const head* const found = find_head(room);
  if (found == nullptr) return failure::store_unavailable;
  if (found->room == 0) return {};
  for (const record_change& change : changes) {
    statement::run replace{replace_record_};
    replace.bytes(change.record).number(place_of(found->room, change.at.value));
    if (!replace.done()) return failure::store_unavailable;
  }
  return {};
}

result<std::vector<log_row>> log_tables::read(const room_id& room, position after, std::size_t rows_max) {
  const head* const found = find_head(room);
  if (found == nullptr) return failure::store_unavailable;
  if (found->room == 0 || after.value >= found->newest) return std::vector<log_row>{};
  return read_places(place_of(found->room, after.value + 1), place_of(found->room, position_max), rows_max);
}

result<meeting_tail> log_tables::read_newest_meeting(const room_id& room) {
  const head* const found = find_head(room);
  if (found == nullptr) return failure::store_unavailable;
  meeting_tail tail;
  if (!found->meeting) return tail;
  tail.meeting = found->meeting;
  auto rows = read_places(place_of(found->room, found->meeting_begins), place_of(found->room, position_max),
                          std::numeric_limits<std::int64_t>::max());
  if (!rows) return rows.error();
  tail.rows = std::move(*rows);
  statement::run keys{read_keys_};
  keys.bytes(tail.meeting.value);
  while (keys.row()) {
    tail.keys.push_back({tail.meeting, static_cast<std::uint32_t>(keys.number_at(1)),
                         static_cast<std::uint32_t>(keys.number_at(0)), keys.bytes_at(2)});
  }
  if (!keys.ended()) return failure::store_unavailable;
  return tail;
}

log_tables::head* log_tables::find_head(const room_id& room) {
  if (const auto known = heads_.find(room); known != heads_.end()) return &known->second;
  if (heads_.size() >= heads_max) heads_.clear();
  head loaded;
  if (!load_head(room, loaded)) return nullptr;
  return &heads_.emplace(room, std::move(loaded)).first->second;
}

bool log_tables::load_head(const room_id& room, head& into) {
  statement::run number{find_room_};
  number.bytes(room.value);
  if (!number.row()) return number.ended();
  into.room = number.number_at(0);
  statement::run newest{find_newest_};
  newest.number(place_of(into.room, 0)).number(place_of(into.room, position_max));
  if (!newest.row()) return false;
  into.newest = position_of(newest.number_at(0)).value;
  statement::run meeting{find_newest_meeting_};
  meeting.number(into.room);
  if (!meeting.row()) return meeting.ended();
  into.meeting = meeting_id{meeting.bytes_at(0)};
  into.meeting_begins = static_cast<std::uint64_t>(meeting.number_at(1));
  return true;
}

bool log_tables::make_room(const room_id& room, head& into) {
  statement::run insert{insert_room_};
  if (!insert.bytes(room.value).done()) return false;
  into.room = sqlite3_last_insert_rowid(db_.handle());
  return true;
}

// Nothing to do when the meeting is an older one of this room: its late rows belong to the newest.
bool log_tables::begin_meeting(const meeting_id& meeting, head& of) {
  statement::run known{find_meeting_};
  if (known.number(of.room).bytes(meeting.value).row()) return true;
  if (!known.ended()) return false;
  statement::run insert{insert_meeting_};
  if (!insert.number(of.room).number(as_signed(of.newest + 1)).bytes(meeting.value).done()) return false;
  of.meeting = meeting;
  of.meeting_begins = of.newest + 1;
  return true;
}

// False when another key is stored under the same name; nothing when the store fails.
std::optional<bool> log_tables::keys_fit(const std::vector<wrapped_key>& keys) {
  for (const wrapped_key& key : keys) {
    statement::run there{find_key_};
    there.bytes(key.meeting.value).number(key.retention_class).number(key.participant);
    if (there.row()) {
      if (there.bytes_at(0) != key.wrapped) return false;
    } else if (!there.ended()) {
      return std::nullopt;
    }
  }
  return true;
}

bool log_tables::insert_keys(const std::vector<wrapped_key>& keys) {
  return std::all_of(keys.begin(), keys.end(), [this](const wrapped_key& key) {
    statement::run insert{insert_key_};
    insert.bytes(key.meeting.value).number(key.retention_class).number(key.participant).bytes(key.wrapped);
    return insert.done();
  });
}

result<std::vector<log_row>> log_tables::read_places(std::int64_t first, std::int64_t last, std::size_t rows_max) {
  std::vector<log_row> rows;
  statement::run query{read_rows_};
  const auto limit = std::min<std::uint64_t>(rows_max, std::numeric_limits<std::int64_t>::max());
  query.number(first).number(last).number(as_signed(limit));
  while (query.row()) {
    rows.push_back({position_of(query.number_at(0)), circle_number{static_cast<std::uint64_t>(query.number_at(1))},
                    from_unix_ms(query.number_at(2)), query.bytes_at(3)});
  }
  if (!query.ended()) return failure::store_unavailable;
  return rows;
}

}  // namespace nightlight::adapters
