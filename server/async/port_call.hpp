// Awaits a port: turns a completion that is called once, on a thread of the port's own, into a value on the calling
// shard. The coroutine resumes on its own executor, and the shard counts the call as work until then.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/execution/outstanding_work.hpp>
#include <memory>
#include <utility>

#include "async/awaitable.hpp"
#include "async/completions_together.hpp"

namespace nightlight::async {

// Calls start(done), where `done` takes one `Answer`, may be copied, and must be called exactly once on any thread.
//
//   auto start = [&](auto done) { log.append(std::move(request), std::move(done)); };
//   result<position> newest = co_await async_port_call<result<position>>(ex, start);
//
// `start` is a named object, and outlives the call (GCC 12 can destroy a temporary twice inside co_await). It runs
// when the call is awaited. A call cannot be cancelled.
template <class Answer, class Start>
task<Answer> async_port_call(executor ex, Start& start) {
  return boost::asio::async_initiate<const use_task_t, void(Answer)>(
      [ex, &start](auto handler) {
        auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        auto tracked = boost::asio::require(ex, boost::asio::execution::outstanding_work.tracked);
        start([ex, waiting, tracked](Answer answer) {
          completions_together::post(ex, [waiting, tracked, answer = std::move(answer)]() mutable {
            auto resume = std::move(*waiting);
            resume(std::move(answer));
          });
        });
      },
      use_task);
}

}  // namespace nightlight::async
