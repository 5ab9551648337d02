// How often one source may ask for one thing: a table of token buckets, bounded, that forgets whoever was silent the
// longest. Keys are address prefixes or hashes, held in memory only. Any thread may ask.
#pragma once

#include <chrono>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "transport/token_bucket.hpp"

namespace nightlight::transport {

class admission {
 public:
  explicit admission(bucket_size size, std::size_t sources_max = 16'384) : size_(size), sources_max_(sources_max) {}

  // Nothing when it may go on; else the time after which to try again.
  std::optional<std::chrono::milliseconds> ask(std::string_view source, token_bucket::time_point now);

  std::size_t sources() const;

 private:
  struct entry {
    std::string source;
    token_bucket bucket;
  };

  const bucket_size size_;
  const std::size_t sources_max_;
  mutable std::mutex mutex_;
  std::list<entry> by_use_;                                                     // newest first
  std::unordered_map<std::string_view, std::list<entry>::iterator> by_source_;  // views of the entries' own text
};

}  // namespace nightlight::transport
