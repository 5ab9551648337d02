// What is left of a room whose words of one class cannot be read any more.
#pragma once

#include "domain/room/state.hpp"
#include "domain/room/word_class.hpp"

namespace nightlight::domain {

// Doing it twice changes nothing.
void forget(room_state& room, word_class words);

}  // namespace nightlight::domain
