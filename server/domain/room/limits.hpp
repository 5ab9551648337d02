// Every number that a room's rules compare against, as configured. Code points are Unicode code points.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/instant.hpp"

namespace nightlight::domain {

struct limits {
  std::size_t body_code_points_max = 2000;
  std::size_t name_code_points_min = 2;
  std::size_t name_code_points_max = 24;
  std::size_t reason_code_points_max = 200;
  std::uint32_t speaking_capacity = 10;
  std::uint32_t listening_capacity = 5;
  seconds slow_mode_max{3600};
  seconds sanction_max{28 * 24 * 3600};
};

}  // namespace nightlight::domain
