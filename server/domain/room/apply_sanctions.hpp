// Folding what the team decided about a person, as a part of apply(): total, like that.
#pragma once

#include "domain/room/state.hpp"

namespace nightlight::domain {

void fold(room_state& room, const member_warned& warned, member_number by);
void fold(room_state& room, const member_muted& muted, member_number by);
void fold(room_state& room, const member_unmuted& unmuted);
void fold(room_state& room, const member_removed& removed, member_number by);
void fold(room_state& room, const member_banned& banned, const logged_event& e);
void fold(room_state& room, const member_readmitted& readmitted);
void fold(room_state& room, const ban_lifted& lifted);

}  // namespace nightlight::domain
