// What the events of the meeting itself and of its lobby change: apply()'s part for them.
#pragma once

#include "domain/room/event.hpp"
#include "domain/room/state.hpp"

namespace nightlight::domain {

void fold(room_state& room, const room_opened& opened, instant time);
void fold(room_state& room, const room_paused& paused);
void fold(room_state& room, const room_resumed& resumed);
void fold(room_state& room, const room_closed& closed, instant time);
void fold(room_state& room, const circle_began& began);
void fold(room_state& room, const ending_soon& notice);
void fold(room_state& room, const meeting_extended& extended, instant time);
void fold(room_state& room, const wait_began& began, const logged_event& e);
void fold(room_state& room, const wait_renamed& renamed, const logged_event& e);
void fold(room_state& room, const wait_ended& ended, const logged_event& e);

// She is a member now, and was here for as long as she waited.
void come_out_of_the_lobby(room_state& room, waiting_number waited, member& m);

}  // namespace nightlight::domain
