#include "transport/shard.hpp"

#include <pthread.h>

#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <csignal>
#include <cstddef>

#include "async/deadline.hpp"

namespace nightlight::transport {
namespace {

// A connection that its peer has closed answers a write with an error, never with a signal. OpenSSL writes without
// MSG_NOSIGNAL, and the signal goes to the thread that wrote.
void ignore_broken_pipes() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

constexpr std::chrono::milliseconds spread_step{50};

}  // namespace

shard::shard() : gate_(executor()), wheel_(executor()), flusher_(executor()) { staying_.emplace(executor()); }

shard::~shard() { stop(); }

void shard::start() {
  thread_ = std::thread([this] {
    ignore_broken_pipes();
    context_.run();
  });
}

void shard::stop() {
  staying_.reset();
  if (thread_.joinable()) thread_.join();
}

async::task<> shard::async_drain(drain_plan plan) {
  gate_.close();
  const auto count = static_cast<std::ptrdiff_t>(connections_.size());
  const std::ptrdiff_t steps = std::max<std::ptrdiff_t>(1, plan.spread / spread_step);
  const std::ptrdiff_t per_step = (count + steps - 1) / steps;
  async::timer pause(executor());
  std::ptrdiff_t told = 0;
  for (std::ptrdiff_t step = 0; told < count && !connections_.empty(); ++step) {
    // Those told move to the back; the ones at the front have been told nothing yet.
    for (std::ptrdiff_t i = 0; i < per_step && told < count && !connections_.empty(); ++i, ++told) {
      connection& c = connections_.front();
      connections_.splice(connections_.end(), connections_, connections_.begin());
      c.stop();
    }
    if (step + 1 >= steps) break;
    pause.expires_after(spread_step);
    boost::system::error_code never;
    co_await pause.async_wait(boost::asio::redirect_error(async::use_task, never));
  }
  async::deadline patience(executor());
  patience.arm(plan.patience, [this] {
    for (auto it = connections_.begin(); it != connections_.end();) (it++)->cut();
  });
  co_await gate_.async_close();
  wheel_.rest();
}

}  // namespace nightlight::transport
