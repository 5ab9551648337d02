#include "transport/flusher.hpp"

#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <functional>
#include <memory>

namespace nightlight::transport {
namespace {

struct counting_sink final : flusher::sink {
  int flushed = 0;
  std::function<void()> then = [] {};

  void flush() override {
    ++flushed;
    then();
  }
};

struct a_flusher : testing::Test {
  boost::asio::io_context context;
  flusher writes{context.get_executor()};
  counting_sink sink;

  void run() {
    context.restart();
    context.run();
  }

  // One message a turn, each of which leaves something to write, as Beast delivers a burst.
  void deliver(int messages, std::size_t bytes) {
    writes.arrived(bytes);
    writes.mark(sink);
    if (messages > 1) boost::asio::post(context, [this, messages, bytes] { deliver(messages - 1, bytes); });
  }
};

TEST_F(a_flusher, flushes_after_the_turn_and_not_in_it) {
  writes.mark(sink);
  EXPECT_EQ(sink.flushed, 0);
  run();
  EXPECT_EQ(sink.flushed, 1);
}

TEST_F(a_flusher, flushes_a_sink_once_however_often_it_is_marked) {
  writes.mark(sink);
  writes.mark(sink);
  run();
  EXPECT_EQ(sink.flushed, 1);
  run();
  EXPECT_EQ(sink.flushed, 1);
}

TEST_F(a_flusher, writes_a_burst_that_comes_one_message_a_turn_at_once) {
  deliver(16, 100);
  run();
  EXPECT_EQ(sink.flushed, 1);
}

TEST_F(a_flusher, does_not_wait_longer_than_its_bound_of_turns) {
  deliver(2 * flusher::turns_max, 100);
  run();
  EXPECT_GE(sink.flushed, 2);
  EXPECT_LE(sink.flushed, 4);
}

TEST_F(a_flusher, does_not_wait_for_more_than_its_bound_of_bytes) {
  deliver(8, flusher::arrived_bytes_max / 2);
  run();
  EXPECT_GE(sink.flushed, 3);
}

TEST_F(a_flusher, forgets_a_sink_that_is_destroyed) {
  auto gone = std::make_unique<counting_sink>();
  writes.mark(*gone);
  writes.mark(sink);
  gone.reset();
  run();
  EXPECT_EQ(sink.flushed, 1);
}

TEST_F(a_flusher, allows_a_flush_to_destroy_a_sink_that_comes_later) {
  auto gone = std::make_unique<counting_sink>();
  sink.then = [&] { gone.reset(); };
  writes.mark(sink);
  writes.mark(*gone);
  run();
  EXPECT_FALSE(gone);
}

TEST_F(a_flusher, flushes_again_in_a_later_turn_what_a_flush_has_marked) {
  counting_sink other;
  bool first = true;
  sink.then = [&] {
    if (first) {
      first = false;
      writes.mark(sink);
      writes.mark(other);
    }
  };
  writes.mark(sink);
  run();
  EXPECT_EQ(sink.flushed, 2);
  EXPECT_EQ(other.flushed, 1);
}

TEST_F(a_flusher, keeps_the_places_of_sinks_that_were_marked_during_a_flush) {
  auto gone = std::make_unique<counting_sink>();
  counting_sink other;
  sink.then = [&] {
    writes.mark(*gone);
    writes.mark(other);
    boost::asio::post(context, [&] { gone.reset(); });
  };
  writes.mark(sink);
  run();
  EXPECT_EQ(other.flushed, 1);
}

}  // namespace
}  // namespace nightlight::transport
