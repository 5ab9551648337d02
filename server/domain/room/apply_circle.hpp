// What events change about the order of speaking, about what is pinned and about what is asked.
#pragma once

#include "domain/room/event.hpp"
#include "domain/room/state.hpp"

namespace nightlight::domain {

void fold(room_state& room, const hands_required_set& set);
void fold(room_state& room, const hand_raised& raised, circle_number at);
void fold(room_state& room, const floor_given& given);
void fold(room_state& room, const prompt_pinned& pinned);
void fold(room_state& room, const round_began& began);
void fold(room_state& room, const turn_given& given);
void fold(room_state& room, const round_ended& ended);
void fold(room_state& room, const poll_began& began, circle_number at);
void fold(room_state& room, const poll_answered& answered);
void fold(room_state& room, const poll_ended& ended);

// Whoever comes in, or wants to speak again, and has not had her turn, is asked last; whoever goes, or only listens,
// is not asked.
void comes_to_the_round(room_state& room, member_number who);
void goes_from_the_round(room_state& room, member_number who);

}  // namespace nightlight::domain
