// The names every coroutine of the server is written with. The executor is io_context's own, never any_io_executor:
// type erasure shows in the profile of a server whose work is many small writes.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>

namespace nightlight::async {

using executor = boost::asio::io_context::executor_type;

// A coroutine that runs on one shard.
template <class T = void>
using task = boost::asio::awaitable<T, executor>;

using use_task_t = boost::asio::use_awaitable_t<executor>;
inline constexpr use_task_t use_task;

using clock = std::chrono::steady_clock;
using timer = boost::asio::basic_waitable_timer<clock, boost::asio::wait_traits<clock>, executor>;

}  // namespace nightlight::async
