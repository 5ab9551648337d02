// What must be done now and then and by nobody in particular: sessions whose time is over end, with their sockets, and
// so do bans, old pages and old turns of being on call; and after a start every room is looked at until it is loaded,
// so that what waits for its time there comes although nobody does, and a closed meeting whose purge was not written
// down gets one.
#pragma once

#include <vector>

#include "accounts/revocations.hpp"
#include "async/awaitable.hpp"
#include "ports/clock.hpp"
#include "ports/store.hpp"
#include "rooms/directory.hpp"

namespace nightlight::app {

class housekeeping {
 public:
  housekeeping(async::executor ex, store& records, const clock_port& clock, accounts::revocations& ended,
               rooms::directory& rooms);

  async::task<> run();
  void stop();

 private:
  async::task<bool> list_rooms();
  async::task<> wake_rooms();
  async::task<> end_what_expired();

  async::executor ex_;
  store& records_;
  const clock_port& clock_;
  accounts::revocations& ended_;
  rooms::directory& rooms_;
  async::timer next_;
  bool listed_ = false;
  std::vector<room_id> asleep_;  // rooms that have not been looked at since the start
  bool stopping_ = false;
};

}  // namespace nightlight::app
