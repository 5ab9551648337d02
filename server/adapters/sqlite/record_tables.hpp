// The records of ports/store.hpp on one connection, inside a transaction that its owner begins and ends.
#pragma once

#include "adapters/sqlite/calendar_tables.hpp"
#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/figures_tables.hpp"
#include "adapters/sqlite/incident_tables.hpp"
#include "adapters/sqlite/paging_tables.hpp"
#include "adapters/sqlite/row_reader.hpp"
#include "ports/store.hpp"

namespace nightlight::adapters {

class record_tables final : public records, private row_reader {
 public:
  explicit record_tables(connection& db);

  result<void> put_room(const room_row& row) override;
  result<std::optional<room_row>> find_room(const room_id& id) override;
  result<std::vector<room_row>> list_rooms() override;

  result<void> put_staff(const staff_row& row) override;
  result<std::optional<staff_row>> find_staff(const std::string& name_key) override;
  result<std::optional<staff_row>> find_staff_by_id(const person_id& id) override;
  result<std::vector<staff_row>> list_staff() override;

  result<void> put_session(const session_row& row) override;
  result<std::optional<session_row>> find_session(const std::string& cookie_half_hash) override;
  result<void> delete_session(const std::string& cookie_half_hash) override;
  result<void> delete_sessions_of(const person_id& person) override;
  result<void> delete_sessions_expired(instant now) override;

  result<void> put_invitation(const invitation_row& row) override;
  result<std::optional<invitation_row>> find_invitation(const std::string& secret_hash) override;
  result<void> spend_invitation(const std::string& secret_hash, instant now) override;

  result<void> put_return_link(const return_link_row& row) override;
  result<std::optional<return_link_row>> find_return_link(const std::string& secret_hash) override;
  result<std::optional<return_link_row>> find_return_link_of(const person_id& person) override;
  result<void> delete_return_links_expired(instant now) override;

  result<void> put_ban(const ban_row& row) override;
  result<std::vector<ban_row>> find_bans(const room_id& holds_in, const std::vector<std::string>& marks,
                                         instant now) override;
  result<std::vector<ban_row>> list_bans(const room_id& holds_in, instant now) override;
  result<void> delete_bans(const room_id& holds_in, const std::vector<std::string>& marks) override;
  result<void> delete_bans_made(const room_id& made_in, position at) override;
  result<void> delete_bans_expired(instant now) override;

  result<void> put_job(const job_row& job) override;
  result<std::vector<job_row>> jobs_due(const std::string& kind, instant now, std::size_t rows_max) override;
  result<std::optional<instant>> next_job_due(const std::string& kind) override;
  result<void> delete_job(const std::string& kind, const std::string& subject) override;

  result<void> append_audit(const audit_row& row) override;
  result<std::vector<audit_row>> read_audit(std::uint64_t after_sequence, std::size_t rows_max) override;
  result<std::optional<audit_row>> find_audited(const room_id& room, position at) override;
  result<audit_mark> audit_head() override;
  result<position> audited_through(const room_id& room) override;

  paging_records& paging() override { return paging_; }
  calendar_records& calendar() override { return calendar_; }
  figures_records& figures() override { return figures_; }
  incident_records& incidents() override { return incidents_; }

  result<std::optional<std::string>> get_setting(const std::string& key) override;
  result<void> put_setting(const std::string& key, const std::string& value) override;

  // Whether the store failed under a unit since the last call: its transaction cannot be kept, whatever it returned.
  bool take_broken() {
    const bool paging = paging_.take_broken();
    const bool calendar = calendar_.take_broken();
    const bool figures = figures_.take_broken();
    const bool incidents = incidents_.take_broken();
    return row_reader::take_broken() || paging || calendar || figures || incidents;
  }

 private:
  connection& db_;
  calendar_tables calendar_;
  paging_tables paging_;
  figures_tables figures_;
  incident_tables incidents_;
  statement put_room_, find_room_, list_rooms_;
  statement name_taken_, put_staff_, find_staff_, find_staff_by_id_, list_staff_;
  statement put_session_, find_session_, delete_session_, delete_sessions_of_, delete_sessions_expired_;
  statement put_invitation_, find_invitation_, spend_invitation_;
  statement put_link_, find_link_, find_link_of_, delete_links_expired_;
  statement put_ban_, find_ban_, list_bans_, delete_ban_, delete_bans_made_, delete_bans_expired_;
  statement put_job_, jobs_due_, next_job_due_, delete_job_;
  statement append_audit_, read_audit_, find_audited_, audit_head_, audited_through_;
  statement get_setting_, put_setting_;
};

}  // namespace nightlight::adapters
