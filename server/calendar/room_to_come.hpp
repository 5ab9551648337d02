// The room of a meeting that is not over, for the team, whatever the door of its series is.
#pragma once

#include "calendar/places.hpp"

namespace nightlight::calendar {

answer<open_door> room_to_come(const desk& d, const meeting_name& meeting);

}  // namespace nightlight::calendar
