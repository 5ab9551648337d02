// Rows in maps, looked up and listed as the ports ask for them.
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"

namespace nightlight::adapters {

template <class Map>
result<std::optional<typename Map::mapped_type>> look_up(const Map& map, const typename Map::key_type& key) {
  const auto found = map.find(key);
  if (found == map.end()) return std::optional<typename Map::mapped_type>{};
  return std::optional{found->second};
}

template <class Map>
std::vector<typename Map::mapped_type> values(const Map& map) {
  std::vector<typename Map::mapped_type> rows;
  for (const auto& [key, row] : map) rows.push_back(row);
  return rows;
}

}  // namespace nightlight::adapters
