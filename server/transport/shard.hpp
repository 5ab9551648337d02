// One io_context run by one thread, and what its connections share: a gate that counts them, a wheel for their
// deadlines and a flusher for their outboxes. Everything reached through a shard is touched on its thread alone.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include "async/gate.hpp"
#include "transport/connection.hpp"
#include "transport/deadline_wheel.hpp"
#include "transport/flusher.hpp"

namespace nightlight::transport {

// How a shard's connections are ended: told to stop one after another over `spread`, so that they do not all come
// back in the same moment, and cut when they have not gone after `patience` more.
struct drain_plan {
  std::chrono::milliseconds spread{0};
  std::chrono::milliseconds patience{10000};
};

class shard {
 public:
  shard();
  shard(const shard&) = delete;
  shard& operator=(const shard&) = delete;
  // Stops as stop() does.
  ~shard();

  // Starts the thread. Once.
  void start();
  // Returns when the thread has ended: it runs until no work is left, so drain first. Idempotent.
  void stop();
  // Ends every connection, and completes when the last is gone. Newcomers are refused from then on.
  async::task<> async_drain(drain_plan plan);

  async::executor executor() { return context_.get_executor(); }
  async::gate& connections_gate() { return gate_; }
  deadline_wheel& wheel() { return wheel_; }
  flusher& writes() { return flusher_; }

  // Lists `c` until it is destroyed.
  void join(connection& c) { connections_.push_back(c); }

 private:
  using work_guard = boost::asio::executor_work_guard<async::executor>;

  boost::asio::io_context context_{1};  // one thread; completions still come from others
  std::optional<work_guard> staying_;
  std::thread thread_;
  boost::intrusive::list<connection, boost::intrusive::constant_time_size<false>> connections_;
  async::gate gate_;
  deadline_wheel wheel_;
  flusher flusher_;
};

// Runs `work` on the shard's thread, in the order of the calls from one thread. Any thread.
template <class Work>
void post_to(shard& s, Work&& work) {
  boost::asio::post(s.executor(), std::forward<Work>(work));
}

}  // namespace nightlight::transport
