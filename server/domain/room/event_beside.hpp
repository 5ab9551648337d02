// What happens between a room and the second one beside it: it fills up, the second is opened, people are asked over
// and called back, and what was decided about somebody in one of them holds in the other.
#pragma once

#include <cstdint>

#include "base/ids.hpp"
#include "base/instant.hpp"

namespace nightlight::domain {

// How somebody stands in the room beside this one. The reason is told to her where it was given.
struct standing_beside {
  person_id person;
  bool muted = false;
  instant muted_until;  // the epoch: until the meeting ends
  bool kept_out = false;
  instant kept_out_until;  // the epoch: until the meeting ends
  std::uint32_t warnings = 0;
  friend bool operator==(const standing_beside&, const standing_beside&) = default;
};

// Once in a meeting: so many speak that a second room may be wanted.
struct filling_up {
  std::uint32_t speaking = 0;
  friend bool operator==(const filling_up&, const filling_up&) = default;
};
struct second_opened {
  friend bool operator==(const second_opened&, const second_opened&) = default;
};
struct second_closed {
  friend bool operator==(const second_closed&, const second_closed&) = default;
};

// Into the second room, for a while; she answers.
struct asked_over {
  member_number member;
  friend bool operator==(const asked_over&, const asked_over&) = default;
};
// Not going: she stays, or is asked no more.
struct over_answered {
  member_number member;
  bool going = false;
  friend bool operator==(const over_answered&, const over_answered&) = default;
};
struct called_back {
  friend bool operator==(const called_back&, const called_back&) = default;
};

// In the second room: she may come in. `visiting`: she was asked over, and her place is in the first.
struct seat_kept {
  person_id person;
  bool visiting = false;
  friend bool operator==(const seat_kept&, const seat_kept&) = default;
};
struct standing_noted {
  member_number member;  // none: she has not come to this meeting
  standing_beside who;
  friend bool operator==(const standing_noted&, const standing_noted&) = default;
};

}  // namespace nightlight::domain
