// The records of ports/figures_records.hpp on one connection, beside record_tables.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/row_reader.hpp"
#include "ports/figures_records.hpp"

namespace nightlight::adapters {

class figures_tables final : public figures_records, private row_reader {
 public:
  explicit figures_tables(connection& db);

  result<void> put_figures(const figures_row& row) override;
  result<std::vector<figures_row>> list_figures(instant from, instant to) override;

  using row_reader::take_broken;

 private:
  statement put_, list_;
};

}  // namespace nightlight::adapters
