// How a coroutine that looks after stored moments sleeps: until the next of them, or until somebody rings because there
// is something new. A ring that comes while it is busy is not lost. Belongs to one shard.
#pragma once

#include <optional>

#include "async/awaitable.hpp"
#include "base/instant.hpp"

namespace nightlight::async {

class alarm {
 public:
  explicit alarm(executor ex);

  void ring();
  // Whether somebody rang since the last wait ended.
  bool rung() const { return rung_; }
  // Comes back after that long, or at the first ring; at once when somebody has rung already.
  task<> async_wait(milliseconds most);

 private:
  timer timer_;
  bool rung_ = false;
};

// The clock of the day may be set, so a far moment is looked at again after half a minute; what failed, sooner.
milliseconds asleep_for(std::optional<instant> next, instant now, bool failed);

}  // namespace nightlight::async
