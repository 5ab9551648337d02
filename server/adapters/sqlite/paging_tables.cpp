#include "adapters/sqlite/paging_tables.hpp"

namespace nightlight::adapters {
namespace {

contact_row read_contact(const statement::run& at) { return {person_id{at.bytes_at(0)}, at.bytes_at(1)}; }

on_call_row read_on_call(const statement::run& at) {
  return {person_id{at.bytes_at(0)}, from_unix_ms(at.number_at(1)), from_unix_ms(at.number_at(2))};
}

page_row read_page(const statement::run& at) {
  return {at.bytes_at(0),
          static_cast<page_kind>(at.number_at(1)),
          at.bytes_at(2),
          room_id{at.bytes_at(3)},
          meeting_id{at.bytes_at(4)},
          alert_number{small(at.number_at(5))},
          small(at.number_at(6)),
          from_unix_ms(at.number_at(7)),
          from_unix_ms(at.number_at(8)),
          small(at.number_at(9)),
          static_cast<page_state>(at.number_at(10)),
          at.bytes_at(11)};
}

}  // namespace

// The numbers of the states stand in the statements: 1 waits, 3 is called off.
paging_tables::paging_tables(connection& db)
    : put_contact_(db, "REPLACE INTO contact VALUES(?, ?)"),
      find_contact_(db, "SELECT * FROM contact WHERE person = ?"),
      delete_contact_(db, "DELETE FROM contact WHERE person = ?"),
      put_on_call_(db, "REPLACE INTO on_call VALUES(?, ?, ?)"),
      list_on_call_(db, "SELECT * FROM on_call ORDER BY from_ms, person"),
      delete_on_call_(db, "DELETE FROM on_call WHERE person = ? AND from_ms = ?"),
      delete_on_call_over_(db, "DELETE FROM on_call WHERE until_ms <= ?"),
      add_page_(db, "INSERT OR IGNORE INTO page VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      find_page_(db, "SELECT * FROM page WHERE id = ?"),
      put_page_(db, "REPLACE INTO page VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      pages_due_(db, "SELECT * FROM page WHERE state = 1 AND due_ms <= ? ORDER BY due_ms, id LIMIT ?"),
      next_page_due_(db, "SELECT due_ms FROM page WHERE state = 1 ORDER BY due_ms LIMIT 1"),
      any_waits_(db, "SELECT 1 FROM page WHERE state = 1 AND recipient = ? LIMIT 1"),
      call_off_pages_(db, "UPDATE page SET state = 3 WHERE state = 1 AND room = ? AND meeting = ? AND alert = ?"),
      delete_pages_over_(db, "DELETE FROM page WHERE at_ms < ?") {}

result<void> paging_tables::put_contact(const contact_row& row) {
  statement::run put{put_contact_};
  return outcome(put.bytes(row.person.value).bytes(row.sealed_address));
}

result<std::optional<contact_row>> paging_tables::find_contact(const person_id& person) {
  statement::run find{find_contact_};
  return one<contact_row>(find.bytes(person.value), read_contact);
}

result<void> paging_tables::delete_contact(const person_id& person) {
  statement::run remove{delete_contact_};
  return outcome(remove.bytes(person.value));
}

result<void> paging_tables::put_on_call(const on_call_row& row) {
  statement::run put{put_on_call_};
  return outcome(put.bytes(row.person.value).number(to_unix_ms(row.from)).number(to_unix_ms(row.until)));
}

result<std::vector<on_call_row>> paging_tables::list_on_call() {
  statement::run list{list_on_call_};
  return all<on_call_row>(list, read_on_call);
}

result<void> paging_tables::delete_on_call(const person_id& person, instant from) {
  statement::run remove{delete_on_call_};
  return outcome(remove.bytes(person.value).number(to_unix_ms(from)));
}

result<void> paging_tables::delete_on_call_over(instant now) {
  statement::run remove{delete_on_call_over_};
  return outcome(remove.number(to_unix_ms(now)));
}

result<void> paging_tables::write(statement& how, const page_row& row) {
  statement::run put{how};
  put.bytes(row.id).number(static_cast<std::int64_t>(row.kind)).bytes(row.recipient).bytes(row.room.value);
  put.bytes(row.meeting.value).number(row.alert.value).number(row.rung).number(to_unix_ms(row.at));
  put.number(to_unix_ms(row.due_at)).number(row.attempts).number(static_cast<std::int64_t>(row.state));
  put.text(row.about);
  return outcome(put);
}

result<void> paging_tables::add_page(const page_row& row) { return write(add_page_, row); }

result<void> paging_tables::put_page(const page_row& row) { return write(put_page_, row); }

result<std::optional<page_row>> paging_tables::find_page(const std::string& id) {
  statement::run find{find_page_};
  return one<page_row>(find.bytes(id), read_page);
}

result<std::vector<page_row>> paging_tables::pages_due(instant now, std::size_t rows_max) {
  statement::run due{pages_due_};
  return all<page_row>(due.number(to_unix_ms(now)).number(within_int64(rows_max)), read_page);
}

result<std::optional<instant>> paging_tables::next_page_due() {
  statement::run next{next_page_due_};
  return one<instant>(next, [](const auto& at) { return from_unix_ms(at.number_at(0)); });
}

result<bool> paging_tables::any_page_waits(const std::string& recipient) {
  statement::run find{any_waits_};
  auto found = one<bool>(find.bytes(recipient), [](const auto&) { return true; });
  if (!found) return result<bool>{boost::system::in_place_error, found.error()};
  return found->has_value();
}

result<void> paging_tables::call_off_pages(const room_id& room, const meeting_id& meeting, alert_number alert) {
  statement::run off{call_off_pages_};
  return outcome(off.bytes(room.value).bytes(meeting.value).number(alert.value));
}

result<void> paging_tables::delete_pages_over(instant at_before) {
  statement::run remove{delete_pages_over_};
  return outcome(remove.number(to_unix_ms(at_before)));
}

}  // namespace nightlight::adapters
