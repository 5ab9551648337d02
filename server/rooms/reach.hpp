// How a room on one shard reaches the people on all of them: directly on its own, by one post to each other.
#pragma once

#include <boost/asio/post.hpp>
#include <utility>
#include <vector>

#include "async/awaitable.hpp"
#include "rooms/hall.hpp"

namespace nightlight::rooms {

class reach {
 public:
  struct side {
    async::executor ex;
    hall* there;
  };

  explicit reach(std::vector<side> sides) : sides_(std::move(sides)) {}

  std::size_t shards() const { return sides_.size(); }

  // Runs f(hall&) on the shard. What one thread sends to one shard arrives in order.
  template <class F>
  void on(std::size_t shard, F f) const {
    const side& s = sides_[shard];
    if (s.ex.running_in_this_thread()) {
      f(*s.there);
    } else {
      boost::asio::post(s.ex, [there = s.there, f = std::move(f)]() mutable { f(*there); });
    }
  }

 private:
  std::vector<side> sides_;
};

}  // namespace nightlight::rooms
