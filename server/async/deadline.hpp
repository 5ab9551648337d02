// Calls a function when time runs out, unless it is disarmed or destroyed first; then the function is certain not to
// run. The function is where a coroutine's wait is ended, by closing what it waits on: never `||` of two awaitables.
// For a few long-lived objects; connections by the thousand use their shard's deadline_wheel.
#pragma once

#include <functional>
#include <memory>

#include "async/awaitable.hpp"

namespace nightlight::async {

class deadline {
 public:
  explicit deadline(executor ex);
  deadline(const deadline&) = delete;
  deadline& operator=(const deadline&) = delete;
  ~deadline();

  // Replaces what was armed before. `expired` runs on the executor and may arm again or destroy the deadline.
  void arm(clock::duration in, std::function<void()> expired);
  void disarm();

 private:
  struct armed {
    std::function<void()> expired;
  };

  timer timer_;
  std::shared_ptr<armed> armed_;  // the wait that counts; an earlier one finds its weak pointer empty
};

}  // namespace nightlight::async
