// What staff do is audited once, whenever the process stops and whatever the store says.
#include <gtest/gtest.h>

#include <algorithm>

#include "domain/room/command.hpp"
#include "simulation/a_room.hpp"

namespace nightlight::simulation {
namespace {

constexpr auto bytes = wire::subprotocol::binary;

class rooms_audit : public ::testing::Test {
 protected:
  rooms_audit() {
    w.add_room("room");
    w.start();
    open_room(w, kim);
    ana.connect();
    read();
  }

  void read() {
    w.settle();
    for (phone* p : {&kim, &ana}) p->drain_all();
    w.settle();
  }
  void mute() {
    kim.send("mute", domain::mute_member{member_number{ana.member}, seconds{60}, private_text{"language"}});
  }
  void restart() {
    for (phone* p : {&kim, &ana}) p->cut();
    w.kill();
    w.start();
    for (phone* p : {&kim, &ana}) p->connect();
    read();
  }
  std::vector<std::string> actions() {
    std::vector<std::string> found;
    for (const audit_row& row : w.audited()) found.push_back(row.entry.action);
    return found;
  }
  void expect_whole_with_one_mute() {
    EXPECT_EQ(actions(), (std::vector<std::string>{"room_opened", "member_joined", "member_muted"}));
    audit::chain_check check = w.audit.check_after(audit::beginning());
    for (const audit_row& row : w.audited()) EXPECT_FALSE(check.take(row));
    EXPECT_FALSE(check.end());
  }

  world w{2, patient()};
  phone kim{w, person("Kim", domain::role::facilitator), "room", bytes, 0};
  phone ana{w, person("Ana"), "room", bytes, 1};
};

TEST_F(rooms_audit, a_staff_action_is_in_the_log_before_it_is_answered) {
  mute();
  for (std::mt19937_64 random(7); !kim.acks.contains("mute");) {
    const std::vector<std::string> before = actions();
    ASSERT_TRUE(w.step(random));
    kim.drain_all();
    EXPECT_TRUE(!kim.acks.contains("mute") || before.size() == 3);
  }
  read();
  expect_whole_with_one_mute();
  const audit_entry told = w.audited().back().entry;
  EXPECT_EQ(told.room, room_id{"room"});
  EXPECT_EQ(told.target, member_number{ana.member});
  EXPECT_EQ(told.length, seconds{60});
}

TEST_F(rooms_audit, a_crash_between_the_append_and_the_audit_leaves_no_hole) {
  const std::size_t before = w.rows("room").size();
  mute();
  for (std::mt19937_64 random(1); w.rows("room").size() == before;) ASSERT_TRUE(w.step(random));
  ASSERT_EQ(actions().size(), 2u);
  restart();
  expect_whole_with_one_mute();
  restart();
  expect_whole_with_one_mute();
}

TEST_F(rooms_audit, a_crash_at_any_step_of_a_staff_action_audits_what_is_in_the_log_and_only_once) {
  for (int steps = 0; steps < 40; ++steps) {
    const std::string id = "door" + std::to_string(steps);
    kim.send(id, domain::set_door{steps % 2 == 0});
    std::mt19937_64 random(static_cast<std::uint64_t>(steps));
    for (int i = 0; i < steps && w.step(random); ++i) {
    }
    restart();
    kim.send(id, domain::set_door{steps % 2 == 0});
    read();
  }
  const auto told = w.audited();
  const auto doors = std::ranges::count_if(told, [](const auto& row) { return row.entry.action.starts_with("door_"); });
  EXPECT_EQ(doors, 40);
  EXPECT_TRUE(std::ranges::is_sorted(told, std::ranges::less_equal{}, [](const auto& row) { return row.entry.at; }));
}

TEST_F(rooms_audit, an_audit_that_fails_is_done_again_and_the_action_once) {
  w.store.fail_next_units(1);
  mute();
  read();
  EXPECT_TRUE(kim.acks.contains("mute"));
  expect_whole_with_one_mute();
}

TEST_F(rooms_audit, an_audit_in_doubt_is_not_said_twice) {
  w.store.doubt_next_units(1);
  mute();
  read();
  EXPECT_TRUE(kim.acks.contains("mute"));
  expect_whole_with_one_mute();
}

TEST_F(rooms_audit, while_nothing_can_be_audited_a_staff_action_is_not_acknowledged) {
  w.store.fail_next_units(1000);
  mute();
  read();
  EXPECT_FALSE(kim.acks.contains("mute"));
  EXPECT_TRUE(kim.refusals.contains("mute"));
  w.store.fail_next_units(0);
  mute();
  read();
  EXPECT_TRUE(kim.acks.contains("mute"));
  expect_whole_with_one_mute();
}

TEST_F(rooms_audit, an_everyday_message_asks_nothing_of_the_store) {
  ana.send("a1", domain::say{{private_text{"hello"}}});
  for (int rounds = 0; rounds < 100; ++rounds) {
    w.log.inner.run_pending();
    for (auto& context : w.up->contexts) {
      context->restart();
      context->poll();
    }
  }
  ana.drain_all();
  EXPECT_TRUE(ana.acks.contains("a1"));
  EXPECT_EQ(w.store.run_pending(), 0u);
}

}  // namespace
}  // namespace nightlight::simulation
