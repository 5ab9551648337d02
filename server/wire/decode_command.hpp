// The commands of a Submit as the room's own. Internal to decode.
#pragma once

#include <optional>

#include "domain/room/command.hpp"
#include "nightlight/wire/v1/command.pb.h"

namespace nightlight::wire {

// Nothing when the command is not one that this server knows.
std::optional<domain::command> command_of(const v1::Submit& s);

}  // namespace nightlight::wire
