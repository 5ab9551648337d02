#include "async/deadline.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>

namespace nightlight::async {
namespace {

constexpr std::chrono::seconds at_once{0};
constexpr std::chrono::hours never{1};

struct a_deadline : testing::Test {
  boost::asio::io_context context;
  std::unique_ptr<deadline> d = std::make_unique<deadline>(context.get_executor());
  int expired = 0;
};

TEST_F(a_deadline, calls_its_function_when_time_is_up) {
  d->arm(at_once, [this] { ++expired; });
  context.run();
  EXPECT_EQ(expired, 1);
}

TEST_F(a_deadline, that_is_disarmed_does_not_call) {
  d->arm(at_once, [this] { ++expired; });
  d->disarm();
  context.run();
  EXPECT_EQ(expired, 0);
}

TEST_F(a_deadline, that_is_armed_again_forgets_the_first_time) {
  int second = 0;
  d->arm(at_once, [this] { ++expired; });
  d->arm(at_once, [&] { ++second; });
  context.run();
  EXPECT_EQ(expired, 0);
  EXPECT_EQ(second, 1);
}

TEST_F(a_deadline, does_not_call_once_it_is_destroyed) {
  d->arm(never, [this] { ++expired; });
  d.reset();
  context.run();
  EXPECT_EQ(expired, 0);
}

TEST_F(a_deadline, may_be_destroyed_by_its_own_function) {
  d->arm(at_once, [this] { d.reset(); });
  context.run();
  EXPECT_FALSE(d);
}

}  // namespace
}  // namespace nightlight::async
