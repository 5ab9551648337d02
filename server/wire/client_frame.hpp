// What a client can say, as values: the other side of decode().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "base/ids.hpp"
#include "base/private_text.hpp"
#include "domain/room/command.hpp"

namespace nightlight::wire {

struct hello {
  std::string page_half;
  std::string language;
};

struct resume_point {
  epoch_id epoch;
  std::uint64_t after = 0;  // in the client's own numbering
};

struct join_room {
  room_id room;
  std::optional<resume_point> resume;
  bool listening = false;
  private_text code{};  // of the door, as she typed it
};

struct submit {
  room_id room;
  command_id id;
  domain::command what;
};

struct typing {
  room_id room;
};

struct ping {
  std::uint64_t nonce = 0;
};

struct history {
  room_id room;
  circle_number before;
};

using client_frame = std::variant<hello, join_room, submit, typing, ping, history>;

}  // namespace nightlight::wire
