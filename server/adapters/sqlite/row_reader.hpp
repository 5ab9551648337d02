// What every set of tables does with a statement: run it to its end, read its rows, and remember when the store failed
// under it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "adapters/sqlite/connection.hpp"
#include "base/result.hpp"

namespace nightlight::adapters {

inline std::uint32_t small(std::int64_t value) { return static_cast<std::uint32_t>(value); }

inline std::int64_t within_int64(std::uint64_t value) {
  return static_cast<std::int64_t>(std::min<std::uint64_t>(value, std::numeric_limits<std::int64_t>::max()));
}

class row_reader {
 public:
  // Whether the store failed since the last call.
  bool take_broken() { return std::exchange(broken_, false); }

 protected:
  failure broken() {
    broken_ = true;
    return failure::store_unavailable;
  }

  result<void> outcome(statement::run& run) {
    if (run.done()) return {};
    return broken();
  }

  template <class Row, class Read>
  result<std::optional<Row>> one(statement::run& run, Read read) {
    if (run.row()) return std::optional<Row>{read(run)};
    if (run.ended()) return std::optional<Row>{};
    return broken();
  }

  template <class Row, class Read>
  result<std::vector<Row>> all(statement::run& run, Read read) {
    std::vector<Row> rows;
    while (run.row()) rows.push_back(read(run));
    if (run.ended()) return rows;
    return broken();
  }

 private:
  bool broken_ = false;
};

}  // namespace nightlight::adapters
