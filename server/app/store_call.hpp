// Waiting for the store on a thread that may block: the command line's own, or the control socket's. Never a shard's.
#pragma once

#include <future>
#include <memory>
#include <utility>

#include "base/result.hpp"
#include "ports/store.hpp"

namespace nightlight::app {

// Runs `start(done)` and returns what `done` was called with.
template <class T, class Start>
result<T> wait_for(Start start) {
  auto promise = std::make_shared<std::promise<result<T>>>();
  std::future<result<T>> answer = promise->get_future();
  start([promise](result<T> r) { promise->set_value(std::move(r)); });
  return answer.get();
}

inline result<void> transact_and_wait(store& s, store::work unit) {
  return wait_for<void>([&](auto done) { s.transact(std::move(unit), std::move(done)); });
}

}  // namespace nightlight::app
