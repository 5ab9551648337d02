#include "transport/admission.hpp"

namespace nightlight::transport {

std::optional<std::chrono::milliseconds> admission::ask(std::string_view source, token_bucket::time_point now) {
  const std::lock_guard lock(mutex_);
  const auto found = by_source_.find(source);
  if (found != by_source_.end()) {
    by_use_.splice(by_use_.begin(), by_use_, found->second);
  } else {
    if (by_use_.size() >= sources_max_) {
      by_source_.erase(by_use_.back().source);
      by_use_.pop_back();
    }
    by_use_.push_front({std::string(source), token_bucket(size_, now)});
    by_source_.emplace(by_use_.front().source, by_use_.begin());
  }
  return by_use_.front().bucket.take(size_, now);
}

std::size_t admission::sources() const {
  const std::lock_guard lock(mutex_);
  return by_use_.size();
}

}  // namespace nightlight::transport
