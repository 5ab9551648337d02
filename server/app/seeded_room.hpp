// Writes a room's first meeting straight into its log, at times of the writer's choosing: for demos and load runs.
// The rules of the room decide as they do live, so nothing can be seeded that could not have happened.
#pragma once

#include <vector>

#include "base/instant.hpp"
#include "domain/room/command.hpp"
#include "ports/room_log.hpp"
#include "ports/store.hpp"
#include "rooms/live_room.hpp"
#include "rooms/options.hpp"
#include "sealing/keyring.hpp"

namespace nightlight::app {

class seeded_room {
 public:
  // For a room that never met. `log` outlives it. Throws std::runtime_error, as all of it does.
  seeded_room(const room_row& row, const rooms::options& settings, sealing::keyring& keys, room_log& log);

  // `by` does it at `when`. Throws when the room would have refused.
  void take(const domain::actor& by, instant when, domain::command what);

  // Everything taken is in the log once this returns.
  void keep();

 private:
  rooms::options settings_;
  rooms::live_room room_;
  room_log& log_;
  position kept_;
  std::vector<log_row> rows_;
};

}  // namespace nightlight::app
