// Words are destroyed when their time has come, each class at its own, also when the process was killed meanwhile.
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "simulation/a_room.hpp"
#include "wire/log_record.hpp"

namespace nightlight::simulation {
namespace {

// How many sealed words of the room's log can be opened with every wrapped key that was ever stored.
std::size_t readable(a_room& r) {
  std::size_t opened = 0;
  for (const auto& [meeting, keys] : r.w.log.keys) {
    auto ring = sealing::meeting_keys::load(r.w.ring, meeting_id{meeting}, keys);
    if (!ring) continue;
    const auto open = [&](const wire::sealed_words& s, std::string_view context) {
      auto words = ring->open({member_number{s.participant}, static_cast<sealing::retention_class>(s.retention_class),
                               s.nonce, s.ciphertext},
                              context);
      opened += words ? 1 : 0;
      return words ? *words : private_text{};
    };
    for (const log_row& row : r.w.rows("room")) {
      EXPECT_TRUE(wire::decode_record(room_id{"room"}, row.at, row.record, open));
    }
  }
  return opened;
}

void close(a_room& r, const std::string& id) {
  r.say(r.ana, "said-" + id, "private");
  r.kim.send(id, domain::close_room{});
  r.read();
}

TEST(rooms_forgetting, words_of_a_closed_meeting_cannot_be_read_once_their_time_has_come) {
  a_room r;
  close(r, "close");
  EXPECT_EQ(readable(r), 4u);
  r.w.clock.advance(std::chrono::hours{24} - milliseconds{1});
  r.w.up->forgetting->look_again();
  r.w.settle();
  EXPECT_EQ(readable(r), 4u);
  r.w.clock.advance(milliseconds{1});
  r.w.up->forgetting->look_again();
  r.read();
  EXPECT_EQ(readable(r), 0u);
  for (phone* p : {&r.kim, &r.ana, &r.bea}) EXPECT_EQ(p->seen.shown.messages_size(), 0);
  std::set<std::string> gone{"private", "Bea"};
  r.ana.must_not_come = &gone;
  r.ana.disconnect();
  r.ana.seen.through = 2;
  r.ana.connect();  // what she resumes has no words left
  r.read({&r.ana});
}

void pass(a_room& r, milliseconds time) {
  r.w.clock.advance(time);
  r.w.up->forgetting->look_again();
  r.read();
}

constexpr milliseconds a_moment{1};

TEST(rooms_forgetting, what_was_taken_back_cannot_be_read_after_72_hours_though_the_talk_stays) {
  a_room r(patient(), 168);
  r.say(r.ana, "a1", "private");
  r.say(r.ana, "a2", "hello");
  r.say(r.bea, "b1", "mine");
  r.kim.send("back", domain::retract_message{circle_number{5}, {}});
  r.bea.send("own", domain::retract_own{circle_number{7}});
  r.read();
  ASSERT_FALSE(r.kim.refusals.contains("back") || r.bea.refusals.contains("own"));
  r.kim.send("close", domain::close_room{});
  r.read();
  EXPECT_EQ(readable(r), 7u) << "three names, three messages, one of them kept for staff";
  pass(r, std::chrono::hours{72} - a_moment);
  EXPECT_EQ(readable(r), 7u);
  pass(r, a_moment);
  EXPECT_EQ(readable(r), 4u) << "three names, and the one message that stands";
  EXPECT_EQ(r.ana.seen.shown.messages_size(), 3);
  r.restart();
  r.ana.connect();
  r.kim.connect();
  r.read({&r.ana, &r.kim});
  EXPECT_EQ(r.ana.seen.shown.messages_size(), 3) << "the room is the same without them";
  pass(r, std::chrono::hours{96} - a_moment);
  EXPECT_EQ(readable(r), 4u);
  pass(r, a_moment);
  EXPECT_EQ(readable(r), 0u);
}

TEST(rooms_forgetting, what_was_held_is_set_aside_for_72_hours_also_when_the_talk_stays) {
  a_room r(patient(), 168);
  r.kim.send("hold", domain::set_hold{domain::hold_mode::everything, 0});
  r.read();
  r.say(r.ana, "a1", "held");
  r.kim.send("close", domain::close_room{});  // declines it
  r.read();
  EXPECT_EQ(readable(r), 4u);
  pass(r, std::chrono::hours{72});
  EXPECT_EQ(readable(r), 3u);
}

TEST(rooms_forgetting, a_report_is_readable_for_30_days_and_not_a_moment_longer) {
  a_room r;
  r.say(r.ana, "a1", "private");
  r.bea.send("report", domain::report{{}, circle_number{5}, false, private_text{"excerpt"}});
  r.kim.send("close", domain::close_room{});
  r.read();
  ASSERT_TRUE(r.bea.refusals.empty());
  EXPECT_EQ(readable(r), 5u);
  pass(r, std::chrono::hours{24});
  EXPECT_EQ(readable(r), 1u) << "the report alone";
  r.restart();
  pass(r, std::chrono::hours{29 * 24} - a_moment);
  EXPECT_EQ(readable(r), 1u);
  pass(r, a_moment);
  EXPECT_EQ(readable(r), 0u);
}

TEST(rooms_forgetting, a_purge_happens_after_a_restart_too_and_counts_from_the_closing) {
  a_room r;
  close(r, "close");
  r.w.clock.advance(std::chrono::hours{3});
  r.ana.send("bye", domain::leave{});
  r.read();
  r.restart();
  r.ana.connect();
  r.read({&r.ana});
  r.w.clock.advance(std::chrono::hours{21});
  r.restart();
  EXPECT_EQ(readable(r), 0u);
}

TEST(rooms_forgetting, a_killed_process_forgets_no_purge) {
  a_room r;
  r.say(r.ana, "a1", "private");
  r.w.log.inner.doubt_next_appends(1);
  r.kim.send("close", domain::close_room{});
  std::mt19937_64 random(1);
  const std::size_t before = r.rows();
  while (r.w.rows("room").size() == before && r.w.step(random)) {
  }
  r.restart();
  r.w.clock.advance(std::chrono::hours{24});
  r.restart();
  EXPECT_EQ(readable(r), 0u);
}

TEST(rooms_forgetting, a_meeting_that_did_not_close_after_all_keeps_its_words) {
  a_room r(patient(), 0);
  r.say(r.ana, "a1", "private");
  r.w.log.inner.fail_next_appends(3);
  r.kim.send("close", domain::close_room{});
  r.read();
  EXPECT_EQ(r.kim.refusals.at("close"), "store_unavailable");
  EXPECT_EQ(readable(r), 4u);
  r.kim.send("close", domain::close_room{});
  r.read();
  r.w.clock.advance(std::chrono::minutes{1});
  r.w.up->forgetting->look_again();
  r.w.settle();
  EXPECT_EQ(readable(r), 0u);
}

TEST(rooms_forgetting, reopening_before_the_purge_is_due_purges_only_the_meeting_before) {
  a_room r;
  close(r, "close");
  r.kim.send("again", domain::open_room{});
  r.read();
  for (phone* p : {&r.kim, &r.ana, &r.bea}) {
    if (!p->connected()) p->connect();
  }
  r.read();
  r.say(r.bea, "b1", "new words");
  r.w.clock.advance(std::chrono::hours{24});
  r.w.up->forgetting->look_again();
  r.read();
  EXPECT_EQ(readable(r), 4u) << "three names and one message of the new meeting";
  EXPECT_EQ(r.ana.seen.shown.messages_size(), 1);
}

}  // namespace
}  // namespace nightlight::simulation
