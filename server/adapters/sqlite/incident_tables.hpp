// The records of ports/incident_records.hpp on one connection, beside record_tables.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/row_reader.hpp"
#include "ports/incident_records.hpp"

namespace nightlight::adapters {

class incident_tables final : public incident_records, private row_reader {
 public:
  explicit incident_tables(connection& db);

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

  using row_reader::take_broken;

 private:
  // What a constraint forbids was there before.
  result<void> added(statement::run& add);

  statement add_, find_, list_, set_open_, forget_, delete_, delete_entries_;
  statement add_entry_, list_entries_;
};

}  // namespace nightlight::adapters
