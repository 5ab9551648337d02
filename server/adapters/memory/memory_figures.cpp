#include "adapters/memory/memory_figures.hpp"

#include <algorithm>

namespace nightlight::adapters {

result<void> memory_figures::put_figures(const figures_row& row) {
  rows_[row.meeting] = row;
  return {};
}

result<std::vector<figures_row>> memory_figures::list_figures(instant from, instant to) {
  std::vector<figures_row> rows;
  for (const auto& [meeting, row] : rows_) {
    if (from <= row.closed_at && row.closed_at < to) rows.push_back(row);
  }
  std::ranges::stable_sort(rows, {}, &figures_row::closed_at);
  return rows;
}

}  // namespace nightlight::adapters
