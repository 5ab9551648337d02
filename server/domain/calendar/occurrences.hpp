// The meetings of a series within a span of time, made as they are asked for.
#pragma once

#include <functional>
#include <vector>

#include "domain/calendar/series.hpp"
#include "domain/calendar/zone_rules.hpp"

namespace nightlight::domain::calendar {

// More of a rule's days than any plan has; a walk ends there.
inline constexpr std::size_t walk_days_max = 20'000;

struct occurrences {
  std::vector<occurrence> found;  // by time; a day that was skipped stands at its planned time
  bool more = false;              // there were more than asked for
};

// Those that begin in the span, `most` at most.
occurrences occurrences_in(const series& s, span when, std::size_t most, const zone_rules& zones, const holidays& off);

// The one that a day names, whenever it now begins; nothing when the series has none by that name.
std::optional<occurrence> occurrence_on(const series& s, local_day day, const zone_rules& zones, const holidays& off);

// Whether the rule itself names the day.
bool names_day(const series& s, local_day day);

// How many days the rule names before `day`.
std::uint32_t days_before(const series& s, local_day day);

// Calls `see` with the rule's local times in order until it returns false, with all of those from `from` on and perhaps
// some before.
void walk(const series& s, local_time from, const std::function<bool(local_time)>& see);

}  // namespace nightlight::domain::calendar
