// A bounded queue between whoever pushes and one coroutine that takes everything that waits in one go. Belongs to one
// shard: another shard posts to this one first. What arrives while the receiver is busy makes its next batch, and a
// receiver that was woken gives way to others while each turn of its shard still brings something: a burst that
// comes in one message a turn is taken whole, and a lone message waits for one turn, never for a timer.
#pragma once

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "async/awaitable.hpp"

namespace nightlight::async {

// What became of an item that was pushed.
enum class mailbox_verdict : std::uint8_t { taken, full, closed };

// How many turns a receiver gives way at most.
inline constexpr int gather_turns_max = 32;

template <class T>
class mailbox {
 public:
  mailbox(executor ex, std::size_t items_max) : arrived_(ex), items_max_(items_max) {}
  mailbox(const mailbox&) = delete;
  mailbox& operator=(const mailbox&) = delete;

  // `item` is moved from only when it is taken.
  [[nodiscard]] mailbox_verdict push(T&& item) {
    if (closed_) return mailbox_verdict::closed;
    if (items_.size() >= items_max_) return mailbox_verdict::full;
    items_.push_back(std::move(item));
    wake();
    return mailbox_verdict::taken;
  }

  // Takes no more items; those that wait can still be received. Idempotent.
  void close() {
    closed_ = true;
    wake();
  }

  bool closed() const { return closed_; }
  std::size_t size() const { return items_.size(); }

  // Everything that waits, oldest first, as soon as there is something. Empty once the mailbox is closed and nothing
  // is left. One receiver at a time.
  task<std::vector<T>> async_receive_all() { return async_receive_all_until(clock::time_point::max()); }

  // The same, but comes back empty-handed at `until`; closed() tells the two kinds of emptiness apart.
  task<std::vector<T>> async_receive_all_until(clock::time_point until) {
    assert(!waiting_);
    if (items_.empty() && !closed_) {
      arrived_.expires_at(until);
      waiting_ = true;
      boost::system::error_code cancelled;
      co_await arrived_.async_wait(boost::asio::redirect_error(use_task, cancelled));
      waiting_ = false;
    }
    std::size_t seen = 0;
    for (int turn = 0; turn < gather_turns_max && items_.size() > seen && !closed_; ++turn) {
      seen = items_.size();
      co_await boost::asio::post(use_task);
    }
    std::vector<T> batch;
    batch.swap(items_);
    co_return batch;
  }

 private:
  void wake() {
    if (waiting_) arrived_.cancel();
  }

  timer arrived_;
  std::vector<T> items_;
  std::size_t items_max_;
  bool waiting_ = false;
  bool closed_ = false;
};

}  // namespace nightlight::async
