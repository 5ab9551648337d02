// The names of things. Which is which is said once, here.
#pragma once

#include <cstdint>

#include "base/strong.hpp"

namespace nightlight {

using room_id = strong_id<struct room_tag>;        // 12 characters of [a-z2-7], public
using epoch_id = strong_id<struct epoch_tag>;      // 12 characters of [a-z2-7]; changes on restore
using meeting_id = strong_id<struct meeting_tag>;  // 16 raw bytes: one meeting of a room
using person_id = strong_id<struct person_tag>;    // 16 raw bytes: one session's person, or a staff account
using command_id = strong_id<struct command_tag>;  // made by the client, 1–64 of [A-Za-z0-9._-]

using topic_id = strong_id<struct topic_tag>;    // 12 characters of [a-z2-7], public
using series_id = strong_id<struct series_tag>;  // the same

using alert_number =
    strong_number<struct alert_tag, std::uint32_t>;                 // something staff must look at, within one meeting
using hold_number = strong_number<struct hold_tag, std::uint32_t>;  // a message that waits, within one meeting
using member_number = strong_number<struct member_tag, std::uint32_t>;    // a person within one meeting: 1, 2, 3 …
using waiting_number = strong_number<struct waiting_tag, std::uint32_t>;  // a person in the lobby, within one meeting
using position = strong_number<struct position_tag, std::uint64_t>;       // place in a room's log: 1, 2, 3 …
using circle_number = strong_number<struct circle_tag, std::uint64_t>;    // place in what members see: 1, 2, 3 …

}  // namespace nightlight
