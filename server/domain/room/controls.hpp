// How staff have set the room. Lock-down lies over the others and leaves them as they are, so that undoing it gives
// back exactly the room that was there before.
#pragma once

#include <cstdint>

#include "domain/room/hold.hpp"

namespace nightlight::domain {

struct room_controls {
  bool door_locked = false;
  bool invitations_closed = false;
  bool lockdown = false;
  bool listening_default = false;
  hold_mode hold = hold_mode::off;
  std::uint32_t hold_first = 0;  // of a newcomer's messages, for hold_mode::newcomers
  bool lobby = false;            // whoever is new waits to be let in, also after the beginning
  friend bool operator==(const room_controls&, const room_controls&) = default;
};

}  // namespace nightlight::domain
