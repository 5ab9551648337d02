// Runs one coroutine to its end on an io_context of the test's and gives back what it returned.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <optional>
#include <utility>

#include "async/awaitable.hpp"

namespace nightlight::testing {

template <class T>
T await_task(boost::asio::io_context& context, async::task<T> work) {
  std::optional<T> returned;
  boost::asio::co_spawn(context.get_executor(), std::move(work), [&](const std::exception_ptr& thrown, T value) {
    if (thrown) std::rethrow_exception(thrown);
    returned.emplace(std::move(value));
  });
  context.restart();
  context.run();
  return std::move(returned).value();
}

}  // namespace nightlight::testing
