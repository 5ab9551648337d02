// What a room and the one beside it tell each other, as letters from room to room: that a seat is kept, how somebody
// stands, that everybody is called back, that one of them has closed. Each of them tells the other again when it is
// loaded, for what a stop between an append and its letters left out: so a sanction is never lost by that. What was
// lifted in that moment is lifted in one of the two alone, until somebody lifts it in the other.
#pragma once

#include <span>
#include <vector>

#include "domain/room/event.hpp"
#include "ports/store.hpp"
#include "rooms/live_room.hpp"
#include "rooms/mail.hpp"

namespace nightlight::rooms {

// For the room beside this one, in their order. `room` is as the events left it.
std::vector<mail> letters_beside(std::span<const domain::logged_event> events, const live_room& room, instant now);

// The same for a room that was loaded. A second room's wake the first.
std::vector<mail> letters_when_loaded(const live_room& room, instant now);

// She was refused for want of a place in this room.
mail letter_of_a_seat(const person_id& who);

bool opens_second(std::span<const domain::logged_event> events);

// Inside a unit of work: the second room's row, with the settings and the rules for words that the first has now.
result<void> keep_second_room(records& r, const room_row& first, instant now);

}  // namespace nightlight::rooms
