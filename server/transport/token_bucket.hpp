// A bucket that fills with time and is emptied by use: so many at once, so many a minute after that.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace nightlight::transport {

struct bucket_size {
  std::uint32_t burst = 1;
  std::uint32_t per_minute = 1;
};

class token_bucket {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  token_bucket(bucket_size size, time_point now) : filled_at_(now), tokens_(size.burst) {}

  // Takes one token, or says how long until there is one.
  std::optional<std::chrono::milliseconds> take(bucket_size size, time_point now);

 private:
  time_point filled_at_;
  double tokens_;
};

}  // namespace nightlight::transport
