// The two people a meeting is staffed with: one leads it, one helps. A series says who they usually are, a single day
// may say otherwise, and whoever cannot come asks for cover of her seat on that day.
#pragma once

#include <cstdint>
#include <optional>

#include "domain/calendar/series.hpp"

namespace nightlight::domain::calendar {

// The numbers are kept: never reuse one.
enum class seat : std::uint8_t { lead = 1, second = 2 };

inline const person_id& in_seat(const occurrence& o, seat which) {
  return which == seat::lead ? o.facilitator : o.second;
}

// Nothing: the meeting is not hers.
inline std::optional<seat> seat_of(const occurrence& o, const person_id& person) {
  if (!person) return std::nullopt;
  if (o.facilitator == person) return seat::lead;
  return o.second == person ? std::optional(seat::second) : std::nullopt;
}

}  // namespace nightlight::domain::calendar
