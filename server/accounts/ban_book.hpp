// Who is kept out of a room, or of all rooms of its series, as far as staff may know it: when, until when and by whom.
// Never what anybody is recognised by.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "accounts/denial.hpp"
#include "async/awaitable.hpp"
#include "ports/clock.hpp"
#include "ports/store.hpp"

namespace nightlight::accounts {

// One person who was banned once, whatever she is recognised by.
struct listed_ban {
  room_id made_in;
  position at;
  instant until;
  instant made_at;    // no moment: nobody knows any more
  std::string by;     // as the team knows her; empty: nobody knows any more
  std::string title;  // of the room it was made in
};

class ban_book {
 public:
  // Both outlive it.
  ban_book(store& s, const clock_port& clock) : store_(s), clock_(clock) {}

  // The next to end first. room_unknown when there is no such room.
  async::task<answer<std::vector<listed_ban>>> async_list(async::executor ex, room_id room);
  // ban_unknown when no ban that holds in this room was made there, or it is over.
  async::task<answer<std::monostate>> async_find(async::executor ex, room_id room, room_id made_in, position at);

 private:
  store& store_;
  const clock_port& clock_;
};

}  // namespace nightlight::accounts
