#include "app/housekeeping.hpp"

#include <boost/asio/redirect_error.hpp>
#include <chrono>
#include <utility>
#include <vector>

#include "async/store_work.hpp"

namespace nightlight::app {
namespace {

constexpr std::chrono::seconds between_rounds{30};
constexpr std::chrono::hours pages_kept{30 * 24};

}  // namespace

housekeeping::housekeeping(async::executor ex, store& records, const clock_port& clock, accounts::revocations& ended,
                           rooms::directory& rooms)
    : ex_(ex), records_(records), clock_(clock), ended_(ended), rooms_(rooms), next_(ex) {}

void housekeeping::stop() {
  stopping_ = true;
  next_.cancel();
}

async::task<> housekeeping::run() {
  while (!stopping_) {
    if (!listed_) listed_ = co_await list_rooms();
    co_await wake_rooms();
    co_await end_what_expired();
    if (stopping_) co_return;
    next_.expires_after(between_rounds);
    error_code cancelled;
    co_await next_.async_wait(boost::asio::redirect_error(async::use_task, cancelled));
  }
}

async::task<bool> housekeeping::list_rooms() {
  auto listing = async::async_transact(ex_, records_, [](records& r) { return r.list_rooms(); });
  const result<std::vector<room_row>> rooms = co_await std::move(listing);
  if (!rooms) co_return false;
  for (const room_row& room : *rooms) asleep_.push_back(room.id);
  co_return true;
}

// One that cannot be loaded for the moment is tried again; one that cannot be read will not get better.
async::task<> housekeeping::wake_rooms() {
  std::vector<room_id> still;
  const std::vector<room_id> asleep = std::exchange(asleep_, {});
  for (const room_id& room : asleep) {
    if (stopping_) co_return;
    auto looking = rooms_.async_glance(ex_, room);
    const result<rooms::glance> seen = co_await std::move(looking);
    if (!seen && seen.error() == failure::store_unavailable) still.push_back(room);
  }
  asleep_ = std::move(still);
}

async::task<> housekeeping::end_what_expired() {
  const instant now = clock_.now();
  auto sweeping = async::async_transact(ex_, records_, [now](records& r) -> result<void> {
    if (auto ended = r.delete_sessions_expired(now); !ended) return ended;
    if (auto ended = r.delete_bans_expired(now); !ended) return ended;
    if (auto over = r.paging().delete_on_call_over(now - pages_kept); !over) return over;
    return r.paging().delete_pages_over(now - pages_kept);
  });
  co_await std::move(sweeping);
  ended_.end_expired(now);
}

}  // namespace nightlight::app
