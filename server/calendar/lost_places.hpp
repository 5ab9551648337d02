// What becomes of the places people keep when a series changes under them.
#pragma once

#include <vector>

#include "calendar/warnings.hpp"

namespace nightlight::calendar {

using meetings_before = std::vector<domain::calendar::occurrence>;

// Those that have not begun, a year's at most.
meetings_before meetings_to_come(const desk& d, const domain::calendar::series& s);

// What the change makes of them: places on days that are no more are given up, places on those that were skipped stay
// and are told of, and where there is more room now, people who wait are offered it. Whoever wants to be reminded is
// written to when her meeting does not take place, or takes place at another time.
result<warnings> settle_places(const desk& d, const meetings_before& before, const domain::calendar::series& changed);

}  // namespace nightlight::calendar
