// Everyone of one room who is connected to one shard. Turns each payload into one frame per kind, shared by all
// their outboxes, and remembers the frames of messages that some outbox still holds, so that words taken back in
// the meantime are not sent.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "rooms/outbox.hpp"
#include "rooms/payload.hpp"

namespace nightlight::rooms {

using session_id = std::uint64_t;  // unique on its shard, never reused

class audience {
 public:
  void add(session_id who, audience_kind kind, outbox& out);
  void remove(session_id who);
  void publish(const std::vector<publication>& batch);
  // A frame with words in it that one outbox waits to send: a joiner's snapshot, what she missed, a page of history.
  void remember(audience_kind kind, frame_ptr sent);
  // Nobody sits here, and no outbox waits to send words from here: whoever left may still be reading.
  bool over();

 private:
  struct seat {
    session_id who;
    outbox* out;
  };
  struct recent_frame {
    circle_number said;
    frame_ptr sent;
  };

  void bury(const tombstone& gone);
  void redact(const std::vector<publication>& batch);

  std::array<std::vector<seat>, audience_kinds> seats_;
  std::array<std::deque<recent_frame>, audience_kinds> recent_;
  std::array<std::vector<frame_ptr>, audience_kinds> answers_;
};

}  // namespace nightlight::rooms
