// Folding what happens between two rooms beside each other (event_beside.hpp), as a part of apply(): total, like that.
#pragma once

#include "domain/room/state.hpp"

namespace nightlight::domain {

void fold(room_state& room, const filling_up& filling);
void fold(room_state& room, const second_opened& opened, member_number by);
void fold(room_state& room, const second_closed& closed);
void fold(room_state& room, const asked_over& asked);
void fold(room_state& room, const over_answered& answered);
void fold(room_state& room, const called_back& called);
void fold(room_state& room, const seat_kept& kept);
void fold(room_state& room, const standing_noted& noted);

// She came in: what the room beside has against her is hers here too, and she is over there no more.
void comes_from_beside(room_state& room, member& m);
// She went, or the room closed: nobody waits for her answer.
void asks_no_more(room_state& room, member_number who);
void closes_beside(room_state& room);

}  // namespace nightlight::domain
