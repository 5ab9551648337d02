#include "async/alarm.hpp"

#include <algorithm>
#include <boost/asio/redirect_error.hpp>

#include "base/result.hpp"

namespace nightlight::async {
namespace {

constexpr milliseconds look_at_least_every{30'000};
constexpr milliseconds after_a_failure{5'000};

}  // namespace

alarm::alarm(executor ex) : timer_(ex) {}

void alarm::ring() {
  rung_ = true;
  timer_.cancel();
}

task<> alarm::async_wait(milliseconds most) {
  if (!rung_) {
    timer_.expires_after(most);
    error_code cancelled;
    co_await timer_.async_wait(boost::asio::redirect_error(use_task, cancelled));
  }
  rung_ = false;
}

milliseconds asleep_for(std::optional<instant> next, instant now, bool failed) {
  if (failed) return after_a_failure;
  if (!next) return look_at_least_every;
  return std::clamp(*next - now, milliseconds{1}, look_at_least_every);
}

}  // namespace nightlight::async
