// Who of the team comes to a meeting, as staff are told.
#pragma once

#include "calendar/agenda.hpp"
#include "calendar/place_names.hpp"
#include "nightlight/api/v1/plan.pb.h"

namespace nightlight::transport {

// What cover is asked for, the version to change it with, and whether enough come. Nothing is open in a meeting that
// has begun or does not take place.
result<void> write_staffing(const calendar::desk& d, const calendar::place_names& names,
                            const calendar::listed_meeting& m, api::v1::Meeting& out);

}  // namespace nightlight::transport
