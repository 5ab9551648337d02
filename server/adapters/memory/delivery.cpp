#include "adapters/memory/delivery.hpp"

#include <utility>

namespace nightlight::adapters {

void delivery_queue::add(task work) {
  {
    const std::lock_guard lock{mutex_};
    waiting_.push_back(std::move(work));
  }
  if (when_ == delivery::immediate) run_all();
}

bool delivery_queue::run_one() {
  task next;
  {
    const std::lock_guard lock{mutex_};
    if (running_ || waiting_.empty()) return false;
    next = std::move(waiting_.front());
    waiting_.pop_front();
    running_ = true;
  }
  const auto tell = next();
  if (tell) tell();
  const std::lock_guard lock{mutex_};
  running_ = false;
  return true;
}

std::size_t delivery_queue::run_all() {
  std::size_t count = 0;
  while (run_one()) ++count;
  return count;
}

std::size_t delivery_queue::size() const {
  const std::lock_guard lock{mutex_};
  return waiting_.size();
}

}  // namespace nightlight::adapters
