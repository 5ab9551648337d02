// What a room consists of, as the wire says it: shared by events and snapshots. Internal to encode.
#pragma once

#include "domain/room/state.hpp"
#include "nightlight/wire/v1/beside.pb.h"
#include "nightlight/wire/v1/room.pb.h"

namespace nightlight::wire {

void fill(v1::Person& out, const domain::member& m);
// With staff's eyes the words of a hidden or retracted message are there for as long as they are kept.
void fill(v1::Message& out, const domain::message& m, bool staff_eyes);
void fill(v1::Sanction& out, const domain::member& m);
void fill(v1::Held& out, const domain::held_message& h);
void fill(v1::Alert& out, const domain::alert& a);
void fill(v1::RoomControls& out, const domain::room_controls& c);
void fill(v1::Side& out, const domain::side_room& s);
void fill(v1::PersonNote& out, const domain::person_note& n);
void fill(v1::Backstage& out, const domain::backstage_line& b);
void fill(v1::HandOver& out, const domain::hand_over_packet& h);
void fill(v1::CheckedOut& out, const domain::check_out_line& c);
void fill(v1::Round& out, const domain::check_in_round& r);
// How many have answered is for staff.
void fill(v1::Poll& out, const domain::open_poll& p, bool staff_eyes);
// As somebody of that number stands by what was decided in the room beside.
void fill(v1::Sanction& out, member_number member, const domain::standing_beside& s);
void fill(v1::Beside& out, const room_id& room, const domain::rooms_beside& b);
void fill(v1::WaitingPerson& out, const domain::waiting_person& p);

}  // namespace nightlight::wire
