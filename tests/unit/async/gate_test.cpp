#include "async/gate.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "support/run_task.hpp"

namespace nightlight::async {
namespace {

task<> close_and_note(gate& g, bool& done) {
  co_await g.async_close();
  done = true;
}

struct a_gate : testing::Test {
  boost::asio::io_context context;
  gate g{context.get_executor()};
  bool closed = false;

  void turn() {
    context.restart();
    context.poll();
  }
};

TEST_F(a_gate, that_is_empty_closes_at_once) {
  tests::start(context, close_and_note(g, closed));
  context.run();
  EXPECT_TRUE(closed);
}

TEST_F(a_gate, waits_for_the_last_leaver) {
  std::optional<gate::pass> first = g.enter();
  std::optional<gate::pass> second = g.enter();
  tests::start(context, close_and_note(g, closed));
  turn();
  first.reset();
  turn();
  EXPECT_FALSE(closed);
  EXPECT_EQ(g.inside(), 1u);
  second.reset();
  turn();
  EXPECT_TRUE(closed);
}

TEST_F(a_gate, refuses_newcomers_once_it_is_closing) {
  ASSERT_TRUE(g.enter());
  g.close();
  EXPECT_FALSE(g.enter());
  EXPECT_EQ(g.inside(), 0u);
}

TEST_F(a_gate, lets_everyone_who_waits_go) {
  bool closed_too = false;
  std::optional<gate::pass> inside = g.enter();
  tests::start(context, close_and_note(g, closed));
  tests::start(context, close_and_note(g, closed_too));
  turn();
  inside.reset();
  turn();
  EXPECT_TRUE(closed);
  EXPECT_TRUE(closed_too);
}

TEST_F(a_gate, counts_a_moved_pass_once) {
  std::optional<gate::pass> pass = g.enter();
  gate::pass moved = std::move(*pass);
  pass.reset();
  EXPECT_EQ(g.inside(), 1u);
  { gate::pass gone = std::move(moved); }
  EXPECT_EQ(g.inside(), 0u);
}

}  // namespace
}  // namespace nightlight::async
