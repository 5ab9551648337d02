// The figures records of memory_records: an ordered map, copied with it.
#pragma once

#include <map>
#include <utility>

#include "ports/figures_records.hpp"

namespace nightlight::adapters {

class memory_figures final : public figures_records {
 public:
  result<void> put_figures(const figures_row& row) override;
  result<std::vector<figures_row>> list_figures(instant from, instant to) override;

 private:
  std::map<meeting_id, figures_row> rows_;
};

}  // namespace nightlight::adapters
