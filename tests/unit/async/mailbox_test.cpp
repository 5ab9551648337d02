#include "async/mailbox.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/post.hpp>
#include <chrono>
#include <memory>
#include <vector>

#include "support/run_task.hpp"

namespace nightlight::async {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct a_mailbox : testing::Test {
  boost::asio::io_context context;
  mailbox<int> box{context.get_executor(), 3};
  std::vector<std::vector<int>> batches;

  task<> receive_until_closed() {
    for (;;) {
      std::vector<int> batch = co_await box.async_receive_all();
      batches.push_back(batch);
      if (batch.empty()) co_return;
    }
  }

  task<> count_batches(mailbox<int>& from, std::vector<std::size_t>& sizes) {
    while (!from.closed()) {
      const std::vector<int> batch = co_await from.async_receive_all();
      if (!batch.empty()) sizes.push_back(batch.size());
    }
  }

  void push_one_a_turn(mailbox<int>& to, int left) {
    ASSERT_EQ(to.push(std::move(left)), mailbox_verdict::taken);
    if (left > 1) boost::asio::post(context, [this, &to, left] { push_one_a_turn(to, left - 1); });
  }

  void turn() {
    context.restart();
    context.poll();
  }
};

TEST_F(a_mailbox, gives_everything_that_waits_as_one_batch_in_order) {
  ASSERT_EQ(box.push(1), mailbox_verdict::taken);
  ASSERT_EQ(box.push(2), mailbox_verdict::taken);
  tests::start(context, receive_until_closed());
  turn();
  EXPECT_THAT(batches, ElementsAre(ElementsAre(1, 2)));
  box.close();
  turn();
}

TEST_F(a_mailbox, wakes_a_receiver_that_waits_once_for_all_that_came_in_one_turn) {
  tests::start(context, receive_until_closed());
  turn();
  EXPECT_THAT(batches, IsEmpty());
  ASSERT_EQ(box.push(1), mailbox_verdict::taken);
  ASSERT_EQ(box.push(2), mailbox_verdict::taken);
  turn();
  EXPECT_THAT(batches, ElementsAre(ElementsAre(1, 2)));
  ASSERT_EQ(box.push(3), mailbox_verdict::taken);
  turn();
  EXPECT_THAT(batches, ElementsAre(ElementsAre(1, 2), ElementsAre(3)));
  box.close();
  turn();
}

TEST_F(a_mailbox, takes_a_burst_that_comes_one_a_turn_as_one_batch) {
  mailbox<int> wide(context.get_executor(), 100);
  std::vector<std::size_t> sizes;
  tests::start(context, count_batches(wide, sizes));
  turn();
  push_one_a_turn(wide, 16);
  turn();
  EXPECT_THAT(sizes, ElementsAre(16));
  wide.close();
  turn();
}

TEST_F(a_mailbox, does_not_give_way_for_ever) {
  mailbox<int> wide(context.get_executor(), 100);
  std::vector<std::size_t> sizes;
  tests::start(context, count_batches(wide, sizes));
  turn();
  push_one_a_turn(wide, 100);
  turn();
  ASSERT_GE(sizes.size(), 2u);
  EXPECT_LE(sizes.front(), static_cast<std::size_t>(gather_turns_max) + 2);
  wide.close();
  turn();
}

TEST_F(a_mailbox, that_is_full_says_so_and_leaves_the_item_alone) {
  mailbox<std::unique_ptr<int>> small(context.get_executor(), 1);
  ASSERT_EQ(small.push(std::make_unique<int>(1)), mailbox_verdict::taken);
  auto refused = std::make_unique<int>(2);
  EXPECT_EQ(small.push(std::move(refused)), mailbox_verdict::full);
  EXPECT_TRUE(refused);
  EXPECT_EQ(small.size(), 1u);
}

TEST_F(a_mailbox, that_is_closed_gives_what_it_held_and_takes_no_more) {
  ASSERT_EQ(box.push(1), mailbox_verdict::taken);
  box.close();
  EXPECT_EQ(box.push(2), mailbox_verdict::closed);
  tests::start(context, receive_until_closed());
  context.run();
  EXPECT_THAT(batches, ElementsAre(ElementsAre(1), IsEmpty()));
}

TEST_F(a_mailbox, wakes_its_receiver_when_it_is_closed) {
  tests::start(context, receive_until_closed());
  turn();
  box.close();
  turn();
  EXPECT_THAT(batches, ElementsAre(IsEmpty()));
}

task<> receive_by(mailbox<int>& box, clock::time_point until, bool& empty_handed) {
  const std::vector<int> batch = co_await box.async_receive_all_until(until);
  empty_handed = batch.empty();
}

TEST_F(a_mailbox, comes_back_empty_handed_when_time_is_up) {
  bool empty_handed = false;
  tests::start(context, receive_by(box, clock::now() - std::chrono::seconds(1), empty_handed));
  context.run();
  EXPECT_TRUE(empty_handed);
  EXPECT_FALSE(box.closed());
}

}  // namespace
}  // namespace nightlight::async
