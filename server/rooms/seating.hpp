// Who sits in one room, on whichever shard: gives joiners their snapshot or what they missed, publishes events to
// everyone, and says to one person what concerns her alone. Belongs to the room's loop.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "rooms/hall.hpp"
#include "rooms/live_room.hpp"
#include "rooms/lobby.hpp"
#include "rooms/mail.hpp"
#include "rooms/options.hpp"
#include "rooms/payload.hpp"
#include "rooms/presence.hpp"
#include "rooms/reach.hpp"

namespace nightlight::rooms {

class seating {
 public:
  seating(room_id room, const reach& people, const options& settings);

  struct seat {
    session_address where;
    audience_kind kind;
    shared_principal who;
    member_number member;
  };

  // The answer to a join, and the seat: in the circle or, while she waits, in the lobby. She is known to the room's
  // state already. A refusal when she has gone again since, by herself or not, in the same batch.
  std::optional<domain::refusal> admit(const join_mail& joined, const live_room& room, instant now);
  void depart(session_address where);
  bool empty() const { return seats_.empty() && lobby_.empty(); }

  // Everything that was committed, in order, to everyone who may see it, and the personal words that follow from it.
  // Whoever leaves or is removed gets nothing after that; when a meeting begins, whoever is not in it gets that last.
  void publish(std::span<const domain::logged_event> events, const live_room& room);

  // After publish(): whoever was let in takes her seat over the connection on which she waited, and who waits on is
  // told what has changed for her.
  void settle_lobby(std::span<const domain::logged_event> events, const live_room& room, instant now);

  void answer(session_address to, payload p) const;
  void answer_with_words(const seat& s, payload p) const;
  const seat* find(session_address where) const;
  presence& here() { return here_; }
  const presence& here() const { return here_; }
  lobby& waiting() { return lobby_; }
  const lobby& waiting() const { return lobby_; }
  void tell_presence(async::clock::time_point now);

 private:
  payload_set encode_for_all(const domain::logged_event& e, wire::words_now words) const;
  publication publication_of(const domain::logged_event& e, const window& recent) const;
  payload snapshot(audience_kind kind, const live_room& room);
  void resume_or_snapshot(const join_mail& joined, const seat& s, const live_room& room, std::vector<payload>& answer);
  void standing(const seat& s, const live_room& room, instant now, std::vector<payload>& answer) const;
  void publish_together(std::span<const domain::logged_event> events, const live_room& room);
  void notify(const domain::logged_event& e, const live_room& room);
  void unseat_member(member_number who);
  void move_to_new_meeting(const live_room& room);
  void notify_member(member_number who, const auto& make_notice) const;
  void send_to_all(payload_set payloads) const;
  void unseat(const seat& s);

  room_id room_;
  const reach& people_;
  const options& settings_;
  std::unordered_map<std::uint64_t, seat> seats_;                // by key_of(where)
  std::vector<std::array<std::size_t, audience_kinds>> in_use_;  // seats by shard and kind
  struct cached_snapshot {
    position at;
    payload bytes;
  };
  std::array<cached_snapshot, audience_kinds> snapshots_;
  presence here_;
  lobby lobby_;
};

}  // namespace nightlight::rooms
