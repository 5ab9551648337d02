// From a client's bytes to values. Everything about the form of a message is checked here and nowhere else: that it
// parses, that ids are ids and numbers are in range. What a room thinks of it is decide()'s business.
#pragma once

#include <string_view>
#include <variant>

#include "wire/client_frame.hpp"
#include "wire/close_code.hpp"
#include "wire/subprotocol.hpp"

namespace nightlight::wire {

// A well-formed submit whose command this server does not know, or whose fields cannot be meant: refused, and the
// conversation goes on.
struct not_a_command {
  room_id room;
  command_id id;
};

using decoded = std::variant<client_frame, not_a_command, close_code>;

decoded decode(std::string_view payload, subprotocol spoken);

}  // namespace nightlight::wire
