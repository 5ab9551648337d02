#include "transport/token_bucket.hpp"

#include <algorithm>
#include <cmath>

namespace nightlight::transport {

std::optional<std::chrono::milliseconds> token_bucket::take(bucket_size size, time_point now) {
  const double per_ms = static_cast<double>(size.per_minute) / 60'000.0;
  const std::chrono::duration<double, std::milli> passed = now - filled_at_;
  if (passed.count() > 0) {
    tokens_ = std::min<double>(size.burst, tokens_ + passed.count() * per_ms);
    filled_at_ = now;
  }
  if (tokens_ >= 1) {
    tokens_ -= 1;
    return std::nullopt;
  }
  return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil((1 - tokens_) / per_ms)));
}

}  // namespace nightlight::transport
