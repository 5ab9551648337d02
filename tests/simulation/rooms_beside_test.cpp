// A room and the second one beside it through the whole shell: it is opened with the settings of the first, takes whom
// it keeps a seat for, ends with the first, a sanction holds in both, and none of it is lost when the process is
// killed.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "simulation/a_room.hpp"

namespace nightlight::simulation {
namespace {

constexpr auto bytes = wire::subprotocol::binary;
constexpr auto json = wire::subprotocol::json;

// Kim is in both; Ana and Bea in the first.
struct two_rooms {
  two_rooms() : w(2, patient()) {
    w.add_room("room");
    w.start();
    open_room(w, kim);
    connect({&ana, &bea});
    ask(kim, "second", domain::open_second{});
    connect({&kim2});
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
  void go_over() {
    ask(kim, "ask", domain::ask_over{{member_number{ana.member}}});
    ask(ana, "yes", domain::answer_over{true});
    connect({&ana2});
  }
  void restart() {
    for (phone* p : everybody) p->cut();
    w.kill();
    w.start();
    w.settle();
  }
  domain::room_state second() { return w.folded("room.2"); }

  world w;
  phone kim{w, person("Kim", domain::role::facilitator), "room", bytes, 0};
  phone ana{w, person("Ana"), "room", bytes, 1};
  phone bea{w, person("Bea"), "room", json, 0};
  phone kim2{w, person("Kim", domain::role::facilitator), "room.2", bytes, 0};
  phone ana2{w, person("Ana"), "room.2", bytes, 1};
  std::vector<phone*> everybody{&kim, &ana, &bea, &kim2, &ana2};
};

template <class Has>
bool was_told(const phone& p, Has has) {
  return std::ranges::any_of(p.notices, has);
}

TEST(rooms_beside, the_second_is_opened_like_the_first_and_named_after_it) {
  two_rooms e;
  EXPECT_TRUE(e.kim2.joined);
  EXPECT_EQ(e.kim2.seen.shown.title(), "Title room 2");
  EXPECT_EQ(e.kim2.seen.shown.phase(), pb::PHASE_OPEN);
  EXPECT_EQ(e.kim2.seen.shown.beside().first(), "room");
  const room_row first = e.w.row("room");
  const room_row second = e.w.row("room.2");
  EXPECT_EQ(second.retention_hours, first.retention_hours);
  EXPECT_EQ(second.capacity, first.capacity);
  EXPECT_EQ(second.language, first.language);
  EXPECT_NE(second.epoch, first.epoch);
}

TEST(rooms_beside, nobody_comes_in_who_was_not_asked) {
  two_rooms e;
  e.connect({&e.ana2});
  EXPECT_FALSE(e.ana2.joined);
  EXPECT_EQ(e.ana2.refusals.at(""), "seat_needed");
}

TEST(rooms_beside, she_is_asked_goes_is_told_that_she_visits_and_comes_back) {
  two_rooms e;
  e.ask(e.kim, "ask", domain::ask_over{{member_number{e.ana.member}}});
  EXPECT_TRUE(was_told(e.ana, [](const pb::Notice& n) { return n.you_are_asked_over().second() == "room.2"; }));
  EXPECT_FALSE(was_told(e.bea, [](const pb::Notice& n) { return n.has_you_are_asked_over(); }));
  e.ana.disconnect();
  e.ana.notices.clear();
  e.connect({&e.ana});
  EXPECT_TRUE(was_told(e.ana, [](const pb::Notice& n) { return n.has_you_are_asked_over(); })) << "while it holds";
  e.ask(e.ana, "yes", domain::answer_over{true});
  EXPECT_TRUE(e.ana.acks.contains("yes"));
  e.connect({&e.ana2});
  EXPECT_TRUE(e.ana2.joined);
  EXPECT_TRUE(was_told(e.ana2, [](const pb::Notice& n) { return n.you_are_visiting().first() == "room"; }));
  e.ask(e.ana2, "a2", domain::say{{private_text{"only over here"}}});
  for (const std::string& frame : e.bea.stream) EXPECT_EQ(frame.find("only over here"), std::string::npos);
  e.ask(e.kim, "back", domain::call_back{});
  EXPECT_TRUE(was_told(e.ana2, [](const pb::Notice& n) { return n.you_are_visiting().called(); }));
  e.ask(e.ana2, "leave", domain::leave{});
  e.ana.disconnect();
  e.connect({&e.ana});
  EXPECT_TRUE(e.ana.joined);
  EXPECT_TRUE(e.w.folded("room").beside.over.empty());
}

TEST(rooms_beside, the_team_s_view_after_all_of_it_is_what_a_newcomer_of_the_team_gets) {
  two_rooms e;
  e.go_over();
  e.ask(e.kim, "ask2", domain::ask_over{{member_number{e.bea.member}}});
  phone lee{e.w, person("Lee", domain::role::moderator), "room", bytes, 1};
  phone lee2{e.w, person("Lee", domain::role::moderator), "room.2", json, 0};
  e.everybody.push_back(&lee);
  e.everybody.push_back(&lee2);
  e.connect({&lee, &lee2});
  EXPECT_EQ(lee.seen.shown.beside().over_size(), 1);
  EXPECT_EQ(lee.seen.shown.beside().asked_size(), 1);
  EXPECT_EQ(e.kim.seen.text(), lee.seen.text());
  EXPECT_EQ(e.kim2.seen.text(), lee2.seen.text());
}

TEST(rooms_beside, whoever_finds_the_first_full_has_a_seat_in_the_second) {
  two_rooms e;
  std::vector<std::unique_ptr<phone>> others;
  for (const char* name : {"Cleo", "Dora", "Edda", "Flora", "Greta", "Hanna"}) {
    others.push_back(std::make_unique<phone>(e.w, person(name), "room", bytes, 0));
    e.everybody.push_back(others.back().get());
    e.connect({others.back().get()});
    EXPECT_TRUE(others.back()->joined) << name;
  }
  phone late{e.w, person("Ida"), "room", bytes, 1};
  phone late2{e.w, person("Ida"), "room.2", json, 1};
  e.everybody.push_back(&late);
  e.everybody.push_back(&late2);
  e.connect({&late});
  EXPECT_EQ(late.refusals.at(""), "room_full");
  const auto offers = [](const std::string& frame) { return frame.find("room.2") != std::string::npos; };
  EXPECT_TRUE(std::ranges::any_of(late.stream, offers));
  e.connect({&late2});
  EXPECT_TRUE(late2.joined);
  EXPECT_FALSE(was_told(late2, [](const pb::Notice& n) { return n.has_you_are_visiting(); })) << "this is her room";
}

TEST(rooms_beside, a_sanction_holds_in_both_and_is_lifted_in_both) {
  two_rooms e;
  e.go_over();
  const member_number hers{e.ana2.member};
  e.ask(e.kim2, "mute", domain::mute_member{hers, seconds{600}, private_text{"language"}});
  EXPECT_TRUE(e.w.folded("room").find(person("Ana")->person)->mute);
  e.ask(e.kim, "unmute", domain::unmute_member{member_number{e.ana.member}});
  EXPECT_FALSE(e.second().find(hers)->mute);
  e.ask(e.kim, "remove", domain::remove_member{member_number{e.ana.member}, seconds{600}, private_text{"enough"}});
  EXPECT_FALSE(e.second().find(hers)->present);
  EXPECT_TRUE(was_told(e.ana2, [](const pb::Notice& n) { return n.you_were_removed().reason() == "enough"; }));
}

TEST(rooms_beside, a_sanction_from_before_the_second_opened_holds_there) {
  two_rooms e;
  e.ask(e.kim, "mute", domain::mute_member{member_number{e.ana.member}, seconds{600}, private_text{"language"}});
  e.go_over();
  EXPECT_TRUE(e.second().find(person("Ana")->person)->mute);
  EXPECT_TRUE(was_told(e.ana2, [](const pb::Notice& n) { return n.has_you_are_muted(); }));
}

TEST(rooms_beside, the_notices_before_a_planned_end_come_in_both) {
  world w(2, patient());
  w.add_room("room");
  w.plan("room", milliseconds{1}, std::chrono::minutes{60});
  w.start();
  phone kim{w, person("Kim", domain::role::facilitator), "room", bytes, 0};
  phone kim2{w, person("Kim", domain::role::facilitator), "room.2", bytes, 1};
  open_room(w, kim);
  w.settle();
  kim.send("second", domain::open_second{});
  w.settle();
  kim2.connect();
  w.settle();
  w.clock.advance(std::chrono::minutes{45});
  kim.send("tick", domain::say_backstage{private_text{"tick"}});
  w.settle();
  kim2.drain_all();
  EXPECT_EQ(w.folded("room").plan.told, std::chrono::minutes{15});
  EXPECT_EQ(w.folded("room.2").plan.told, std::chrono::minutes{15});
  EXPECT_FALSE(w.folded("room.2").plan.has_end());
}

TEST(rooms_beside, closing_the_first_closes_the_second_and_not_the_other_way_round) {
  two_rooms e;
  e.ask(e.kim2, "close2", domain::close_room{});
  EXPECT_EQ(e.w.folded("room").phase, domain::phase::open);
  EXPECT_FALSE(e.w.folded("room").beside.second_open);
  e.ask(e.kim, "again", domain::open_second{});
  EXPECT_EQ(e.second().phase, domain::phase::open);
  e.ask(e.kim, "close", domain::close_room{});
  EXPECT_EQ(e.second().phase, domain::phase::closed);
}

TEST(rooms_beside, what_a_kill_left_out_is_told_when_either_is_loaded) {
  two_rooms e;
  e.go_over();
  e.restart();
  e.connect({&e.kim2, &e.ana2});
  EXPECT_TRUE(e.ana2.joined);
  e.ask(e.kim2, "mute", domain::mute_member{member_number{e.ana2.member}, seconds{600}, private_text{"x"}});
  EXPECT_TRUE(e.w.folded("room").find(person("Ana")->person)->mute);
  // The event of the closing is kept, and nothing that follows from it happens.
  e.restart();
  e.connect({&e.kim});
  e.kim.send("close", domain::close_room{});
  std::mt19937_64 random{11};
  while (e.w.folded("room").phase != domain::phase::closed && e.w.step(random)) {
  }
  e.restart();
  e.connect({&e.kim});
  EXPECT_EQ(e.second().phase, domain::phase::closed);
}

}  // namespace
}  // namespace nightlight::simulation
