// What must be done now and then and by nobody in particular: sessions whose time is over end, with their sockets, and
// so do bans; and after a start every room is looked at once, so that a closed meeting whose purge was not written down
// gets one.
#pragma once

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
  async::task<> wake_rooms();
  async::task<> end_what_expired();

  async::executor ex_;
  store& records_;
  const clock_port& clock_;
  accounts::revocations& ended_;
  rooms::directory& rooms_;
  async::timer next_;
  bool stopping_ = false;
};

}  // namespace nightlight::app
