// A moment and a length of time, in whole milliseconds. Only the clock port makes a moment out of nothing.
#pragma once

#include <chrono>
#include <cstdint>

namespace nightlight {

using milliseconds = std::chrono::duration<std::int64_t, std::milli>;
using seconds = std::chrono::duration<std::int64_t>;

struct unix_clock {
  using duration = milliseconds;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<unix_clock>;
  static constexpr bool is_steady = false;
};

// Milliseconds since 1970-01-01T00:00Z, leap seconds not counted. The epoch itself means "no moment".
using instant = unix_clock::time_point;

constexpr instant from_unix_ms(std::int64_t ms) { return instant{milliseconds{ms}}; }
constexpr std::int64_t to_unix_ms(instant t) { return t.time_since_epoch().count(); }

}  // namespace nightlight
