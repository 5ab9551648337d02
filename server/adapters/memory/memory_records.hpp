// The records of memory_store: ordered maps, copied whole when a unit of work begins so that it can be undone.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "adapters/memory/memory_calendar.hpp"
#include "adapters/memory/memory_figures.hpp"
#include "adapters/memory/memory_incidents.hpp"
#include "adapters/memory/memory_paging.hpp"
#include "ports/store.hpp"

namespace nightlight::adapters {

class memory_records final : public records {
 public:
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

 private:
  std::map<room_id, room_row> rooms_;
  std::map<person_id, staff_row> staff_;
  std::map<std::string, session_row> sessions_;
  std::map<std::string, invitation_row> invitations_;
  std::map<person_id, return_link_row> return_links_;
  std::map<std::pair<room_id, std::string>, ban_row> bans_;
  std::map<std::pair<std::string, std::string>, job_row> jobs_;
  std::map<std::uint64_t, audit_row> audit_;
  std::map<room_id, std::set<position>> audited_;
  memory_paging paging_;
  std::map<std::string, std::string> settings_;
  memory_calendar calendar_;
  memory_figures figures_;
  memory_incidents incidents_;
};

}  // namespace nightlight::adapters
