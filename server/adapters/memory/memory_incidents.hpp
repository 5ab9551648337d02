// The incident records of memory_records: ordered maps, copied with it.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "ports/incident_records.hpp"

namespace nightlight::adapters {

class memory_incidents final : public incident_records {
 public:
  result<void> add_incident(const incident_row& row) override;
  result<std::optional<incident_row>> find_incident(const incident_id& id) override;
  result<std::vector<incident_row>> list_incidents(const person_id& written_by,
                                                   const std::optional<incident_place>& after,
                                                   std::size_t rows_max) override;
  result<void> set_incident_open(const incident_id& id, bool open) override;
  result<void> forget_excerpt(const incident_id& id) override;
  result<void> delete_incident(const incident_id& id) override;

  result<void> add_entry(const incident_entry_row& row) override;
  result<std::vector<incident_entry_row>> list_entries(const incident_id& id) override;

 private:
  std::map<incident_id, incident_row> rows_;
  std::map<std::pair<incident_id, std::uint32_t>, std::string> entries_;
};

}  // namespace nightlight::adapters
