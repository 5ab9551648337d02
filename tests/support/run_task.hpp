// Runs coroutines in a test on an io_context of its own, on the calling thread, until nothing is left to do.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <utility>

#include "async/awaitable.hpp"

namespace nightlight::tests {

// Starts `work`; an exception that leaves it leaves the io_context's run() too, and so fails the test.
inline void start(boost::asio::io_context& context, async::task<> work) {
  boost::asio::co_spawn(context.get_executor(), std::move(work), [](const std::exception_ptr& thrown) {
    if (thrown) std::rethrow_exception(thrown);
  });
}

}  // namespace nightlight::tests
