// What the events of a room change about who is kept out of it: the marks of whoever is banned go to the store, and
// those of whoever is readmitted leave it. Doing it twice changes nothing.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/room/state.hpp"
#include "ports/store.hpp"

namespace nightlight::rooms {

struct ban_change {
  std::vector<std::string> marks;
  instant until;  // no moment: they are lifted
  position at;
  position lifts{};  // the ban that was made there is lifted, whatever its marks are
  friend bool operator==(const ban_change&, const ban_change&) = default;
};

// Of those of `events` that stand after `after`, in their order. `room` is as the events left it, or later in the same
// meeting.
std::vector<ban_change> ban_changes_of(std::span<const domain::logged_event> events, const domain::room_state& room,
                                       position after = {});

// Where a ban from this room holds: the room and the one beside it, or all rooms of its series, named by one that no
// room has.
result<room_id> ban_scope_of(records& r, const room_id& room);

// Inside a unit of work.
result<void> keep_bans(records& r, const room_id& room, std::span<const ban_change> changes);

}  // namespace nightlight::rooms
