#include "adapters/memory/memory_incidents.hpp"

#include <algorithm>
#include <tuple>

#include "adapters/memory/map_rows.hpp"

namespace nightlight::adapters {
namespace {

auto place_of(const incident_row& row) { return std::tie(row.open, row.raised_at, row.id); }

}  // namespace

result<void> memory_incidents::add_incident(const incident_row& row) {
  const auto is_there = [&](const auto& kept) {
    const incident_row& other = kept.second;
    return other.id == row.id || (other.meeting == row.meeting && other.alert == row.alert);
  };
  if (std::ranges::any_of(rows_, is_there)) return failure::already_exists;
  rows_[row.id] = row;
  return {};
}

result<std::optional<incident_row>> memory_incidents::find_incident(const incident_id& id) {
  return look_up(rows_, id);
}

result<std::vector<incident_row>> memory_incidents::list_incidents(const person_id& written_by,
                                                                   const std::optional<incident_place>& after,
                                                                   std::size_t rows_max) {
  std::vector<incident_row> rows;
  for (const auto& [id, row] : rows_) {
    if (written_by && row.written_by != written_by) continue;
    if (after && place_of(row) >= std::tie(after->open, after->raised_at, after->id)) continue;
    rows.push_back(row);
  }
  std::ranges::sort(rows, [](const auto& a, const auto& b) { return place_of(a) > place_of(b); });
  if (rows.size() > rows_max) rows.resize(rows_max);
  return rows;
}

result<void> memory_incidents::set_incident_open(const incident_id& id, bool open) {
  if (const auto found = rows_.find(id); found != rows_.end()) found->second.open = open;
  return {};
}

result<void> memory_incidents::forget_excerpt(const incident_id& id) {
  if (const auto found = rows_.find(id); found != rows_.end()) found->second.sealed_excerpt.clear();
  return {};
}

result<void> memory_incidents::delete_incident(const incident_id& id) {
  rows_.erase(id);
  std::erase_if(entries_, [&](const auto& entry) { return entry.first.first == id; });
  return {};
}

result<void> memory_incidents::add_entry(const incident_entry_row& row) {
  const bool fresh = entries_.emplace(std::pair{row.incident, row.number}, row.sealed).second;
  if (!fresh) return failure::already_exists;
  return {};
}

result<std::vector<incident_entry_row>> memory_incidents::list_entries(const incident_id& id) {
  std::vector<incident_entry_row> rows;
  for (const auto& [key, sealed] : entries_) {
    if (key.first == id) rows.push_back({key.first, key.second, sealed});
  }
  return rows;
}

}  // namespace nightlight::adapters
