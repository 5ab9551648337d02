// What a room knows of the one beside it: a part of its state (state.hpp).
#pragma once

#include <vector>

#include "base/ids.hpp"
#include "domain/room/event_beside.hpp"

namespace nightlight::domain {

struct kept_seat {
  person_id person;
  bool visiting = false;  // her place is in the first room
  bool called = false;    // back there
  friend bool operator==(const kept_seat&, const kept_seat&) = default;
};

struct rooms_beside {
  bool is_second = false;  // this room is the second one

  // Of the first room.
  bool told_filling = false;
  bool second_open = false;
  bool had_second = false;  // in this meeting
  member_number opened_by;
  std::vector<member_number> asked;  // and has not answered
  std::vector<member_number> over;   // and has not come back

  // Of the second room: who may come in.
  std::vector<kept_seat> seats;

  // Of both: people who have not come to this meeting.
  std::vector<standing_beside> standings;

  const kept_seat* seat_of(const person_id& person) const;
  const standing_beside* standing_of(const person_id& person) const;
  bool is_asked(member_number member) const;
  friend bool operator==(const rooms_beside&, const rooms_beside&) = default;
};

}  // namespace nightlight::domain
