// Counts work in flight, refuses newcomers once it is closing, and lets one await the last leaver: how everything
// that starts coroutines knows that they have ended. Belongs to one shard, and must outlive its passes.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include "async/awaitable.hpp"

namespace nightlight::async {

class gate {
 public:
  // Proof of having entered; leaves when destroyed.
  class pass {
   public:
    pass(pass&& other) noexcept : gate_(std::exchange(other.gate_, nullptr)) {}
    pass& operator=(pass&& other) noexcept {
      std::swap(gate_, other.gate_);
      return *this;
    }
    ~pass() {
      if (gate_ != nullptr) gate_->leave();
    }

   private:
    friend class gate;
    explicit pass(gate& g) : gate_(&g) {}
    gate* gate_;
  };

  explicit gate(executor ex);
  gate(const gate&) = delete;
  gate& operator=(const gate&) = delete;
  ~gate();

  // Nothing when the gate is closing.
  std::optional<pass> enter();

  std::size_t inside() const { return inside_; }
  bool closing() const { return closing_; }

  // From now on nobody enters. Idempotent.
  void close() { closing_ = true; }

  // Closes, and completes when the last pass is gone. Any number of coroutines may wait.
  task<> async_close();

 private:
  void leave();

  timer emptied_;  // never expires by itself: cancelled when the last one leaves
  std::size_t inside_ = 0;
  bool closing_ = false;
};

}  // namespace nightlight::async
