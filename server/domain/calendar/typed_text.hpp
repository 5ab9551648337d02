// Titles and descriptions as staff type them: shown to everybody, copied into other people's calendars. Letters of
// every script and emoji are welcome; what turns the line around or shows nothing is not.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "domain/calendar/problem.hpp"

namespace nightlight::domain::calendar {

struct text_limits {
  std::size_t code_points_min = 0;
  std::size_t code_points_max = 60;
  std::size_t lines_max = 1;
};

inline constexpr text_limits title_limits{2, 60, 1};
inline constexpr text_limits description_limits{0, 1000, 40};

// Nothing when all is well.
std::optional<problem_code> check_text(std::string_view typed, const text_limits& limits);

}  // namespace nightlight::domain::calendar
