// The lobby through the whole shell of the rooms: who waits sees nothing of the circle, the circle's bytes do not
// differ by her, she is let in over the connection on which she waits, and none of it is lost when the process is
// killed.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "domain/room/command.hpp"
#include "simulation/a_room.hpp"

namespace nightlight::simulation {
namespace {

using std::chrono::minutes;

constexpr auto bytes = wire::subprotocol::binary;
constexpr auto json = wire::subprotocol::json;

// Planned to begin in a quarter of an hour and to last for one; Kim has opened it.
struct an_evening {
  explicit an_evening(bool planned = true, rooms::options settings = patient()) : w(2, settings) {
    w.add_room("room");
    if (planned) w.plan("room", minutes{15}, minutes{75});
    w.start();
    open_room(w, kim);
    read();
  }

  void read() {
    w.settle();
    for (phone* p : everybody) p->drain_all();
    w.settle();
  }
  void connect(std::initializer_list<phone*> who) {
    for (phone* p : who) p->connect();
    read();
  }
  void ask(phone& who, const std::string& id, domain::command what) {
    who.send(id, std::move(what));
    read();
  }
  // The room's clock runs by mail and by the machine's own; here something is always sent.
  void pass(milliseconds time) {
    w.clock.advance(time);
    ask(kim, "tick" + std::to_string(++ticks), domain::say_backstage{private_text{"tick"}});
  }
  void restart() {
    for (phone* p : everybody) p->cut();
    w.kill();
    w.start();
    w.settle();
  }

  world w;
  phone kim{w, person("Kim", domain::role::facilitator), "room", bytes, 0};
  phone ana{w, person("Ana"), "room", bytes, 1};
  phone bea{w, person("Bea"), "room", json, 0};
  std::vector<phone*> everybody{&kim, &ana, &bea};
  int ticks = 0;
};

TEST(rooms_lobby, whoever_waits_is_told_what_for_and_nothing_of_the_circle) {
  an_evening e;
  e.connect({&e.ana, &e.bea});
  EXPECT_TRUE(e.ana.waits);
  EXPECT_FALSE(e.ana.joined);
  EXPECT_EQ(e.ana.lobby.title(), "Title room");
  EXPECT_EQ(e.ana.lobby.name(), "Ana");
  EXPECT_FALSE(e.ana.lobby.begun());
  EXPECT_EQ(e.ana.lobby.starts_at_ms(), to_unix_ms(e.w.clock.now() + minutes{15}));
  ASSERT_EQ(e.ana.lobby.team_size(), 1);
  EXPECT_EQ(e.ana.lobby.team(0).name(), "Kim");
  EXPECT_EQ(e.ana.lobby.team(0).member(), 0u) << "no number that counts who came";
  EXPECT_FALSE(e.ana.lobby.words().empty());
  const std::size_t told = e.ana.stream.size();
  e.ask(e.kim, "k1", domain::say{{private_text{"between us"}}});
  e.ask(e.ana, "a1", domain::say{{private_text{"hello?"}}});
  EXPECT_EQ(e.ana.refusals.at("a1"), "in_lobby");
  EXPECT_EQ(e.ana.stream.size(), told + 1) << "the refusal and nothing else";
  for (const std::string& frame : e.bea.stream) {
    EXPECT_EQ(frame.find("between us"), std::string::npos);
    EXPECT_EQ(frame.find("Ana"), std::string::npos);
  }
  EXPECT_EQ(e.kim.seen.shown.waiting_size(), 2);
}

TEST(rooms_lobby, she_changes_her_name_and_is_told_so) {
  an_evening e;
  e.connect({&e.ana});
  e.ask(e.ana, "a1", domain::change_name{private_text{"Luna"}});
  EXPECT_EQ(e.ana.acks.at("a1").number(), 0u);
  EXPECT_EQ(e.ana.lobby.name(), "Luna");
  EXPECT_EQ(e.kim.seen.shown.waiting(0).name(), "Luna");
  e.ask(e.ana, "a2", domain::change_name{private_text{"Kim"}});
  EXPECT_EQ(e.ana.refusals.at("a2"), "name_taken");
}

TEST(rooms_lobby, the_clock_lets_in_over_the_same_connection_what_a_join_would_give) {
  an_evening e;
  e.connect({&e.ana, &e.bea});
  e.ask(e.kim, "k1", domain::say{{private_text{"welcome"}}});
  e.pass(minutes{15} - milliseconds{1});
  EXPECT_TRUE(e.ana.waits);
  e.pass(milliseconds{1});
  for (phone* p : {&e.ana, &e.bea}) {
    EXPECT_TRUE(p->joined);
    EXPECT_EQ(p->seen.shown.messages_size(), 1);
    EXPECT_EQ(p->seen.text(), e.ana.seen.text());
  }
  EXPECT_EQ(e.kim.seen.shown.waiting_size(), 0);
  EXPECT_FALSE(e.kim.seen.shown.gathering());
  e.ask(e.ana, "a1", domain::say{{private_text{"hello"}}});
  EXPECT_TRUE(e.ana.acks.contains("a1"));
  EXPECT_EQ(e.bea.seen.shown.messages_size(), 2);
  phone newcomer{e.w, person("Cleo"), "room", bytes, 1};
  e.everybody.push_back(&newcomer);
  e.connect({&newcomer});
  EXPECT_EQ(newcomer.seen.text(), e.ana.seen.text()) << "whoever was let in sees what a newcomer gets";
}

TEST(rooms_lobby, staff_let_in_one_and_the_others_wait_on) {
  an_evening e;
  e.connect({&e.ana, &e.bea});
  const auto& waiting = e.kim.seen.shown.waiting();
  const auto bea = std::ranges::find_if(waiting, [](const auto& p) { return p.name() == "Bea"; });
  ASSERT_NE(bea, waiting.end());
  e.ask(e.kim, "k1", domain::admit_waiting{waiting_number{bea->waiting()}});
  EXPECT_TRUE(e.bea.joined);
  EXPECT_TRUE(e.ana.waits);
  e.bea.disconnect();
  e.connect({&e.bea});
  EXPECT_TRUE(e.bea.joined) << "whoever was let in once does not wait again";
}

TEST(rooms_lobby, a_wait_survives_a_lost_connection_and_a_killed_process) {
  an_evening e;
  e.connect({&e.ana});
  e.ask(e.ana, "a1", domain::change_name{private_text{"Luna"}});
  e.ana.disconnect();
  e.connect({&e.ana});
  EXPECT_EQ(e.ana.lobby.name(), "Luna");
  e.restart();
  e.connect({&e.kim, &e.ana});
  EXPECT_EQ(e.ana.lobby.name(), "Luna");
  e.pass(minutes{15});
  EXPECT_TRUE(e.ana.joined);
  EXPECT_TRUE(std::ranges::any_of(e.kim.seen.shown.people(), [](const auto& p) { return p.name() == "Luna"; }));
}

TEST(rooms_lobby, two_phones_of_one_person_are_let_in_together) {
  an_evening e;
  phone other{e.w, person("Ana"), "room", json, 1};
  e.everybody.push_back(&other);
  e.connect({&e.ana, &other});
  EXPECT_EQ(e.kim.seen.shown.waiting_size(), 1);
  e.ask(e.kim, "k1", domain::admit_all{});
  EXPECT_TRUE(e.ana.joined && other.joined);
  EXPECT_EQ(e.ana.member, other.member);
}

TEST(rooms_lobby, whoever_has_been_gone_for_long_waits_no_more) {
  rooms::options soon = patient();
  soon.place_kept = std::chrono::milliseconds{0};
  an_evening e(true, soon);
  e.connect({&e.ana});
  EXPECT_EQ(e.kim.seen.shown.waiting_size(), 1);
  e.ana.disconnect();
  e.read();
  e.pass(milliseconds{0});
  EXPECT_EQ(e.kim.seen.shown.waiting_size(), 0);
}

TEST(rooms_lobby, a_meeting_that_closes_tells_who_waits_kindly) {
  an_evening e;
  e.connect({&e.ana});
  e.ask(e.kim, "close", domain::close_room{});
  EXPECT_FALSE(e.ana.waits);
  EXPECT_EQ(e.ana.lobby.phase(), pb::PHASE_CLOSED);
  EXPECT_NE(e.ana.lobby.words().find("ended"), std::string::npos);
}

// What Ana, who is in the circle, gets while others come to the lobby, or do not.
std::vector<std::string> what_ana_got(bool somebody_waits) {
  an_evening e(false);
  e.connect({&e.ana});
  const auto if_somebody = [&](const std::function<void()>& does) {
    if (somebody_waits) does();
    e.read();
  };
  if_somebody([&] { e.kim.send("k1", domain::set_lobby{true}); });
  e.ask(e.ana, "a1", domain::say{{private_text{"hello"}}});
  if_somebody([&] { e.bea.connect(); });
  e.ask(e.ana, "a2", domain::set_listening{true});
  if_somebody([&] { e.bea.send("b1", domain::change_name{private_text{"Luna"}}); });
  e.ask(e.ana, "a3", domain::set_listening{false});
  e.ana.disconnect();
  e.connect({&e.ana});
  e.ana.disconnect();
  e.ana.connect(false);
  e.read();
  if_somebody([&] { e.bea.send("b2", domain::leave{}); });
  e.ask(e.ana, "a4", domain::say{{private_text{"good night"}}});
  return e.ana.stream;
}

TEST(rooms_lobby, a_members_bytes_are_the_same_whether_somebody_waits_or_not) {
  const auto with = what_ana_got(true);
  EXPECT_GT(with.size(), 10u);
  EXPECT_EQ(with, what_ana_got(false));
}

TEST(rooms_lobby, a_planned_meeting_tells_its_end_and_closes_by_itself) {
  an_evening e;
  e.connect({&e.ana});
  e.pass(minutes{15});
  EXPECT_EQ(e.ana.seen.shown.ends_at_ms(), to_unix_ms(e.w.clock.now() + minutes{60}));
  e.ask(e.kim, "more", domain::extend_meeting{minutes{10}});
  EXPECT_EQ(e.ana.seen.shown.ends_at_ms(), to_unix_ms(e.w.clock.now() + minutes{70}));
  e.restart();
  e.connect({&e.kim, &e.ana});
  e.pass(minutes{80} - milliseconds{1});
  EXPECT_EQ(e.ana.seen.shown.phase(), pb::PHASE_OPEN);
  e.pass(milliseconds{1});
  EXPECT_EQ(e.ana.seen.shown.phase(), pb::PHASE_CLOSED);
}

TEST(rooms_lobby, a_meeting_that_the_calendar_moved_before_the_opening_begins_when_it_is_now) {
  an_evening e;
  e.ask(e.kim, "close", domain::close_room{});
  e.w.plan("room", minutes{5}, minutes{65});
  e.ask(e.kim, "again", domain::open_room{});
  e.connect({&e.ana});
  EXPECT_EQ(e.ana.lobby.starts_at_ms(), to_unix_ms(e.w.clock.now() + minutes{5}));
}

}  // namespace
}  // namespace nightlight::simulation
