// The rules: a room, a wish and the circumstances in, events or a refusal out. Pure and synchronous; everything the
// answer depends on is an argument.
#pragma once

#include <variant>
#include <vector>

#include "domain/room/command.hpp"
#include "domain/room/event.hpp"
#include "domain/room/heard.hpp"
#include "domain/room/limits.hpp"
#include "domain/room/refusal.hpp"
#include "domain/room/state.hpp"

namespace nightlight::domain {

// What is true around the room and not part of its log.
struct circumstances {
  instant now;
  bool staff_here = false;  // a staff connection is alive in this room; never folded
  limits rules;
  heard_words heard{};  // in the words of the command
};

// The events in their order; none when the room already is as asked.
struct accepted {
  std::vector<event> events;
};

// The same command came before and was kept: the first answer stands.
struct repeated {
  answer first;
};

// The words are not said, and the team is told of them: nobody goes unheard because she is muted or too quick.
struct refused_but_heard {
  refusal why;
  std::vector<event> events;
};

using decision = std::variant<accepted, repeated, refusal, refused_but_heard>;

decision decide(const room_state& room, const submission& asked, const circumstances& around);

// So many speak, with those who are just coming in, that the team is told; once in a meeting.
bool is_filling(const room_state& room, const limits& rules, std::uint32_t coming = 0);

// When note_time has something to do next; the far future when nothing waits.
instant next_due(const room_state& room, const limits& rules);

}  // namespace nightlight::domain
