// Folding: how an event changes the room. Total: it cannot refuse, read a clock, or fail on an old event, and the
// same log always folds to the same state.
#pragma once

#include "domain/room/event.hpp"
#include "domain/room/state.hpp"

namespace nightlight::domain {

void apply(room_state& room, const logged_event& e);

// The place an event takes when it is the next one of this room. Time never runs backwards in a log, whatever the
// machine's clock does.
logged_event place_next(const room_state& room, event what, instant now);

}  // namespace nightlight::domain
