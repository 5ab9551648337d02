// The deadlines of every connection of one shard on one timer, to a quarter of a second. A deadline is late by up to
// two ticks and never early. Times are read off the wheel, so that stamping activity costs nothing.
#pragma once

#include <array>
#include <boost/intrusive/list.hpp>
#include <chrono>
#include <cstddef>

#include "async/awaitable.hpp"

namespace nightlight::transport {

class deadline_wheel {
  class place : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
    friend class deadline_wheel;
    async::clock::time_point due_;
  };

 public:
  using duration = async::clock::duration;
  using time_point = async::clock::time_point;

  static constexpr duration tick = std::chrono::milliseconds(250);

  // Has at most one deadline at a time, and none once it is destroyed.
  class entry : public place {
   public:
    // Called on the shard. The entry is disarmed by then, and may be armed again or destroyed.
    virtual void deadline_passed() = 0;

   protected:
    ~entry() = default;
  };

  explicit deadline_wheel(async::executor ex);
  deadline_wheel(const deadline_wheel&) = delete;
  deadline_wheel& operator=(const deadline_wheel&) = delete;

  // The time of the last tick, at most one tick ago while anything is armed.
  time_point now() const { return now_; }

  // Replaces the deadline that `e` had. The wheel keeps its timer running while anything is armed.
  void arm(entry& e, duration in) { arm_at(e, async::clock::now() + in); }
  void arm_at(entry& e, time_point due);
  static void disarm(entry& e) { e.unlink(); }

  // Ends the timer now rather than at its next tick if nothing is armed.
  void rest();

  // Calls every entry that is due by `now`. The timer does this; tests do it with times of their own.
  void advance(time_point now);

 private:
  // A deadline further off than one turn of the wheel stays in its slot until it is due.
  static constexpr std::size_t slot_count = 512;
  using slot = boost::intrusive::list<entry, boost::intrusive::constant_time_size<false>>;

  static std::size_t tick_of(time_point t) { return static_cast<std::size_t>(t.time_since_epoch() / tick); }
  void wait();
  bool idle() const;

  std::array<slot, slot_count> slots_;
  async::timer timer_;
  time_point now_;
  bool running_ = false;
};

}  // namespace nightlight::transport
