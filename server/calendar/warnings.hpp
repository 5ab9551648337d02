// What somebody should know about a plan although it can be saved: people who are booked twice, meetings without a
// second member of the team, times that a spring night moves, places that are lost.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "calendar/desk.hpp"

namespace nightlight::calendar {

enum class warning_kind : std::uint8_t { booked_twice = 1, no_second = 2, time_moved = 3, places_lost = 4 };

struct warning {
  warning_kind kind{};
  domain::calendar::local_day day{};  // of the series in question
  person_id person{};                 // booked_twice
  meeting_name other{};               // booked_twice: where else
  std::uint32_t count = 0;            // places_lost
  friend bool operator==(const warning&, const warning&) = default;
};

using warnings = std::vector<warning>;

inline constexpr std::size_t warnings_max = 20;
// How far ahead collisions are looked for.
inline constexpr std::chrono::days warned_ahead{400};

// About the meetings that are to come, as the series would be; `s` may have an id or not yet. By day, the most pressing
// kind first, at most warnings_max.
result<warnings> warnings_about(const desk& d, const domain::calendar::series& s);

}  // namespace nightlight::calendar
