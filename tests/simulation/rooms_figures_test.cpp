// What a meeting comes to in numbers is kept at its end, whenever the process stops, and stays when the words go.
#include <gtest/gtest.h>

#include "domain/room/command.hpp"
#include "simulation/a_room.hpp"
#include "wire/figures_record.hpp"

namespace nightlight::simulation {
namespace {

constexpr auto bytes = wire::subprotocol::binary;

class rooms_figures : public ::testing::Test {
 protected:
  rooms_figures() {
    w.add_room("room");
    w.start();
    open_room(w, kim);
    for (phone* p : {&ana, &bea}) p->connect();
    read();
  }
  void read() {
    w.settle();
    for (phone* p : phones) p->drain_all();
    w.settle();
  }
  void restart() {
    for (phone* p : phones) p->cut();
    w.kill();
    w.start();
    for (phone* p : phones) p->connect();
    read();
  }
  std::vector<domain::meeting_figures> kept() {
    std::vector<domain::meeting_figures> found;
    w.store.transact(
        [&](records& r) -> result<void> {
          const auto rows = r.figures().list_figures(instant{}, instant::max());
          if (!rows) return rows.error();
          for (const figures_row& row : *rows) {
            found.push_back(*wire::decode_figures(row.figures));
          }
          return {};
        },
        [](result<void>) {});
    w.store.run_pending();
    return found;
  }

  world w{2, [] {
            rooms::options o;
            o.staff_grace = std::chrono::hours{1};
            return o;
          }()};
  phone kim{w, person("Kim", domain::role::facilitator), "room", bytes, 0};
  phone ana{w, person("Ana"), "room", bytes, 1};
  phone bea{w, person("Bea"), "room", bytes, 1};
  std::vector<phone*> phones{&kim, &ana, &bea};
};

TEST_F(rooms_figures, a_meeting_is_counted_once_when_it_is_over_and_again_when_more_is_known) {
  ana.send("out", domain::check_out{domain::leaving::lighter, {}});
  read();
  EXPECT_TRUE(kept().empty());
  kim.send("close", domain::close_room{});
  read();
  ASSERT_EQ(kept().size(), 1U);
  EXPECT_EQ(kept().front().attendance, 2U);
  bea.send("out", domain::check_out{domain::leaving::heavier, private_text{"a lot"}});
  read();
  ASSERT_EQ(kept().size(), 1U);
  EXPECT_EQ(kept().front().lighter, 1U);
  EXPECT_EQ(kept().front().heavier, 1U);
}

TEST_F(rooms_figures, a_crash_between_the_end_and_the_count_leaves_no_meeting_out) {
  const std::size_t before = w.rows("room").size();
  kim.send("close", domain::close_room{});
  for (std::mt19937_64 random(1); w.rows("room").size() == before;) ASSERT_TRUE(w.step(random));
  EXPECT_TRUE(kept().empty());
  restart();
  EXPECT_EQ(kept().size(), 1U);
}

TEST_F(rooms_figures, however_often_it_starts_again_a_meeting_is_counted_once_and_the_same) {
  ana.send("out", domain::check_out{domain::leaving::lighter, {}, true});
  kim.send("close", domain::close_room{});
  read();
  const auto before = kept();
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before.front().first_timers, 1U);
  for (int times = 0; times < 3; ++times) restart();
  EXPECT_EQ(kept(), before);
}

TEST_F(rooms_figures, the_next_meeting_of_the_room_is_counted_beside_it) {
  kim.send("close", domain::close_room{});
  read();
  w.clock.advance(std::chrono::hours{1});
  kim.send("again", domain::open_room{});
  read();
  EXPECT_EQ(kept().size(), 1U);
  kim.send("over", domain::close_room{});
  read();
  EXPECT_EQ(kept().size(), 2U);
  EXPECT_EQ(kept().front().attendance, 2U);
}

TEST_F(rooms_figures, the_count_stays_when_the_words_are_gone) {
  ana.send("out", domain::check_out{domain::leaving::same, {}});
  kim.send("close", domain::close_room{});
  read();
  const auto before = kept();
  w.clock.advance(std::chrono::hours{25});
  restart();
  EXPECT_TRUE(w.folded("room").purged);
  EXPECT_EQ(kept(), before);
}

// Compared byte by byte: what others are sent is the same whether she says how she goes or not.
TEST_F(rooms_figures, nobody_else_is_sent_a_byte_more) {
  const std::size_t before = bea.stream.size();
  ana.send("out", domain::check_out{domain::leaving::heavier, private_text{"a lot"}});
  read();
  EXPECT_TRUE(ana.acks.contains("out"));
  EXPECT_EQ(bea.stream.size(), before);
}

}  // namespace
}  // namespace nightlight::simulation
