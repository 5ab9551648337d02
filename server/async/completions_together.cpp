#include "async/completions_together.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <utility>

namespace nightlight::async {
namespace {

thread_local completions_together* collecting = nullptr;

}  // namespace

completions_together::completions_together() : outer_(std::exchange(collecting, this)) {}

completions_together::~completions_together() {
  collecting = outer_;
  for (of_shard& shard : shards_) {
    boost::asio::post(shard.ex, [waiting = std::move(shard.waiting)] {
      for (const auto& resume : waiting) resume();
    });
  }
}

void completions_together::post(executor ex, std::function<void()> resume) {
  if (collecting == nullptr) return boost::asio::post(ex, std::move(resume));
  std::vector<of_shard>& shards = collecting->shards_;
  auto found = std::ranges::find(shards, ex, &of_shard::ex);
  if (found == shards.end()) found = shards.insert(found, {ex, {}});
  found->waiting.push_back(std::move(resume));
}

}  // namespace nightlight::async
