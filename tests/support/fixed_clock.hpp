// A clock that stands still until a test moves it.
#pragma once

#include "ports/clock.hpp"

namespace nightlight::testing {

class fixed_clock final : public clock_port {
 public:
  instant now() const override { return now_; }
  void advance(milliseconds by) { now_ += by; }
  void set(instant to) { now_ = to; }

 private:
  instant now_ = from_unix_ms(1'800'000'000'000);
};

}  // namespace nightlight::testing
