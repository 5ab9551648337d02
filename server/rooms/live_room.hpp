// A room in memory: the folded state, the keys of its meeting and the newest events. Takes commands in order and
// turns what was decided into sealed rows. It has no I/O; what it has taken is only true once its rows are in the
// log, and when that is in doubt the whole object is thrown away and loaded again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/room/decide.hpp"
#include "domain/room/state.hpp"
#include "ports/room_log.hpp"
#include "ports/store.hpp"
#include "rooms/options.hpp"
#include "rooms/window.hpp"
#include "sealing/meeting_keys.hpp"

namespace nightlight::rooms {

class live_room {
 public:
  // Folds the newest meeting. `loaded` are all its events, for whoever has not seen them yet.
  static result<live_room> load(room_row row, const meeting_tail& tail, const sealing::keyring& ring,
                                const options& settings, std::vector<domain::logged_event>& loaded);

  const room_row& row() const { return row_; }
  const domain::room_state& state() const { return state_; }
  const window& recent() const { return recent_; }
  // When the newest meeting closed; no moment while it has not.
  instant closed_at() const { return closed_at_; }

  // Decides, and applies what was decided. Events and rows are added at the end of `events` and `rows`.
  // store_unavailable when a key that is needed cannot be had; the object is then to be thrown away.
  result<domain::decision> take(domain::submission asked, const domain::circumstances& around,
                                std::vector<domain::logged_event>& events, std::vector<log_row>& rows);

  // For a meeting that may be about to begin; used by the next open_room that is accepted.
  void lay_out(sealing::meeting_keys keys, room_row newest) {
    next_keys_ = std::move(keys);
    row_ = std::move(newest);
  }
  bool has_keys_laid_out() const { return next_keys_.has_value(); }

  std::vector<wrapped_key> take_new_keys();

 private:
  live_room(room_row row, std::size_t events_max) : row_(std::move(row)), recent_(events_max) {}

  domain::command with_settings(domain::command what) const;
  void forget_keys(domain::word_class words);
  void note(const domain::logged_event& e);
  result<log_row> seal_row(const domain::logged_event& e);

  room_row row_;
  domain::room_state state_;
  window recent_;
  instant closed_at_;
  std::optional<sealing::meeting_keys> keys_;
  std::optional<sealing::meeting_keys> next_keys_;
};

}  // namespace nightlight::rooms
