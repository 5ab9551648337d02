#include "transport/deadline_wheel.hpp"

#include <algorithm>

namespace nightlight::transport {

deadline_wheel::deadline_wheel(async::executor ex) : timer_(ex), now_(async::clock::now()) {}

void deadline_wheel::arm_at(entry& e, time_point due) {
  e.unlink();
  e.due_ = due;
  if (!running_) now_ = async::clock::now();
  // Rounded up: the slot is looked at once all of it lies in the past. Never a slot that has been passed already.
  const std::size_t at = std::max(tick_of(due) + 1, tick_of(now_) + 1);
  slots_[at % slot_count].push_back(e);
  if (!running_) wait();
}

void deadline_wheel::advance(time_point now) {
  const std::size_t first = tick_of(now_) + 1;
  const std::size_t last = std::min(tick_of(now), first + slot_count - 1);
  now_ = now;
  slot due;
  for (std::size_t t = first; t <= last; ++t) {
    slot& s = slots_[t % slot_count];
    for (auto it = s.begin(); it != s.end();) {
      entry& e = *it++;
      if (e.due_ <= now) {
        e.unlink();
        due.push_back(e);
      }
    }
  }
  while (!due.empty()) {
    entry& e = due.front();
    e.unlink();
    e.deadline_passed();
  }
}

void deadline_wheel::wait() {
  running_ = true;
  timer_.expires_after(tick);
  timer_.async_wait([this](const boost::system::error_code& cancelled) {
    if (!cancelled) advance(async::clock::now());
    if (idle()) {
      running_ = false;
    } else {
      wait();
    }
  });
}

void deadline_wheel::rest() {
  if (idle()) timer_.cancel();
}

bool deadline_wheel::idle() const {
  return std::all_of(slots_.begin(), slots_.end(), [](const slot& s) { return s.empty(); });
}

}  // namespace nightlight::transport
