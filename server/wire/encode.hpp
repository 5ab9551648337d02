// From values to a server frame's payload. What the staff see and what the circle sees of one event are two
// payloads made here: nothing that is staff's alone ever stands in a circle payload.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/private_text.hpp"
#include "domain/room/event.hpp"
#include "domain/room/limits.hpp"
#include "domain/room/refusal.hpp"
#include "domain/room/state.hpp"
#include "domain/room/visibility.hpp"
#include "wire/subprotocol.hpp"

namespace nightlight::wire {

// In which room, and for whose eyes, in which subprotocol.
struct addressed {
  const room_id& room;
  domain::visibility eyes;
  subprotocol spoken;
};

// Where the words of a message are by now: taken back and hidden ones are left out (hidden ones not for staff).
enum class words_now : std::uint8_t { said, hidden, retracted };

// An event the given eyes may see.
std::string encode_event(const addressed& to, const domain::logged_event& e, words_now words = words_now::said);

struct snapshot_of {
  const domain::room_state& room;
  const epoch_id& epoch;
  std::string_view title;
  std::size_t bytes_max;  // the newest messages that fit; a client asks for the others with History
};
std::string encode_snapshot(const addressed& to, const snapshot_of& what);
std::string encode_history(const addressed& to, const domain::room_state& room, circle_number before,
                           std::size_t bytes_max);

struct welcome_words {
  const private_text& name;
  domain::role role;
  instant now;
  const domain::limits& rules;
  std::size_t frame_bytes_max;
};
std::string encode_welcome(subprotocol spoken, const welcome_words& w);

struct joined_answer {
  const epoch_id& epoch;
  member_number member;
  std::uint64_t head;  // in the client's own numbering
  bool resumed;
  std::string_view reset_reason;
};
std::string encode_joined(const addressed& to, const joined_answer& answer);

// `at` is left out of what a member gets.
std::string encode_ack(const addressed& to, const command_id& id, const epoch_id& epoch, const domain::answer& kept);

struct refused {
  std::string_view code;
  std::string_view words;
  milliseconds retry_after;
  std::string_view second_room{};
};
std::string encode_refusal(subprotocol spoken, const room_id& room, const command_id& id, const refused& why);

struct presence {
  bool complete;
  std::span<const member_number> here;
  std::span<const member_number> gone;
  std::size_t total;
};
std::string encode_presence(const addressed& to, const presence& p);
std::string encode_typing(const addressed& to, std::span<const member_number> who);
std::string encode_drain(subprotocol spoken, milliseconds reconnect_after, std::string_view words);
std::string encode_pong(subprotocol spoken, std::uint64_t nonce);

}  // namespace nightlight::wire
