#include "async/gate.hpp"

#include <boost/asio/redirect_error.hpp>
#include <cassert>

namespace nightlight::async {

gate::gate(executor ex) : emptied_(ex, timer::time_point::max()) {}

gate::~gate() { assert(inside_ == 0); }

std::optional<gate::pass> gate::enter() {
  if (closing_) return std::nullopt;
  ++inside_;
  return pass(*this);
}

task<> gate::async_close() {
  closing_ = true;
  while (inside_ > 0) {
    boost::system::error_code cancelled;
    co_await emptied_.async_wait(boost::asio::redirect_error(use_task, cancelled));
  }
}

void gate::leave() {
  assert(inside_ > 0);
  --inside_;
  if (inside_ == 0 && closing_) emptied_.cancel();
}

}  // namespace nightlight::async
