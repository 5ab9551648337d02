// The door of the series that a room belongs to, asked for those who are new before the room decides about them: the
// room's rules stay free of calendars and codes. A room that belongs to none has no such door.
#pragma once

#include <optional>
#include <vector>

#include "base/private_text.hpp"
#include "ports/series_doors.hpp"

namespace nightlight::rooms {

struct newcomer {
  person_id person;
  private_text code;  // as she typed it; empty: nothing
};

struct asked_door {
  std::optional<domain::calendar::door> door;          // nothing: the room belongs to no series
  std::vector<domain::calendar::door_answer> answers;  // one for each newcomer
};

// Inside a unit of work.
result<asked_door> ask_door(records& r, const room_id& room, const std::vector<newcomer>& who);

}  // namespace nightlight::rooms
