#include "async/deadline.hpp"

#include <utility>

namespace nightlight::async {

deadline::deadline(executor ex) : timer_(ex) {}

deadline::~deadline() { disarm(); }

void deadline::arm(clock::duration in, std::function<void()> expired) {
  armed_ = std::make_shared<armed>(armed{std::move(expired)});
  timer_.expires_after(in);
  // Cancelling cannot reach a completion that is queued already, so the completion asks whether it still counts.
  timer_.async_wait([this, wait = std::weak_ptr<armed>(armed_)](const boost::system::error_code&) {
    if (std::shared_ptr<armed> mine = wait.lock()) {
      armed_.reset();
      mine->expired();
    }
  });
}

void deadline::disarm() {
  armed_.reset();
  timer_.cancel();
}

}  // namespace nightlight::async
