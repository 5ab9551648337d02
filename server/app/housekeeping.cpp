#include "app/housekeeping.hpp"

#include <boost/asio/redirect_error.hpp>
#include <chrono>
#include <vector>

#include "async/port_call.hpp"

namespace nightlight::app {
namespace {

constexpr std::chrono::seconds between_rounds{30};

}  // namespace

housekeeping::housekeeping(async::executor ex, store& records, const clock_port& clock, accounts::revocations& ended,
                           rooms::directory& rooms)
    : ex_(ex), records_(records), clock_(clock), ended_(ended), rooms_(rooms), next_(ex) {}

void housekeeping::stop() {
  stopping_ = true;
  next_.cancel();
}

async::task<> housekeeping::run() {
  co_await wake_rooms();
  while (!stopping_) {
    co_await end_what_expired();
    if (stopping_) co_return;
    next_.expires_after(between_rounds);
    error_code cancelled;
    co_await next_.async_wait(boost::asio::redirect_error(async::use_task, cancelled));
  }
}

async::task<> housekeeping::wake_rooms() {
  std::vector<room_row> rooms;
  auto list = [&](auto done) {
    records_.transact(
        [&](records& r) -> result<void> {
          auto found = r.list_rooms();
          if (!found) return found.error();
          rooms = std::move(*found);
          return {};
        },
        std::move(done));
  };
  co_await async::async_port_call<result<void>>(ex_, list);
  for (const room_row& room : rooms) {
    if (stopping_) co_return;
    auto looking = rooms_.async_glance(ex_, room.id);
    co_await std::move(looking);
  }
}

async::task<> housekeeping::end_what_expired() {
  const instant now = clock_.now();
  auto sweep = [&](auto done) {
    records_.transact(
        [now](records& r) -> result<void> {
          if (auto ended = r.delete_sessions_expired(now); !ended) return ended;
          return r.delete_bans_expired(now);
        },
        std::move(done));
  };
  co_await async::async_port_call<result<void>>(ex_, sweep);
  ended_.end_expired(now);
}

}  // namespace nightlight::app
