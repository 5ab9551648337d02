// One shard's side of all rooms: who is connected here, and the audiences they sit in. Rooms speak to people only
// through this, by number: a session that has gone in the meantime is simply not found.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/ids.hpp"
#include "rooms/audience.hpp"
#include "rooms/outbox.hpp"
#include "rooms/payload.hpp"

namespace nightlight::rooms {

// Where a session is: its shard and its number there. Number zero is nobody.
struct session_address {
  std::size_t shard = 0;
  session_id id = 0;

  explicit operator bool() const { return id != 0; }
  friend bool operator==(const session_address&, const session_address&) = default;
};

// In one number, for look-up.
constexpr std::uint64_t key_of(session_address where) {
  constexpr int shard_bits = 16;
  return where.id << shard_bits | where.shard;
}

class hall {
 public:
  explicit hall(std::size_t shard) : shard_(shard) {}
  hall(const hall&) = delete;
  hall& operator=(const hall&) = delete;

  // `out` stays valid until leave().
  session_address enter(outbox& out, wire::subprotocol spoken);
  void leave(session_id who);

  void tell(session_id who, const payload& p);
  // The same for words of a room's, which may be taken back while they wait.
  void tell_words(const room_id& room, session_id who, audience_kind kind, const payload& p);

  // The answer to a join and the seat, in one step: what is published next is the next thing the session gets.
  void seat(const room_id& room, session_id who, audience_kind kind, std::span<const payload> answer);
  void unseat(const room_id& room, session_id who);
  void publish(const room_id& room, const std::vector<publication>& batch);

 private:
  struct session {
    outbox* out;
    wire::subprotocol spoken;
    std::vector<room_id> rooms;
  };
  // Whoever joins a quiet room gets the same snapshot as the one before: the newest shared answer is kept framed.
  struct shared_answer {
    std::weak_ptr<const std::string> of;
    frame_ptr framed;
  };

  frame_ptr frame_for(const payload& p, audience_kind kind);

  std::size_t shard_;
  session_id newest_ = 0;
  std::unordered_map<session_id, session> sessions_;
  std::unordered_map<room_id, audience> audiences_;
  shared_answer newest_shared_;
};

}  // namespace nightlight::rooms
