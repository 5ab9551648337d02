// Who sits in the lobby of one room, on whichever shard: each is told, over her own connection alone, what she waits
// for, and again when that changes. Whoever is let in is handed to seating. Belongs to the room's loop.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "async/awaitable.hpp"
#include "rooms/live_room.hpp"
#include "rooms/mail.hpp"
#include "rooms/reach.hpp"

namespace nightlight::rooms {

class lobby {
 public:
  lobby(const room_id& room, const reach& people) : room_(room), people_(people) {}

  // She waits, by the room's state.
  void sit(const join_mail& joined, const live_room& room);
  void depart(session_address where);
  bool empty() const { return seats_.empty(); }

  // After events that were kept. Gives back who waits no more because she is a member now, as she would join.
  std::vector<join_mail> look(std::span<const domain::logged_event> events, const live_room& room);

  // In the lobby by the log, and not connected.
  void missing(waiting_number who, async::clock::time_point since);
  // Everyone who has been missing since before that moment; each is named once.
  std::vector<waiting_number> take_missing_since(async::clock::time_point before);
  async::clock::time_point longest_missing() const;

 private:
  struct seat {
    session_address where;
    wire::subprotocol spoken;
    shared_principal who;
    waiting_number number;
    meeting_id meeting;
    std::string told;  // the newest frame: the same is not sent twice
  };
  struct absence {
    waiting_number who;
    async::clock::time_point since;
  };

  void tell(seat& s, const live_room& room, const domain::waiting_person* self);
  void say_why(seat& s, const live_room& room);
  void send(const seat& s, std::string frame) const;
  bool connected(waiting_number who) const;

  const room_id& room_;
  const reach& people_;
  std::unordered_map<std::uint64_t, seat> seats_;  // by key_of(where)
  std::vector<absence> missing_;                   // the longest first
};

}  // namespace nightlight::rooms
