#include "rooms/outbox.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace nightlight::rooms {
namespace {

frame_ptr words(std::string bytes) { return frame::raw(std::move(bytes)); }

struct an_outbox : testing::Test, outbox::owner {
  outbox box{*this, outbox_limits{4, 100}};
  int filled = 0;
  int overflowed = 0;

  void outbox_filled() override { ++filled; }
  void outbox_overflowed() override { ++overflowed; }

  std::string shown(std::size_t views_max = 16) {
    std::vector<std::string_view> views(views_max);
    views.resize(box.gather(views));
    std::string all;
    for (std::string_view v : views) all += v;
    return all;
  }

  std::string take(std::size_t bytes) {
    std::string all = shown().substr(0, bytes);
    box.consume(all.size());
    return all;
  }
};

TEST_F(an_outbox, shows_what_was_pushed_oldest_first) {
  box.push(words("one"));
  box.push(words("two"));
  EXPECT_EQ(shown(), "onetwo");
  EXPECT_EQ(shown(1), "one");
  EXPECT_EQ(box.bytes(), 6u);
}

TEST_F(an_outbox, tells_its_owner_once_each_time_it_stops_being_empty) {
  box.push(words("one"));
  box.push(words("two"));
  EXPECT_EQ(filled, 1);
  take(6);
  EXPECT_TRUE(box.empty());
  box.push(words("three"));
  EXPECT_EQ(filled, 2);
}

TEST_F(an_outbox, goes_on_in_the_middle_of_a_frame) {
  box.push(words("hello"));
  box.push(words("world"));
  EXPECT_EQ(take(3), "hel");
  EXPECT_EQ(box.bytes(), 7u);
  EXPECT_EQ(take(4), "lowo");
  EXPECT_EQ(box.bytes(), 3u);
  EXPECT_EQ(take(99), "rld");
  EXPECT_TRUE(box.empty());
  EXPECT_EQ(box.bytes(), 0u);
}

TEST_F(an_outbox, drops_what_is_not_begun_when_it_holds_too_many_frames) {
  for (const char* w : {"aa", "b", "c", "d"}) box.push(words(w));
  take(1);
  box.push(words("e"));
  EXPECT_EQ(overflowed, 1);
  EXPECT_TRUE(box.ended());
  EXPECT_EQ(shown(), "a");
  box.push(words("f"));
  EXPECT_EQ(shown(), "a");
  EXPECT_EQ(overflowed, 1);
}

TEST_F(an_outbox, overflows_by_bytes_too) {
  box.push(words(std::string(60, 'a')));
  box.push(words(std::string(41, 'b')));
  EXPECT_EQ(overflowed, 1);
  EXPECT_TRUE(box.empty());
  EXPECT_EQ(box.bytes(), 0u);
}

TEST_F(an_outbox, that_overflowed_still_takes_the_last_frame) {
  for (int i = 0; i < 5; ++i) box.push(words("x"));
  ASSERT_TRUE(box.ended());
  box.push_last(words("bye"));
  box.push_last(words("again"));
  EXPECT_EQ(shown(), "bye");
  EXPECT_EQ(filled, 2);
}

TEST_F(an_outbox, takes_nothing_after_the_last_frame) {
  box.push(words("one"));
  box.push_last(words("bye"));
  box.push(words("two"));
  EXPECT_EQ(shown(), "onebye");
}

TEST_F(an_outbox, takes_a_reply_longer_than_its_bound) {
  const std::vector<frame_ptr> reply(50, words("0123456789"));
  box.push_reply(reply);
  for (int i = 0; i < 4; ++i) box.push(words("x"));
  EXPECT_EQ(overflowed, 0);
  EXPECT_EQ(box.bytes(), 504u);
  box.push(words("x"));
  EXPECT_EQ(overflowed, 1);
}

TEST_F(an_outbox, counts_a_frame_that_waits_before_a_reply_until_it_is_written) {
  box.push(words("a"));
  box.push_reply(std::vector<frame_ptr>(2, words("r")));
  for (int i = 0; i < 3; ++i) box.push(words("b"));
  EXPECT_EQ(overflowed, 0);
  take(1);
  box.push(words("b"));
  EXPECT_EQ(overflowed, 0);
  box.push(words("b"));
  EXPECT_EQ(overflowed, 1);
}

TEST_F(an_outbox, sends_the_replacement_of_a_frame_it_has_not_begun) {
  const frame_ptr said = words("said");
  box.push(words("before"));
  box.push(said);
  said->replace_with(words("tombstone"));
  EXPECT_EQ(shown(), "beforetombstone");
  EXPECT_EQ(box.bytes(), 15u);
}

TEST_F(an_outbox, finishes_a_frame_that_it_has_begun_although_it_was_replaced) {
  const frame_ptr said = words("said");
  box.push(said);
  take(2);
  said->replace_with(words("tombstone"));
  EXPECT_EQ(shown(), "id");
}

// An interrupted TLS record must be offered again with identical bytes.
TEST_F(an_outbox, shows_the_same_bytes_again_until_they_are_consumed) {
  const frame_ptr said = words("said");
  box.push(said);
  EXPECT_EQ(shown(), "said");
  said->replace_with(words("tombstone"));
  box.push(words("more"));
  EXPECT_EQ(shown(), "saidmore");
}

TEST_F(an_outbox, keeps_what_it_has_shown_when_it_overflows) {
  box.push(words("shown"));
  EXPECT_EQ(shown(), "shown");
  for (int i = 0; i < 4; ++i) box.push(words("x"));
  ASSERT_EQ(overflowed, 1);
  EXPECT_EQ(shown(), "shown");
}

TEST_F(an_outbox, loses_nothing_and_reorders_nothing_however_it_is_written) {
  std::mt19937 random(7);  // NOLINT: the same history every time
  outbox wide(*this, outbox_limits{1000, 1 << 20});
  std::string pushed;
  std::string written;
  for (int step = 0; step < 20000; ++step) {
    if (random() % 2 == 0 && pushed.size() - written.size() < 5000) {
      std::string w(1 + random() % 40, static_cast<char>('a' + step % 26));
      pushed += w;
      wide.push(words(std::move(w)));
    }
    std::array<std::string_view, 8> views;
    const std::size_t count = wide.gather(views);
    std::size_t budget = random() % 60;
    std::size_t sent = 0;
    for (std::size_t i = 0; i < count && budget > 0; ++i) {
      const std::string_view part = views[i].substr(0, budget);
      written += part;
      sent += part.size();
      budget -= part.size();
    }
    wide.consume(sent);
    ASSERT_EQ(wide.bytes(), pushed.size() - written.size());
  }
  EXPECT_EQ(pushed.substr(0, written.size()), written);
  EXPECT_EQ(overflowed, 0);
}

}  // namespace
}  // namespace nightlight::rooms
