#include "adapters/memory/memory_records.hpp"

#include <algorithm>
#include <tuple>

#include "adapters/memory/map_rows.hpp"

namespace nightlight::adapters {

result<void> memory_records::put_room(const room_row& row) {
  rooms_[row.id] = row;
  return {};
}

result<std::optional<room_row>> memory_records::find_room(const room_id& id) { return look_up(rooms_, id); }

result<std::vector<room_row>> memory_records::list_rooms() {
  auto rows = values(rooms_);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const room_row& a, const room_row& b) { return a.created_at < b.created_at; });
  return rows;
}

result<void> memory_records::put_staff(const staff_row& row) {
  for (const auto& [id, other] : staff_) {
    if (other.name_key == row.name_key && id != row.id) return failure::already_exists;
  }
  staff_[row.id] = row;
  return {};
}

result<std::optional<staff_row>> memory_records::find_staff(const std::string& name_key) {
  for (const auto& [id, row] : staff_) {
    if (row.name_key == name_key) return std::optional{row};
  }
  return std::optional<staff_row>{};
}

result<std::optional<staff_row>> memory_records::find_staff_by_id(const person_id& id) { return look_up(staff_, id); }

result<std::vector<staff_row>> memory_records::list_staff() {
  auto rows = values(staff_);
  std::sort(rows.begin(), rows.end(), [](const staff_row& a, const staff_row& b) { return a.name_key < b.name_key; });
  return rows;
}

result<void> memory_records::put_session(const session_row& row) {
  sessions_[row.cookie_half_hash] = row;
  return {};
}

result<std::optional<session_row>> memory_records::find_session(const std::string& cookie_half_hash) {
  const auto kept = sessions_.find(cookie_half_hash);
  if (kept == sessions_.end()) return std::optional<session_row>{};
  session_row found = kept->second;
  if (const auto account = staff_.find(found.person); account != staff_.end()) found.role = account->second.role;
  return std::optional(std::move(found));
}

result<void> memory_records::delete_session(const std::string& cookie_half_hash) {
  sessions_.erase(cookie_half_hash);
  return {};
}

result<void> memory_records::delete_sessions_of(const person_id& person) {
  std::erase_if(sessions_, [&](const auto& entry) { return entry.second.person == person; });
  return {};
}

result<void> memory_records::delete_sessions_expired(instant now) {
  std::erase_if(sessions_, [&](const auto& entry) { return entry.second.expires_at <= now; });
  return {};
}

result<void> memory_records::put_invitation(const invitation_row& row) {
  invitations_[row.secret_hash] = row;
  return {};
}

result<std::optional<invitation_row>> memory_records::find_invitation(const std::string& secret_hash) {
  return look_up(invitations_, secret_hash);
}

result<void> memory_records::spend_invitation(const std::string& secret_hash, instant now) {
  const auto found = invitations_.find(secret_hash);
  if (found == invitations_.end()) return failure::not_found;
  invitation_row& row = found->second;
  const bool expired = row.expires_at != instant{} && row.expires_at <= now;
  if (expired || row.uses_left == 0) return failure::not_found;
  if (row.uses_left > 0) --row.uses_left;
  return {};
}

result<void> memory_records::put_return_link(const return_link_row& row) {
  return_links_[row.person] = row;
  return {};
}

result<std::optional<return_link_row>> memory_records::find_return_link(const std::string& secret_hash) {
  for (const auto& [person, row] : return_links_) {
    if (row.secret_hash == secret_hash) return std::optional{row};
  }
  return std::optional<return_link_row>{};
}

result<std::optional<return_link_row>> memory_records::find_return_link_of(const person_id& person) {
  return look_up(return_links_, person);
}

result<void> memory_records::delete_return_links_expired(instant now) {
  std::erase_if(return_links_, [&](const auto& entry) { return entry.second.expires_at <= now; });
  return {};
}

result<void> memory_records::put_ban(const ban_row& row) {
  bans_[{row.holds_in, row.mark}] = row;
  return {};
}

result<std::vector<ban_row>> memory_records::find_bans(const room_id& holds_in, const std::vector<std::string>& marks,
                                                       instant now) {
  std::vector<ban_row> rows;
  for (const std::string& mark : std::set<std::string>(marks.begin(), marks.end())) {
    const auto found = bans_.find({holds_in, mark});
    if (found != bans_.end() && now < found->second.until) rows.push_back(found->second);
  }
  return rows;
}

result<std::vector<ban_row>> memory_records::list_bans(const room_id& holds_in, instant now) {
  auto rows = values(bans_);
  std::erase_if(rows, [&](const ban_row& b) { return b.holds_in != holds_in || b.until <= now; });
  std::ranges::sort(rows, {}, [](const ban_row& b) { return std::tie(b.until, b.made_in, b.at, b.mark); });
  return rows;
}

result<void> memory_records::delete_bans_made(const room_id& made_in, position at) {
  std::erase_if(bans_, [&](const auto& entry) { return entry.second.made_in == made_in && entry.second.at == at; });
  return {};
}

result<void> memory_records::delete_bans(const room_id& holds_in, const std::vector<std::string>& marks) {
  for (const std::string& mark : marks) bans_.erase({holds_in, mark});
  return {};
}

result<void> memory_records::delete_bans_expired(instant now) {
  std::erase_if(bans_, [&](const auto& entry) { return entry.second.until <= now; });
  return {};
}

result<void> memory_records::put_job(const job_row& job) {
  jobs_[{job.kind, job.subject}] = job;
  return {};
}

result<std::vector<job_row>> memory_records::jobs_due(const std::string& kind, instant now, std::size_t rows_max) {
  auto rows = values(jobs_);
  std::erase_if(rows, [&](const job_row& job) { return job.kind != kind || job.due_at > now; });
  std::stable_sort(rows.begin(), rows.end(), [](const job_row& a, const job_row& b) { return a.due_at < b.due_at; });
  if (rows.size() > rows_max) rows.resize(rows_max);
  return rows;
}

result<std::optional<instant>> memory_records::next_job_due(const std::string& kind) {
  std::optional<instant> next;
  for (const auto& [name, job] : jobs_) {
    if (job.kind == kind && (!next || job.due_at < *next)) next = job.due_at;
  }
  return next;
}

result<void> memory_records::delete_job(const std::string& kind, const std::string& subject) {
  jobs_.erase({kind, subject});
  return {};
}

result<void> memory_records::append_audit(const audit_row& row) {
  const position at = row.entry.at;
  const bool taken = audit_.contains(row.sequence) || (at && audited_[row.entry.room].contains(at));
  if (taken) return failure::already_exists;
  audit_.emplace(row.sequence, row);
  if (at) audited_[row.entry.room].insert(at);
  return {};
}

result<std::vector<audit_row>> memory_records::read_audit(std::uint64_t after_sequence, std::size_t rows_max) {
  std::vector<audit_row> rows;
  for (auto at = audit_.upper_bound(after_sequence); at != audit_.end() && rows.size() < rows_max; ++at) {
    rows.push_back(at->second);
  }
  return rows;
}

result<std::optional<audit_row>> memory_records::find_audited(const room_id& room, position at) {
  const auto is_there = [&](const auto& entry) {
    return at && entry.second.entry.room == room && entry.second.entry.at == at;
  };
  const auto found = std::ranges::find_if(audit_, is_there);
  return found == audit_.end() ? std::optional<audit_row>{} : std::optional{found->second};
}

result<audit_mark> memory_records::audit_head() {
  if (audit_.empty()) return audit_mark{};
  return audit_mark{audit_.rbegin()->first, audit_.rbegin()->second.link};
}

result<position> memory_records::audited_through(const room_id& room) {
  const auto found = audited_.find(room);
  return found == audited_.end() || found->second.empty() ? position{} : *found->second.rbegin();
}

result<std::optional<std::string>> memory_records::get_setting(const std::string& key) {
  return look_up(settings_, key);
}

result<void> memory_records::put_setting(const std::string& key, const std::string& value) {
  settings_[key] = value;
  return {};
}

}  // namespace nightlight::adapters
