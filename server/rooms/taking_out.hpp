// Takes the words of messages that were taken back out of a meeting's log, where the talk around them is kept for
// longer: they are sealed under the same key as their author's other words, which must stay.
#pragma once

#include "async/awaitable.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"
#include "ports/room_log.hpp"

namespace nightlight::rooms {

// Reads the room's log as far as it goes; doing it twice changes nothing. Copies of the log that were made before are
// reached when the talk's own key goes. `log` outlives the call.
async::task<result<void>> async_take_out_retracted(async::executor ex, room_log& log, room_id room, meeting_id meeting);

}  // namespace nightlight::rooms
