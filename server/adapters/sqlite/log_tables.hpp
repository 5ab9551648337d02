// The rows and keys of the rooms' logs, on one connection and one thread. Whether an append fits is decided before
// anything is written, so a conflict leaves nothing to undo and needs no savepoint.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "adapters/sqlite/connection.hpp"
#include "ports/room_log.hpp"

namespace nightlight::adapters {

class log_tables {
 public:
  explicit log_tables(connection& db);

  // Inside a transaction. conflict: nothing was written. store_unavailable: the transaction must be rolled back.
  result<position> append(const append_request& request);
  result<void> destroy_keys(const meeting_id& meeting, std::uint32_t retention_class);
  result<void> replace_records(const room_id& room, const std::vector<record_change>& changes);

  result<std::vector<log_row>> read(const room_id& room, position after, std::size_t rows_max);
  result<meeting_tail> read_newest_meeting(const room_id& room);

  // After a rollback: what is remembered of the logs may not be what is stored.
  void forget_heads() { heads_.clear(); }

 private:
  // The end of a room's log. This process alone writes, so it can be remembered.
  struct head {
    std::int64_t room = 0;  // number in log_room; 0: not there yet
    std::uint64_t newest = 0;
    meeting_id meeting;
    std::uint64_t meeting_begins = 0;
  };

  head* find_head(const room_id& room);  // null when the store fails
  bool load_head(const room_id& room, head& into);
  bool make_room(const room_id& room, head& into);
  bool begin_meeting(const meeting_id& meeting, head& of);
  std::optional<bool> keys_fit(const std::vector<wrapped_key>& keys);
  bool insert_keys(const std::vector<wrapped_key>& keys);
  result<std::vector<log_row>> read_places(std::int64_t first, std::int64_t last, std::size_t rows_max);

  connection& db_;
  std::unordered_map<room_id, head> heads_;
  statement find_room_;
  statement insert_room_;
  statement find_newest_;
  statement find_newest_meeting_;
  statement find_meeting_;
  statement insert_meeting_;
  statement insert_row_;
  statement replace_record_;
  statement read_rows_;
  statement find_key_;
  statement insert_key_;
  statement read_keys_;
  statement delete_keys_;
};

}  // namespace nightlight::adapters
