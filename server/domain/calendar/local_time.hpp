// Time as it stands on the wall of a place, without saying which place. A zone's rules make a moment of it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace nightlight::domain::calendar {

using local_time = std::chrono::local_seconds;
using local_day = std::chrono::local_days;

constexpr local_day day_of(local_time t) { return std::chrono::floor<std::chrono::days>(t); }
constexpr std::chrono::seconds time_of_day(local_time t) { return t - day_of(t); }

// "2026-11-24T19:30", or with seconds. Exactly that form, a day that exists, the years 1900 to 9999.
std::optional<local_time> local_time_of(std::string_view text);
std::string to_text(local_time t);  // without seconds when there are none

// "2026-11-24".
std::optional<local_day> local_day_of(std::string_view text);
std::string to_text(local_day d);

// As iCalendar writes it: "20261124T193000". Reading takes the day alone too, and gives its last second.
std::string to_compact(local_time t);
std::optional<local_time> last_of_compact(std::string_view text);

}  // namespace nightlight::domain::calendar
