// The door of a series, as the team sets it and as the calendar asks it: who may keep a place, and who may come into a
// room without one.
#pragma once

#include <optional>

#include "calendar/desk.hpp"
#include "calendar/refusal.hpp"
#include "ports/series_doors.hpp"

namespace nightlight::calendar {

// `was`: the series that this one goes on from; its door is handed on. Without anything typed, that door stays as it
// is; a new series' is open. For one day alone it cannot be another.
struct door_change {
  series_id was;
  series_id now;
  bool for_one_day = false;
};
answer<void> set_door(const desk& d, const door_change& change,
                      const std::optional<domain::calendar::typed_door>& typed);

// By a session that came by a link into the room `came_by`; empty: by none. What she has already stays hers to ask for.
answer<void> may_keep_place(const desk& d, const meeting_name& meeting, const person_id& person,
                            const room_id& came_by);

// Whether one may come in who has asked for no place, while there are some.
result<bool> takes_without_place(const desk& d, const series_id& series);

}  // namespace nightlight::calendar
