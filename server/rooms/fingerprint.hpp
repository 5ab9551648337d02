// What makes a repeat of a command id recognisable as the same command or not.
#pragma once

#include <string>

#include "domain/room/command.hpp"
#include "sealing/meeting_keys.hpp"

namespace nightlight::rooms {

// 16 bytes under a key of the author's, which die with it; empty for the command that begins a meeting, which has no
// key before it and carries no words.
result<std::string> fingerprint_of(const domain::command& what, member_number author, sealing::meeting_keys& keys);

}  // namespace nightlight::rooms
