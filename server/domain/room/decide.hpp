// The rules: a room, a wish and the circumstances in, events or a refusal out. Pure and synchronous; everything the
// answer depends on is an argument.
#pragma once

#include <variant>
#include <vector>

#include "domain/room/command.hpp"
#include "domain/room/event.hpp"
#include "domain/room/limits.hpp"
#include "domain/room/refusal.hpp"
#include "domain/room/state.hpp"

namespace nightlight::domain {

// What is true around the room and not part of its log.
struct circumstances {
  instant now;
  bool staff_here = false;  // a staff connection is alive in this room; never folded
  limits rules;
};

// The events in their order; none when the room already is as asked.
struct accepted {
  std::vector<event> events;
};

// The same command came before and was kept: the first answer stands.
struct repeated {
  answer first;
};

using decision = std::variant<accepted, repeated, refusal>;

decision decide(const room_state& room, const submission& asked, const circumstances& around);

}  // namespace nightlight::domain
