// Everything that is kept beside the room logs: rooms, staff accounts, sessions, invitations, bans, jobs, pages, the
// calendar, meetings in numbers, incidents, and the audit log. One unit of work is a function that runs inside one
// transaction on the store's own thread; what it returns decides whether the transaction commits, so "check, then
// write" is always one step.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "ports/audit_row.hpp"
#include "ports/calendar_records.hpp"
#include "ports/figures_records.hpp"
#include "ports/incident_records.hpp"
#include "ports/paging_records.hpp"

namespace nightlight {

struct room_row {
  room_id id;
  epoch_id epoch;
  std::string title;     // the organisation's words, shown in the list of rooms
  std::string language;  // "en" or "es"
  std::uint32_t retention_hours = 24;
  std::uint32_t slow_mode_seconds = 0;
  std::uint32_t capacity = 0;
  instant created_at;
  // Of the meeting that the calendar plans in it; the epoch: none.
  instant starts_at{};
  instant ends_at{};
  std::uint32_t late_entry_minutes = 0;  // after the beginning new people may come; 0: as configured
  std::string profile{};                 // what is talked about, for the phrase rules (care/level.hpp); empty: anything
};

struct staff_row {
  person_id id;
  std::string name;           // as shown
  std::string name_key;       // folded for look-up, unique
  std::string password_hash;  // argon2id in its own text form
  std::uint32_t role = 0;     // domain role
  bool disabled = false;
  std::string totp_secret;  // empty: no second factor
};

// A session is found by the hash of the cookie half; the page half must match too before it opens anything. Its
// name is sealed under a key derived from the token itself, so the row alone says nothing about her. Whoever has a
// staff account has its role, whatever it was when she signed in.
struct session_row {
  std::string cookie_half_hash;
  std::string page_half_hash;
  person_id person;
  std::uint32_t role = 0;
  std::string sealed_name;
  std::string language;
  std::string guidelines_version;
  room_id room;  // the room her invitation opened; empty for staff
  instant created_at;
  instant expires_at;
  std::string sealed_marks{};  // what a ban of hers would be known by; sealed like the name, empty for none
};

struct invitation_row {
  std::string secret_hash;
  room_id room;
  std::uint32_t role = 0;
  person_id person;            // empty, or the one person it makes (a demo link, a link that brings her back)
  std::string suggested_name;  // demo links only: never a real person's
  std::int64_t uses_left = 1;  // negative: unlimited
  instant expires_at;          // no moment: never
  bool for_one = false;        // it never stood for more than one person
};

// The link that brings somebody who keeps places back as the same person. What it takes to write it again and to open
// her session is sealed (accounts/return_links).
struct return_link_row {
  std::string secret_hash;
  person_id person;
  std::string sealed;  // the secret, and the name she chose
  std::string language;
  instant expires_at;
  friend bool operator==(const return_link_row&, const return_link_row&) = default;
};

// Somebody is kept out. `mark` is a keyed hash that means nothing anywhere else and nothing without its key.
struct ban_row {
  room_id holds_in;  // a room, or what all rooms of a series are called together (rooms/bans.hpp)
  std::string mark;
  instant until;
  position at;        // of the event that says so
  room_id made_in{};  // in this room's log
  friend bool operator==(const ban_row&, const ban_row&) = default;
};

// Something to do at a time, claimed by one runner at a time. `kind` and `subject` name it uniquely.
struct job_row {
  std::string kind;
  std::string subject;
  instant due_at;
  std::uint32_t attempts = 0;
};

// The operations inside one transaction. They return store_unavailable when the store fails; a look-up that
// finds nothing returns an empty optional, not a failure. Putting a row replaces the one with the same key, and
// deleting what is not there is no failure.
class records {
 public:
  virtual ~records() = default;

  virtual result<void> put_room(const room_row& row) = 0;
  virtual result<std::optional<room_row>> find_room(const room_id& id) = 0;
  virtual result<std::vector<room_row>> list_rooms() = 0;  // oldest first

  virtual result<void> put_staff(const staff_row& row) = 0;  // already_exists when another id has the name_key
  virtual result<std::optional<staff_row>> find_staff(const std::string& name_key) = 0;
  virtual result<std::optional<staff_row>> find_staff_by_id(const person_id& id) = 0;
  virtual result<std::vector<staff_row>> list_staff() = 0;  // by name_key

  virtual result<void> put_session(const session_row& row) = 0;
  virtual result<std::optional<session_row>> find_session(const std::string& cookie_half_hash) = 0;
  virtual result<void> delete_session(const std::string& cookie_half_hash) = 0;
  virtual result<void> delete_sessions_of(const person_id& person) = 0;
  virtual result<void> delete_sessions_expired(instant now) = 0;  // a session ends at `expires_at`, not after it

  virtual result<void> put_invitation(const invitation_row& row) = 0;
  virtual result<std::optional<invitation_row>> find_invitation(const std::string& secret_hash) = 0;
  // Counts one use; not_found when there is none left or it has expired.
  virtual result<void> spend_invitation(const std::string& secret_hash, instant now) = 0;

  virtual result<void> put_return_link(const return_link_row& row) = 0;  // one for each person
  virtual result<std::optional<return_link_row>> find_return_link(const std::string& secret_hash) = 0;
  virtual result<std::optional<return_link_row>> find_return_link_of(const person_id& person) = 0;
  virtual result<void> delete_return_links_expired(instant now) = 0;  // it opens nothing from `expires_at` on

  virtual result<void> put_ban(const ban_row& row) = 0;  // one for each mark where it holds
  // Those of these marks that are in force: a ban is over at `until`. By mark, each once.
  virtual result<std::vector<ban_row>> find_bans(const room_id& holds_in, const std::vector<std::string>& marks,
                                                 instant now) = 0;
  // Everything that is in force there, the next to end first; then by where it was made, and by mark.
  virtual result<std::vector<ban_row>> list_bans(const room_id& holds_in, instant now) = 0;
  virtual result<void> delete_bans(const room_id& holds_in, const std::vector<std::string>& marks) = 0;
  virtual result<void> delete_bans_made(const room_id& made_in, position at) = 0;
  virtual result<void> delete_bans_expired(instant now) = 0;

  virtual result<void> put_job(const job_row& job) = 0;  // replaces one of the same kind and subject
  // Those of one kind: nobody is held up by jobs that are somebody else's. Longest due first.
  virtual result<std::vector<job_row>> jobs_due(const std::string& kind, instant now, std::size_t rows_max) = 0;
  virtual result<std::optional<instant>> next_job_due(const std::string& kind) = 0;
  virtual result<void> delete_job(const std::string& kind, const std::string& subject) = 0;

  // The audit log is only ever added to. already_exists when the sequence is taken, or the same event of a room was
  // audited before; the unit may go on.
  virtual result<void> append_audit(const audit_row& row) = 0;
  virtual result<std::vector<audit_row>> read_audit(std::uint64_t after_sequence, std::size_t rows_max) = 0;
  virtual result<std::optional<audit_row>> find_audited(const room_id& room, position at) = 0;
  virtual result<audit_mark> audit_head() = 0;                        // the newest row; zero when there is none
  virtual result<position> audited_through(const room_id& room) = 0;  // its highest position; zero when there is none

  // In this transaction too.
  virtual paging_records& paging() = 0;
  virtual calendar_records& calendar() = 0;
  virtual figures_records& figures() = 0;

  // Facts about the store itself, such as `demo` = "1".
  virtual result<std::optional<std::string>> get_setting(const std::string& key) = 0;
  virtual result<void> put_setting(const std::string& key, const std::string& value) = 0;

  // What staff wrote down, in this transaction too.
  virtual incident_records& incidents() = 0;
};

class store {
 public:
  using work = std::function<result<void>(records&)>;
  using completion = std::function<void(result<void>)>;

  virtual ~store() = default;

  // Runs `unit` in one transaction on the store's thread. A failure it returns rolls back and is handed to
  // `done`, as is a failure to commit. `done` runs on the store's thread (on the caller's, before the call returns,
  // when the queue is full) and must only copy and post. A unit runs at most once and must not throw.
  virtual void transact(work unit, completion done) = 0;

  // True while the store has taken its last write. What /readyz asks.
  virtual bool healthy() const = 0;
};

}  // namespace nightlight
