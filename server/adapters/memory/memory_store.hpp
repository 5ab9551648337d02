// The store in memory, for simulations and tests of what is above it: the same contract, units of work undone when
// they fail, answers when it is told to, and failures on demand.
#pragma once

#include <atomic>
#include <cstddef>

#include "adapters/memory/delivery.hpp"
#include "adapters/memory/memory_records.hpp"
#include "ports/store.hpp"

namespace nightlight::adapters {

class memory_store final : public store {
 public:
  explicit memory_store(delivery when = delivery::immediate) : queue_(when) {}

  void transact(work unit, completion done) override;
  bool healthy() const override { return healthy_; }

  bool run_one() { return queue_.run_one(); }
  std::size_t run_pending() { return queue_.run_all(); }

  // What becomes of the next units, counted in the order in which they are done. Set while nothing runs.
  void fail_next_units(std::size_t count) { units_to_fail_ = count; }    // undone
  void doubt_next_units(std::size_t count) { units_to_doubt_ = count; }  // kept, and said to have failed
  void set_available(bool available);

 private:
  result<void> run(const work& unit);

  delivery_queue queue_;
  memory_records records_;
  std::size_t units_to_fail_ = 0;
  std::size_t units_to_doubt_ = 0;
  bool available_ = true;
  std::atomic<bool> healthy_ = true;
};

}  // namespace nightlight::adapters
