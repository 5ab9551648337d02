// What somebody in the lobby is told: the meeting's name and time, who of the team is there, her own name, and kind
// words about the wait. Nothing of the circle, and no number that counts who waits.
#pragma once

#include <string>
#include <string_view>

#include "domain/room/state.hpp"
#include "wire/encode.hpp"

namespace nightlight::wire {

// `self` is null once the meeting has ended before she came in.
std::string encode_lobby(const addressed& to, const domain::room_state& room, const domain::waiting_person* self,
                         std::string_view title, std::string_view words);

}  // namespace nightlight::wire
