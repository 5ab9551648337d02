#include "async/port_call.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <thread>

#include "base/result.hpp"
#include "support/run_task.hpp"

namespace nightlight::async {
namespace {

using completion = std::function<void(result<std::string>)>;

// A port with a thread of its own.
struct slow_port {
  std::thread answering;
  ~slow_port() { answering.join(); }

  void ask(result<std::string> answer, completion done) {
    answering = std::thread([answer = std::move(answer), done = std::move(done)] { done(answer); });
  }
};

struct a_port_call : testing::Test {
  boost::asio::io_context context;
  result<std::string> answer = std::string();
  std::thread::id resumed_on;

  task<> call(slow_port& port, result<std::string> planned) {
    auto start = [&](auto done) { port.ask(std::move(planned), std::move(done)); };
    answer = co_await async_port_call<result<std::string>>(context.get_executor(), start);
    resumed_on = std::this_thread::get_id();
  }

  task<> call_at_once() {
    auto start = [](auto done) { done(result<std::string>("now")); };
    answer = co_await async_port_call<result<std::string>>(context.get_executor(), start);
  }
};

TEST_F(a_port_call, resumes_with_the_answer_on_the_calling_shard) {
  slow_port port;
  tests::start(context, call(port, std::string("kept")));
  context.run();
  EXPECT_EQ(answer.value(), "kept");
  EXPECT_EQ(resumed_on, std::this_thread::get_id());
}

TEST_F(a_port_call, carries_a_failure_as_a_value) {
  slow_port port;
  tests::start(context, call(port, result<std::string>(make_error_code(failure::conflict))));
  context.run();
  EXPECT_EQ(answer.error(), failure::conflict);
}

TEST_F(a_port_call, may_be_answered_before_it_returns) {
  tests::start(context, call_at_once());
  context.run();
  EXPECT_EQ(answer.value(), "now");
}

}  // namespace
}  // namespace nightlight::async
