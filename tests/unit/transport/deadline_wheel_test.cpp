#include "transport/deadline_wheel.hpp"

#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <random>
#include <vector>

namespace nightlight::transport {
namespace {

using namespace std::chrono_literals;

struct counting_entry final : deadline_wheel::entry {
  int passed = 0;
  std::function<void()> then = [] {};

  void deadline_passed() override {
    ++passed;
    then();
  }
};

// Time passes only when the test says so: the wheel's own timer never gets to run.
struct a_wheel : testing::Test {
  boost::asio::io_context context;
  deadline_wheel wheel{context.get_executor()};
  counting_entry entry;
  deadline_wheel::time_point start = wheel.now();

  void arm(counting_entry& e, deadline_wheel::duration in) { wheel.arm_at(e, start + in); }
  // As the timer does it, tick by tick.
  void pass(deadline_wheel::duration until) {
    while (wheel.now() < start + until) wheel.advance(std::min(wheel.now() + deadline_wheel::tick, start + until));
  }
};

TEST_F(a_wheel, calls_when_a_deadline_has_passed_and_at_most_two_ticks_late) {
  arm(entry, 5s);
  pass(5s - 1ms);
  EXPECT_EQ(entry.passed, 0);
  pass(5s + 2 * deadline_wheel::tick);
  EXPECT_EQ(entry.passed, 1);
}

TEST_F(a_wheel, calls_once) {
  arm(entry, 1s);
  pass(600s);
  EXPECT_EQ(entry.passed, 1);
}

TEST_F(a_wheel, keeps_deadlines_longer_than_one_turn) {
  arm(entry, 300s);
  pass(300s - 1ms);
  EXPECT_EQ(entry.passed, 0);
  pass(301s);
  EXPECT_EQ(entry.passed, 1);
}

TEST_F(a_wheel, calls_for_a_deadline_that_lies_in_the_past) {
  arm(entry, -10s);
  pass(2 * deadline_wheel::tick);
  EXPECT_EQ(entry.passed, 1);
}

TEST_F(a_wheel, forgets_a_deadline_that_was_disarmed_or_put_off) {
  counting_entry put_off;
  arm(entry, 1s);
  arm(put_off, 1s);
  deadline_wheel::disarm(entry);
  arm(put_off, 9s);
  pass(8s);
  EXPECT_EQ(entry.passed, 0);
  EXPECT_EQ(put_off.passed, 0);
  pass(10s);
  EXPECT_EQ(put_off.passed, 1);
}

TEST_F(a_wheel, forgets_an_entry_that_is_destroyed) {
  auto gone = std::make_unique<counting_entry>();
  arm(*gone, 1s);
  arm(entry, 1s);
  gone.reset();
  pass(2s);
  EXPECT_EQ(entry.passed, 1);
}

TEST_F(a_wheel, allows_an_entry_to_destroy_another_that_is_due_too) {
  auto gone = std::make_unique<counting_entry>();
  entry.then = [&] { gone.reset(); };
  arm(entry, 1s);
  arm(*gone, 1s);
  pass(2s);
  EXPECT_EQ(entry.passed, 1);
}

TEST_F(a_wheel, allows_an_entry_to_be_armed_again_when_it_is_called) {
  entry.then = [&] { wheel.arm_at(entry, wheel.now() + 1s); };
  arm(entry, 1s);
  pass(10s);
  EXPECT_GE(entry.passed, 6);
  EXPECT_LE(entry.passed, 10);
}

TEST_F(a_wheel, makes_up_for_time_it_has_slept_through) {
  counting_entry later;
  arm(entry, 1s);
  arm(later, 1000s);
  wheel.advance(start + 900s);
  EXPECT_EQ(entry.passed, 1);
  EXPECT_EQ(later.passed, 0);
  wheel.advance(start + 1001s);
  EXPECT_EQ(later.passed, 1);
}

TEST_F(a_wheel, is_never_early_and_never_more_than_two_ticks_late) {
  struct timed_entry final : deadline_wheel::entry {
    const deadline_wheel* on = nullptr;
    deadline_wheel::time_point due;
    deadline_wheel::time_point called;
    void deadline_passed() override { called = on->now(); }
  };
  std::mt19937 random(11);  // NOLINT: the same deadlines every time
  std::vector<timed_entry> entries(500);
  for (timed_entry& e : entries) {
    e.on = &wheel;
    e.due = start + std::chrono::milliseconds(random() % 200'000);
    wheel.arm_at(e, e.due);
  }
  pass(201s);
  for (const timed_entry& e : entries) {
    EXPECT_GE(e.called, e.due);
    EXPECT_LE(e.called, e.due + 2 * deadline_wheel::tick);
  }
}

TEST_F(a_wheel, lets_the_thread_end_when_nothing_is_armed) {
  arm(entry, 5s);
  deadline_wheel::disarm(entry);
  wheel.rest();
  context.run();
  EXPECT_EQ(entry.passed, 0);
}

}  // namespace
}  // namespace nightlight::transport
