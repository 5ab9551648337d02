// Why a connection ends, and with it what the client does next. protocol/README.md has the table in words.
#pragma once

#include <cstdint>

namespace nightlight::wire {

// Reconnect after a while with the same session, unless the comment says otherwise.
enum class close_code : std::uint16_t {
  normal = 1000,             // never: the client asked for it
  protocol_error = 1002,     // never: a broken frame
  wrong_frame_kind = 1003,   // never: text where bytes are spoken, or the other way round
  not_utf8 = 1007,           // never
  message_too_big = 1009,    // never with this message
  restarting = 1012,         // after Drain's time
  not_understood = 4400,     // never: well-formed, and not a message of this protocol
  sign_in_again = 4401,      // never with this session: it is unknown, expired, revoked, or came too late
  not_allowed = 4403,        // never
  too_slow_a_reader = 4408,  // at once, and resume
  too_fast = 4429,           // later
  store_unavailable = 4503,  // later
};

}  // namespace nightlight::wire
