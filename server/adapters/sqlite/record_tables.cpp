#include "adapters/sqlite/record_tables.hpp"

#include <limits>
#include <set>
#include <utility>

namespace nightlight::adapters {
namespace {

room_row read_room(const statement::run& at) {
  return {room_id{at.bytes_at(0)},
          epoch_id{at.bytes_at(1)},
          at.bytes_at(2),
          at.bytes_at(3),
          small(at.number_at(4)),
          small(at.number_at(5)),
          small(at.number_at(6)),
          from_unix_ms(at.number_at(7)),
          from_unix_ms(at.number_at(8)),
          from_unix_ms(at.number_at(9)),
          small(at.number_at(10)),
          at.bytes_at(11)};
}

staff_row read_staff(const statement::run& at) {
  return {person_id{at.bytes_at(0)}, at.bytes_at(1),       at.bytes_at(2), at.bytes_at(3),
          small(at.number_at(4)),    at.number_at(5) != 0, at.bytes_at(6)};
}

session_row read_session(const statement::run& at) {
  return {at.bytes_at(0),
          at.bytes_at(1),
          person_id{at.bytes_at(2)},
          small(at.number_at(3)),
          at.bytes_at(4),
          at.bytes_at(5),
          at.bytes_at(6),
          room_id{at.bytes_at(7)},
          from_unix_ms(at.number_at(8)),
          from_unix_ms(at.number_at(9)),
          at.bytes_at(10)};
}

invitation_row read_invitation(const statement::run& at) {
  return {at.bytes_at(0), room_id{at.bytes_at(1)}, small(at.number_at(2)),        person_id{at.bytes_at(3)},
          at.bytes_at(4), at.number_at(5),         from_unix_ms(at.number_at(6)), at.number_at(7) != 0};
}

ban_row read_ban(const statement::run& at) {
  return {room_id{at.bytes_at(0)}, at.bytes_at(1), from_unix_ms(at.number_at(2)),
          position{static_cast<std::uint64_t>(at.number_at(3))}, room_id{at.bytes_at(4)}};
}

job_row read_job(const statement::run& at) {
  return {at.bytes_at(0), at.bytes_at(1), from_unix_ms(at.number_at(2)), small(at.number_at(3))};
}

audit_row read_audit_row(const statement::run& at) {
  const audit_entry e{from_unix_ms(at.number_at(1)),
                      room_id{at.bytes_at(2)},
                      meeting_id{at.bytes_at(3)},
                      position{static_cast<std::uint64_t>(at.number_at(4))},
                      at.bytes_at(5),
                      small(at.number_at(6)),
                      at.bytes_at(7),
                      member_number{small(at.number_at(8))},
                      at.bytes_at(9),
                      small(at.number_at(10)),
                      seconds{at.number_at(11)}};
  return {static_cast<std::uint64_t>(at.number_at(0)), e, at.bytes_at(12), at.bytes_at(13)};
}

return_link_row read_return_link(const statement::run& at) {
  return {at.bytes_at(1), person_id{at.bytes_at(0)}, at.bytes_at(2), at.bytes_at(3), from_unix_ms(at.number_at(4))};
}

}  // namespace

record_tables::record_tables(connection& db)
    : db_(db),
      calendar_(db),
      paging_(db),
      figures_(db),
      incidents_(db),
      put_room_(db, "REPLACE INTO room VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      find_room_(db, "SELECT * FROM room WHERE id = ?"),
      list_rooms_(db, "SELECT * FROM room ORDER BY created_ms, id"),
      name_taken_(db, "SELECT 1 FROM staff WHERE name_key = ? AND id <> ?"),
      put_staff_(db, "REPLACE INTO staff VALUES(?, ?, ?, ?, ?, ?, ?)"),
      find_staff_(db, "SELECT * FROM staff WHERE name_key = ?"),
      find_staff_by_id_(db, "SELECT * FROM staff WHERE id = ?"),
      list_staff_(db, "SELECT * FROM staff ORDER BY name_key"),
      put_session_(db, "REPLACE INTO session VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      find_session_(db,
                    "SELECT cookie_half_hash, page_half_hash, person, "
                    "coalesce((SELECT staff.role FROM staff WHERE staff.id = session.person), role), sealed_name, "
                    "language, guidelines_version, room, created_ms, expires_ms, sealed_marks "
                    "FROM session WHERE cookie_half_hash = ?"),
      delete_session_(db, "DELETE FROM session WHERE cookie_half_hash = ?"),
      delete_sessions_of_(db, "DELETE FROM session WHERE person = ?"),
      delete_sessions_expired_(db, "DELETE FROM session WHERE expires_ms <= ?"),
      put_invitation_(db, "REPLACE INTO invitation VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
      find_invitation_(db, "SELECT * FROM invitation WHERE secret_hash = ?"),
      spend_invitation_(db,
                        "UPDATE invitation SET uses_left = uses_left - (uses_left > 0) "
                        "WHERE secret_hash = ? AND uses_left <> 0 AND (expires_ms = 0 OR expires_ms > ?)"),
      put_link_(db, "REPLACE INTO return_link VALUES(?, ?, ?, ?, ?)"),
      find_link_(db, "SELECT * FROM return_link WHERE secret_hash = ?"),
      find_link_of_(db, "SELECT * FROM return_link WHERE person = ?"),
      delete_links_expired_(db, "DELETE FROM return_link WHERE expires_ms <= ?"),
      put_ban_(db, "REPLACE INTO ban VALUES(?, ?, ?, ?, ?)"),
      find_ban_(db, "SELECT * FROM ban WHERE holds_in = ? AND mark = ? AND until_ms > ?"),
      list_bans_(db,
                 "SELECT * FROM ban WHERE holds_in = ? AND until_ms > ? "
                 "ORDER BY until_ms, made_in, position, mark"),
      delete_ban_(db, "DELETE FROM ban WHERE holds_in = ? AND mark = ?"),
      delete_bans_made_(db, "DELETE FROM ban WHERE made_in = ? AND position = ?"),
      delete_bans_expired_(db, "DELETE FROM ban WHERE until_ms <= ?"),
      put_job_(db, "REPLACE INTO job VALUES(?, ?, ?, ?)"),
      jobs_due_(db, "SELECT * FROM job WHERE kind = ? AND due_ms <= ? ORDER BY due_ms, subject LIMIT ?"),
      next_job_due_(db, "SELECT due_ms FROM job WHERE kind = ? ORDER BY due_ms LIMIT 1"),
      delete_job_(db, "DELETE FROM job WHERE kind = ? AND subject = ?"),
      append_audit_(db, "INSERT INTO audit VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      read_audit_(db, "SELECT * FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?"),
      find_audited_(db, "SELECT * FROM audit WHERE room = ? AND position = ? AND position > 0"),
      audit_head_(db, "SELECT sequence, link FROM audit ORDER BY sequence DESC LIMIT 1"),
      audited_through_(db, "SELECT max(position) FROM audit WHERE room = ? AND position > 0"),
      get_setting_(db, "SELECT value FROM setting WHERE key = ?"),
      put_setting_(db, "REPLACE INTO setting VALUES(?, ?)") {}

result<void> record_tables::put_room(const room_row& row) {
  statement::run put{put_room_};
  put.bytes(row.id.value).bytes(row.epoch.value).text(row.title).text(row.language);
  put.number(row.retention_hours).number(row.slow_mode_seconds).number(row.capacity).number(to_unix_ms(row.created_at));
  put.number(to_unix_ms(row.starts_at)).number(to_unix_ms(row.ends_at)).number(row.late_entry_minutes);
  return outcome(put.text(row.profile));
}

result<std::optional<room_row>> record_tables::find_room(const room_id& id) {
  statement::run find{find_room_};
  return one<room_row>(find.bytes(id.value), read_room);
}

result<std::vector<room_row>> record_tables::list_rooms() {
  statement::run list{list_rooms_};
  return all<room_row>(list, read_room);
}

// REPLACE would delete the other account of that name: ask first.
result<void> record_tables::put_staff(const staff_row& row) {
  statement::run taken{name_taken_};
  auto other = one<bool>(taken.text(row.name_key).bytes(row.id.value), [](const auto&) { return true; });
  if (!other) return other.error();
  if (*other) return failure::already_exists;
  statement::run put{put_staff_};
  put.bytes(row.id.value).text(row.name).text(row.name_key).text(row.password_hash);
  put.number(row.role).number(row.disabled ? 1 : 0).bytes(row.totp_secret);
  return outcome(put);
}

result<std::optional<staff_row>> record_tables::find_staff(const std::string& name_key) {
  statement::run find{find_staff_};
  return one<staff_row>(find.text(name_key), read_staff);
}

result<std::optional<staff_row>> record_tables::find_staff_by_id(const person_id& id) {
  statement::run find{find_staff_by_id_};
  return one<staff_row>(find.bytes(id.value), read_staff);
}

result<std::vector<staff_row>> record_tables::list_staff() {
  statement::run list{list_staff_};
  return all<staff_row>(list, read_staff);
}

result<void> record_tables::put_session(const session_row& row) {
  statement::run put{put_session_};
  put.bytes(row.cookie_half_hash).bytes(row.page_half_hash).bytes(row.person.value).number(row.role);
  put.bytes(row.sealed_name).text(row.language).text(row.guidelines_version).bytes(row.room.value);
  put.number(to_unix_ms(row.created_at)).number(to_unix_ms(row.expires_at)).bytes(row.sealed_marks);
  return outcome(put);
}

result<std::optional<session_row>> record_tables::find_session(const std::string& cookie_half_hash) {
  statement::run find{find_session_};
  return one<session_row>(find.bytes(cookie_half_hash), read_session);
}

result<void> record_tables::delete_session(const std::string& cookie_half_hash) {
  statement::run remove{delete_session_};
  return outcome(remove.bytes(cookie_half_hash));
}

result<void> record_tables::delete_sessions_of(const person_id& person) {
  statement::run remove{delete_sessions_of_};
  return outcome(remove.bytes(person.value));
}

result<void> record_tables::delete_sessions_expired(instant now) {
  statement::run remove{delete_sessions_expired_};
  return outcome(remove.number(to_unix_ms(now)));
}

result<void> record_tables::put_invitation(const invitation_row& row) {
  statement::run put{put_invitation_};
  put.bytes(row.secret_hash).bytes(row.room.value).number(row.role).bytes(row.person.value);
  put.text(row.suggested_name).number(row.uses_left).number(to_unix_ms(row.expires_at)).number(row.for_one ? 1 : 0);
  return outcome(put);
}

result<std::optional<invitation_row>> record_tables::find_invitation(const std::string& secret_hash) {
  statement::run find{find_invitation_};
  return one<invitation_row>(find.bytes(secret_hash), read_invitation);
}

result<void> record_tables::spend_invitation(const std::string& secret_hash, instant now) {
  statement::run spend{spend_invitation_};
  auto spent = outcome(spend.bytes(secret_hash).number(to_unix_ms(now)));
  if (!spent) return spent;
  if (sqlite3_changes(db_.handle()) == 0) return failure::not_found;
  return {};
}

result<void> record_tables::put_return_link(const return_link_row& row) {
  statement::run put{put_link_};
  put.bytes(row.person.value).bytes(row.secret_hash).bytes(row.sealed).text(row.language);
  return outcome(put.number(to_unix_ms(row.expires_at)));
}

result<std::optional<return_link_row>> record_tables::find_return_link(const std::string& secret_hash) {
  statement::run find{find_link_};
  return one<return_link_row>(find.bytes(secret_hash), read_return_link);
}

result<std::optional<return_link_row>> record_tables::find_return_link_of(const person_id& person) {
  statement::run find{find_link_of_};
  return one<return_link_row>(find.bytes(person.value), read_return_link);
}

result<void> record_tables::delete_return_links_expired(instant now) {
  statement::run remove{delete_links_expired_};
  return outcome(remove.number(to_unix_ms(now)));
}

result<void> record_tables::put_ban(const ban_row& row) {
  statement::run put{put_ban_};
  put.bytes(row.holds_in.value).bytes(row.mark).number(to_unix_ms(row.until)).number(within_int64(row.at.value));
  return outcome(put.bytes(row.made_in.value));
}

result<std::vector<ban_row>> record_tables::find_bans(const room_id& holds_in, const std::vector<std::string>& marks,
                                                      instant now) {
  std::vector<ban_row> rows;
  for (const std::string& mark : std::set<std::string>(marks.begin(), marks.end())) {
    statement::run find{find_ban_};
    auto found = one<ban_row>(find.bytes(holds_in.value).bytes(mark).number(to_unix_ms(now)), read_ban);
    if (!found) return found.error();
    if (*found) rows.push_back(std::move(**found));
  }
  return rows;
}

result<std::vector<ban_row>> record_tables::list_bans(const room_id& holds_in, instant now) {
  statement::run list{list_bans_};
  return all<ban_row>(list.bytes(holds_in.value).number(to_unix_ms(now)), read_ban);
}

result<void> record_tables::delete_bans_made(const room_id& made_in, position at) {
  statement::run remove{delete_bans_made_};
  return outcome(remove.bytes(made_in.value).number(within_int64(at.value)));
}

result<void> record_tables::delete_bans(const room_id& holds_in, const std::vector<std::string>& marks) {
  for (const std::string& mark : marks) {
    statement::run remove{delete_ban_};
    auto gone = outcome(remove.bytes(holds_in.value).bytes(mark));
    if (!gone) return gone;
  }
  return {};
}

result<void> record_tables::delete_bans_expired(instant now) {
  statement::run remove{delete_bans_expired_};
  return outcome(remove.number(to_unix_ms(now)));
}

result<void> record_tables::put_job(const job_row& job) {
  statement::run put{put_job_};
  return outcome(put.text(job.kind).bytes(job.subject).number(to_unix_ms(job.due_at)).number(job.attempts));
}

result<std::vector<job_row>> record_tables::jobs_due(const std::string& kind, instant now, std::size_t rows_max) {
  statement::run due{jobs_due_};
  return all<job_row>(due.text(kind).number(to_unix_ms(now)).number(within_int64(rows_max)), read_job);
}

result<std::optional<instant>> record_tables::next_job_due(const std::string& kind) {
  statement::run next{next_job_due_};
  next.text(kind);
  return one<instant>(next, [](const auto& at) { return from_unix_ms(at.number_at(0)); });
}

result<void> record_tables::delete_job(const std::string& kind, const std::string& subject) {
  statement::run remove{delete_job_};
  return outcome(remove.text(kind).bytes(subject));
}

result<void> record_tables::append_audit(const audit_row& row) {
  const audit_entry& e = row.entry;
  statement::run append{append_audit_};
  append.number(within_int64(row.sequence)).number(to_unix_ms(e.time)).bytes(e.room.value).bytes(e.meeting.value);
  append.number(within_int64(e.at.value)).text(e.actor).number(e.role).text(e.action).number(e.target.value);
  append.text(e.subject).number(e.messages).number(e.length.count()).bytes(row.link).bytes(row.signature);
  append.step();
  if ((append.code() & 0xff) == SQLITE_CONSTRAINT) return failure::already_exists;
  if (append.ended()) return {};
  return broken();
}

result<std::vector<audit_row>> record_tables::read_audit(std::uint64_t after_sequence, std::size_t rows_max) {
  statement::run read{read_audit_};
  // From the beginning means everything, also what somebody else numbered below one.
  const std::int64_t after =
      after_sequence == 0 ? std::numeric_limits<std::int64_t>::min() : within_int64(after_sequence);
  return all<audit_row>(read.number(after).number(within_int64(rows_max)), read_audit_row);
}

result<std::optional<audit_row>> record_tables::find_audited(const room_id& room, position at) {
  statement::run find{find_audited_};
  return one<audit_row>(find.bytes(room.value).number(within_int64(at.value)), read_audit_row);
}

result<audit_mark> record_tables::audit_head() {
  statement::run newest{audit_head_};
  auto head = one<audit_mark>(newest, [](const auto& at) {
    return audit_mark{static_cast<std::uint64_t>(at.number_at(0)), at.bytes_at(1)};
  });
  if (!head) return head.error();
  return head->value_or(audit_mark{});
}

result<position> record_tables::audited_through(const room_id& room) {
  statement::run through{audited_through_};
  auto found = one<position>(through.bytes(room.value), [](const auto& at) {
    return position{static_cast<std::uint64_t>(at.number_at(0))};  // NULL, when there is none, reads as zero
  });
  if (!found) return found.error();
  return found->value_or(position{});
}

result<std::optional<std::string>> record_tables::get_setting(const std::string& key) {
  statement::run get{get_setting_};
  return one<std::string>(get.text(key), [](const auto& at) { return at.bytes_at(0); });
}

result<void> record_tables::put_setting(const std::string& key, const std::string& value) {
  statement::run put{put_setting_};
  return outcome(put.text(key).bytes(value));
}

}  // namespace nightlight::adapters
