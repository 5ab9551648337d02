#include "adapters/memory/memory_store.hpp"

#include <utility>

namespace nightlight::adapters {

void memory_store::transact(work unit, completion done) {
  queue_.add([this, unit = std::move(unit), done = std::move(done)]() mutable -> std::function<void()> {
    result<void> outcome = run(unit);
    return [done = std::move(done), outcome] { done(outcome); };
  });
}

void memory_store::set_available(bool available) {
  available_ = available;
  healthy_ = available;
}

result<void> memory_store::run(const work& unit) {
  if (!available_) return failure::store_unavailable;
  memory_records before = records_;
  result<void> outcome = unit(records_);
  if (outcome && units_to_fail_ > 0) {
    --units_to_fail_;
    outcome = failure::store_unavailable;
    healthy_ = false;
  } else if (outcome) {
    healthy_ = true;
  }
  if (!outcome) {
    records_ = std::move(before);
  } else if (units_to_doubt_ > 0) {
    --units_to_doubt_;
    outcome = failure::store_unavailable;
  }
  return outcome;
}

}  // namespace nightlight::adapters
