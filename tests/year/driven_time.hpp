// The two clocks of the year: the one of the day, and the one that timers sleep by. Both go as the test drives them, so
// a room's own timer wakes it at its moment, and an evening takes no time.
#pragma once

#include "ports/clock.hpp"
#include "year/calendar_year.hpp"

namespace nightlight::year {

class driven_clock final : public clock_port {
 public:
  explicit driven_clock(year_clock& shared) : shared_(shared) {}
  instant now() const override { return from_unix_ms(shared_.now_ms.load()); }

 private:
  year_clock& shared_;
};

// From here on std::chrono::steady_clock, all of this process's, goes with that clock.
void drive_steady_clock(const year_clock& shared);

}  // namespace nightlight::year
