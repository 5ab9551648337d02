#include "year/driven_time.hpp"

#include <time.h>

#include <chrono>

#include "year/deeds.hpp"

namespace nightlight::year {
namespace {

const year_clock* driving = nullptr;

}  // namespace

void drive_steady_clock(const year_clock& shared) { driving = &shared; }

}  // namespace nightlight::year

// In this binary it stands before the library's own: asio's timers ask it too.
std::chrono::steady_clock::time_point std::chrono::steady_clock::now() noexcept {
  if (const auto* const shared = nightlight::year::driving) {
    return time_point{nightlight::from_unix_ms(shared->now_ms) - nightlight::year::first_day + hours{1}};
  }
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return time_point{seconds{now.tv_sec} + nanoseconds{now.tv_nsec}};
}
