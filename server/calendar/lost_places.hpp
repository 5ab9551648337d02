// What becomes of the places people keep when a series changes under them.
#pragma once

#include <vector>

#include "calendar/warnings.hpp"

namespace nightlight::calendar {

// The days of the meetings that have not begun, a year's at most.
std::vector<domain::calendar::local_day> days_to_come(const desk& d, const domain::calendar::series& s);

// Of these days: places on those that are no more are given up, places on those that were skipped stay and are told of,
// and where there is more room now, people who wait get it.
result<warnings> settle_places(const desk& d, const std::vector<domain::calendar::local_day>& days,
                               const domain::calendar::series& changed);

}  // namespace nightlight::calendar
