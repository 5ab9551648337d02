#include "adapters/sqlite/figures_tables.hpp"

namespace nightlight::adapters {

figures_tables::figures_tables(connection& db)
    : put_(db, "REPLACE INTO meeting_figures VALUES(?, ?, ?, ?)"),
      list_(db,
            "SELECT * FROM meeting_figures WHERE closed_ms >= ? AND closed_ms < ? "
            "ORDER BY closed_ms, meeting") {}

result<void> figures_tables::put_figures(const figures_row& row) {
  statement::run put{put_};
  put.bytes(row.meeting.value).bytes(row.room.value).number(to_unix_ms(row.closed_at)).bytes(row.figures);
  return outcome(put);
}

result<std::vector<figures_row>> figures_tables::list_figures(instant from, instant to) {
  statement::run list{list_};
  list.number(to_unix_ms(from)).number(to_unix_ms(to));
  return all<figures_row>(list, [](const auto& at) {
    return figures_row{meeting_id{at.bytes_at(0)}, room_id{at.bytes_at(1)}, from_unix_ms(at.number_at(2)),
                       at.bytes_at(3)};
  });
}

}  // namespace nightlight::adapters
