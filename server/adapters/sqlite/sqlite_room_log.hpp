// The room log in SQLite: the face of sqlite_database that rooms see. Completions run on the database's thread.
#pragma once

#include "adapters/sqlite/sqlite_database.hpp"
#include "ports/room_log.hpp"

namespace nightlight::adapters {

class sqlite_room_log final : public room_log {
 public:
  // `database` outlives this.
  explicit sqlite_room_log(sqlite_database& database) : database_(database) {}

  void append(append_request request, completion<position> done) override;
  void read(room_id room, position after, std::size_t rows_max, completion<std::vector<log_row>> done) override;
  void read_newest_meeting(room_id room, completion<meeting_tail> done) override;
  void destroy_keys(meeting_id meeting, std::uint32_t retention_class, completion<void> done) override;
  void replace_records(room_id room, std::vector<record_change> changes, completion<void> done) override;

 private:
  sqlite_database& database_;
};

}  // namespace nightlight::adapters
