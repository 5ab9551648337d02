// What the calendar does by itself: meetings that begin are kept as they were, and each gets a room a quarter of an
// hour before, so that the team can open it. A room is made in the same step that writes down whose it is: however
// often the process dies, there is one.
#pragma once

#include "accounts/room_book.hpp"
#include "async/awaitable.hpp"
#include "calendar/desk.hpp"
#include "ports/clock.hpp"

namespace nightlight::app {

inline constexpr std::chrono::minutes lobby_before{15};

// One round, inside one transaction. Gives the rooms it made.
result<std::vector<room_id>> keep_evening(const calendar::desk& d, const accounts::room_book_limits& limits);

class evening_keeper {
 public:
  // All of them outlive it.
  evening_keeper(async::executor ex, store& rows, const clock_port& clock, const domain::calendar::zone_rules& zones,
                 const domain::calendar::holidays& off, accounts::room_book_limits limits);

  async::task<> run();
  void stop();

 private:
  async::executor ex_;
  store& rows_;
  const clock_port& clock_;
  const domain::calendar::zone_rules& zones_;
  const domain::calendar::holidays& off_;
  const accounts::room_book_limits limits_;
  async::timer next_;
  std::uint32_t round_ = 0;
  bool stopping_ = false;
};

}  // namespace nightlight::app
