#include "adapters/sqlite/incident_tables.hpp"

namespace nightlight::adapters {
namespace {

incident_row read_incident(const statement::run& at) {
  return {incident_id{at.bytes_at(0)},
          meeting_id{at.bytes_at(1)},
          alert_number{small(at.number_at(2))},
          person_id{at.bytes_at(3)},
          from_unix_ms(at.number_at(4)),
          at.number_at(5) != 0,
          at.bytes_at(6),
          at.bytes_at(7)};
}

}  // namespace

incident_tables::incident_tables(connection& db)
    : add_(db, "INSERT INTO incident VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
      find_(db, "SELECT * FROM incident WHERE id = ?"),
      list_(db,
            "SELECT * FROM incident WHERE (open, raised_ms, id) < (?, ?, ?) AND (? = 1 OR written_by = ?) "
            "ORDER BY open DESC, raised_ms DESC, id DESC LIMIT ?"),
      set_open_(db, "UPDATE incident SET open = ? WHERE id = ?"),
      forget_(db, "UPDATE incident SET sealed_excerpt = x'' WHERE id = ?"),
      delete_(db, "DELETE FROM incident WHERE id = ?"),
      delete_entries_(db, "DELETE FROM incident_entry WHERE incident = ?"),
      add_entry_(db, "INSERT INTO incident_entry VALUES(?, ?, ?)"),
      list_entries_(db, "SELECT * FROM incident_entry WHERE incident = ? ORDER BY number") {}

result<void> incident_tables::added(statement::run& add) {
  add.step();
  if ((add.code() & 0xff) == SQLITE_CONSTRAINT) return failure::already_exists;
  if (add.ended()) return {};
  return broken();
}

result<void> incident_tables::add_incident(const incident_row& row) {
  statement::run add{add_};
  add.bytes(row.id.value).bytes(row.meeting.value).number(row.alert.value).bytes(row.written_by.value);
  add.number(to_unix_ms(row.raised_at)).number(row.open ? 1 : 0).bytes(row.sealed).bytes(row.sealed_excerpt);
  return added(add);
}

result<std::optional<incident_row>> incident_tables::find_incident(const incident_id& id) {
  statement::run find{find_};
  return one<incident_row>(find.bytes(id.value), read_incident);
}

result<std::vector<incident_row>> incident_tables::list_incidents(const person_id& written_by,
                                                                  const std::optional<incident_place>& after,
                                                                  std::size_t rows_max) {
  // No row is open twice: before the first of all.
  const std::int64_t open = !after ? 2 : after->open ? 1 : 0;
  const std::int64_t raised_ms = after ? to_unix_ms(after->raised_at) : 0;
  const std::string id = after ? after->id.value : std::string{};
  statement::run list{list_};
  list.number(open).number(raised_ms).bytes(id).number(written_by ? 0 : 1).bytes(written_by.value);
  return all<incident_row>(list.number(within_int64(rows_max)), read_incident);
}

result<void> incident_tables::set_incident_open(const incident_id& id, bool open) {
  statement::run set{set_open_};
  return outcome(set.number(open ? 1 : 0).bytes(id.value));
}

result<void> incident_tables::forget_excerpt(const incident_id& id) {
  statement::run forget{forget_};
  return outcome(forget.bytes(id.value));
}

result<void> incident_tables::delete_incident(const incident_id& id) {
  statement::run entries{delete_entries_};
  if (auto gone = outcome(entries.bytes(id.value)); !gone) return gone;
  statement::run incident{delete_};
  return outcome(incident.bytes(id.value));
}

result<void> incident_tables::add_entry(const incident_entry_row& row) {
  statement::run add{add_entry_};
  add.bytes(row.incident.value).number(row.number).bytes(row.sealed);
  return added(add);
}

result<std::vector<incident_entry_row>> incident_tables::list_entries(const incident_id& id) {
  statement::run list{list_entries_};
  return all<incident_entry_row>(list.bytes(id.value), [](const auto& at) {
    return incident_entry_row{incident_id{at.bytes_at(0)}, small(at.number_at(1)), at.bytes_at(2)};
  });
}

}  // namespace nightlight::adapters
