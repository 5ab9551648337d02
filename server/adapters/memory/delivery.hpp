// When the memory adapters answer: before the call returns, or when the caller runs what waits, so that a simulation
// decides the order of everything. Work is done one at a time and in order, whichever thread asked for it.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

namespace nightlight::adapters {

enum class delivery { immediate, when_run };

class delivery_queue {
 public:
  // Does the work and returns what is to be told, which is then told without the lock.
  using task = std::function<std::function<void()>()>;

  explicit delivery_queue(delivery when) : when_(when) {}

  void add(task work);
  // Runs the oldest task; false when there was none or one is already running.
  bool run_one();
  // Runs all tasks, those that completions add included; returns how many.
  std::size_t run_all();
  std::size_t size() const;

 private:
  const delivery when_;
  mutable std::mutex mutex_;
  std::deque<task> waiting_;
  bool running_ = false;
};

}  // namespace nightlight::adapters
