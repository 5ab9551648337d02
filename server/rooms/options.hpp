// What an organisation can set about all rooms, from the configuration.
#pragma once

#include <chrono>
#include <cstddef>

#include "domain/room/limits.hpp"

namespace nightlight::rooms {

struct options {
  domain::limits rules;
  std::size_t mailbox_commands_max = 4096;  // per room; one more is refused as busy
  // What one turn decides: far less than an outbox holds, so that a burst cuts nobody off who reads as it comes.
  std::size_t turn_commands_max = 128;
  std::size_t turn_bytes_max = 64 * 1024;
  std::size_t snapshot_bytes_max = 128 * 1024;  // words in a snapshot or a page of history
  std::size_t resume_events_max = 2000;         // how far back a client may resume; further back it gets a snapshot
  std::size_t presence_names_max = 200;         // larger rooms are told how many are here, not who
  std::chrono::milliseconds staff_grace{5000};  // without any staff connection, before the room pauses
  std::chrono::milliseconds place_kept{10 * 60 * 1000};  // for someone whose last connection is gone
};

}  // namespace nightlight::rooms
