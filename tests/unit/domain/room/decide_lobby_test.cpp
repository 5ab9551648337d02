// Corners of the lobby: whose numbers are whose, what somebody who waits may ask, and that the members' world is the
// same whether somebody waits or not.
#include <gtest/gtest.h>

#include "domain/room/apply.hpp"
#include "domain/room/decide.hpp"
#include "domain/room/marks.hpp"
#include "support/circle_view.hpp"

namespace nightlight::domain {
namespace {

const instant evening = from_unix_ms(1'900'000'000'000);

actor mother(const std::string& name) {
  return {person_id{name}, role::member, private_text{name}, private_text{std::string(mark_bytes, name.front())}};
}

class lobby_room : public testing::Test {
 protected:
  lobby_room() { EXPECT_EQ(ask(kim, open_room{meeting_id{"m"}, 24, seconds{0}, 3}), "done"); }

  std::string ask(const actor& who, command what, const std::string& id = "") {
    const decision d = decide(room, {who, command_id{id}, {}, std::move(what)}, {time, true, rules});
    if (const auto* no = std::get_if<refusal>(&d)) return std::string(code_name(no->code));
    if (std::holds_alternative<repeated>(d)) return "again";
    for (const event& e : std::get<accepted>(d).events) {
      log.push_back(place_next(room, e, time));
      apply(room, log.back());
    }
    return std::get<accepted>(d).events.empty() ? "nothing to do" : "done";
  }
  const event& newest() const { return log.back().what; }

  const actor kim{person_id{"kim"}, role::facilitator, private_text{"Kim"}, {}};
  const actor lee{person_id{"lee"}, role::moderator, private_text{"Lee"}, {}};
  const actor ana = mother("Ana"), bea = mother("Bea"), cleo = mother("Cleo");
  room_state room;
  std::vector<logged_event> log;
  limits rules;
  instant time = evening;
};

TEST_F(lobby_room, whoever_waits_takes_no_member_s_number_and_leaves_no_gap) {
  ask(kim, set_lobby{true});
  EXPECT_EQ(ask(ana, join{}), "done");
  EXPECT_EQ(ask(bea, join{}), "done");
  EXPECT_FALSE(newest().actor) << "she is no member";
  EXPECT_EQ(ask(ana, leave{}), "done");
  EXPECT_EQ(ask(kim, admit_waiting{waiting_number{2}}), "done");
  EXPECT_EQ(room.find(bea.person)->number, member_number{2});
  EXPECT_EQ(ask(ana, join{}), "done");
  EXPECT_EQ(room.waiting.front().number, waiting_number{3}) << "a number is nobody else's";
  EXPECT_EQ(ask(kim, admit_waiting{waiting_number{1}}), "waiting_unknown");
}

TEST_F(lobby_room, the_view_of_a_member_does_not_differ_by_somebody_waiting) {
  ask(ana, join{});
  const test::circle_view before = test::view_of(room);
  ask(kim, set_lobby{true});
  ask(bea, join{});
  ask(bea, change_name{private_text{"Luna"}});
  EXPECT_EQ(test::view_of(room), before);
  ask(bea, leave{});
  EXPECT_EQ(test::view_of(room), before);
}

TEST_F(lobby_room, staff_from_outside_who_let_somebody_in_are_introduced_before_her) {
  ask(kim, set_lobby{true});
  ask(ana, join{});
  EXPECT_EQ(ask(lee, admit_all{}), "done");
  EXPECT_EQ(room.find(lee.person)->number, member_number{2});
  EXPECT_EQ(room.find(ana.person)->number, member_number{3});
  EXPECT_EQ(newest().actor, member_number{2});
}

TEST_F(lobby_room, staff_who_had_gone_and_let_somebody_in_keep_their_number) {
  ask(lee, join{});
  ask(kim, set_lobby{true});
  ask(ana, join{});
  ask(lee, leave{});
  EXPECT_EQ(ask(lee, admit_waiting{waiting_number{1}}), "done");
  EXPECT_EQ(room.find(ana.person)->number, member_number{3});
  EXPECT_TRUE(room.find(lee.person)->present);
}

TEST_F(lobby_room, letting_in_is_done_once_however_often_it_is_sent) {
  ask(kim, set_lobby{true});
  ask(ana, join{});
  EXPECT_EQ(ask(kim, admit_all{}, "k1"), "done");
  ask(bea, join{});
  EXPECT_EQ(ask(kim, admit_all{}, "k1"), "again");
  EXPECT_EQ(room.waiting.size(), 1U);
}

TEST_F(lobby_room, what_she_asked_there_is_done_once_also_when_she_is_a_member_by_now) {
  ask(kim, set_lobby{true});
  ask(ana, join{});
  EXPECT_EQ(ask(ana, change_name{private_text{"Luna"}}, "a1"), "done");
  EXPECT_EQ(ask(ana, change_name{private_text{"Luna"}}, "a1"), "again");
  EXPECT_EQ(ask(ana, leave{}, "a2"), "done");
  EXPECT_EQ(ask(ana, leave{}, "a2"), "again");
  ask(ana, join{});
  ask(kim, admit_all{});
  EXPECT_EQ(ask(ana, leave{}, "a2"), "again");
  EXPECT_TRUE(room.find(ana.person)->present);
  EXPECT_EQ(ask(ana, say{{private_text{"hello"}}}, "a1"), "message_id_reused");
  EXPECT_EQ(ask(bea, join{}), "done");
  EXPECT_EQ(ask(bea, leave{}, "a2"), "done") << "an id of hers is nobody else's";
}

TEST_F(lobby_room, no_more_come_in_together_than_an_outbox_holds) {
  rules.admitted_at_once = 2;
  ask(kim, set_lobby{true});
  for (const actor& who : {ana, bea, cleo}) EXPECT_EQ(ask(who, join{}), "done");
  EXPECT_EQ(ask(kim, admit_all{}), "done");
  EXPECT_EQ(room.waiting.size(), 1U);
  ask(kim, set_lobby{false});
  EXPECT_LE(next_due(room, rules), time);
  EXPECT_EQ(ask({}, note_time{}), "done");
  EXPECT_TRUE(room.waiting.empty());
  EXPECT_EQ(next_due(room, rules), instant::max());
}

TEST_F(lobby_room, a_place_that_somebody_waits_for_is_nobody_else_s_who_is_new) {
  ask(ana, join{});
  ask(kim, set_lobby{true});
  EXPECT_EQ(ask(bea, join{}), "done");
  EXPECT_EQ(ask(cleo, join{}), "done");
  EXPECT_EQ(ask(mother("Dee"), join{}), "room_full");
  EXPECT_EQ(ask(mother("Dee"), join{true}), "done") << "listening places are counted apart";
  ask(ana, set_listening{true});
  EXPECT_EQ(ask(ana, set_listening{false}), "done") << "what she may do tells her nothing of who waits";
}

TEST_F(lobby_room, coming_back_to_the_lobby_keeps_the_wait_and_the_name) {
  ask(kim, set_lobby{true});
  ask(ana, join{});
  ask(ana, change_name{private_text{"Luna"}});
  EXPECT_EQ(ask(ana, join{true}), "nothing to do");
  EXPECT_EQ(room.waiting.front().name, private_text{"Luna"});
  EXPECT_FALSE(room.waiting.front().listening);
}

TEST_F(lobby_room, a_name_chosen_in_the_lobby_stays_until_her_session_bears_another) {
  ask(kim, set_lobby{true});
  ask(ana, join{});
  ask(ana, change_name{private_text{"Luna"}});
  ask(kim, admit_all{});
  ask(ana, leave{});
  EXPECT_EQ(ask(bea, join{}), "done");
  EXPECT_EQ(ask(bea, change_name{private_text{"Ana"}}), "done") << "the name she came with is free";
  EXPECT_EQ(ask(ana, join{}), "done");
  EXPECT_EQ(room.find(ana.person)->name, private_text{"Luna"});
  ask(ana, leave{});
  actor renamed = ana;
  renamed.name = private_text{"Rosa"};
  EXPECT_EQ(ask(renamed, join{}), "done");
  EXPECT_EQ(room.find(ana.person)->name, private_text{"Rosa"});
  ask(ana, leave{});
  EXPECT_EQ(ask(ana, join{}), "name_taken") << "it is Bea's by now";
}

TEST_F(lobby_room, what_a_name_may_not_be_it_may_not_become) {
  ask(kim, set_lobby{true});
  ask(ana, join{});
  EXPECT_EQ(ask(ana, change_name{private_text{"A"}}), "name_too_short");
  EXPECT_EQ(ask(ana, change_name{private_text{std::string(25, 'a')}}), "name_too_long");
  EXPECT_EQ(ask(ana, change_name{private_text{std::string(24, 'a')}}), "done");
  EXPECT_EQ(ask(ana, change_name{private_text{"312 555 0100"}}), "name_not_allowed");
  EXPECT_EQ(ask(ana, change_name{private_text{"Moderator"}}), "name_not_allowed");
  EXPECT_EQ(ask(ana, change_name{private_text{"K\xc3\xacm"}}), "name_taken") << "it looks like the facilitator's";
}

TEST_F(lobby_room, what_earlier_meetings_left_in_force_waits_with_her) {
  ask(ana, join{});
  ask(kim, mute_member{member_number{2}, seconds{3600}, private_text{"language"}});
  ask(kim, close_room{});
  ask(kim, open_room{meeting_id{"n"}, 24, seconds{0}, 3});
  ask(kim, set_lobby{true});
  ask(ana, join{});
  ask(kim, admit_all{});
  EXPECT_EQ(ask(ana, say{{private_text{"hello"}}}), "muted");
}

TEST_F(lobby_room, many_who_are_let_in_together_are_no_burst) {
  rules.burst_joins = 2;
  ask(kim, set_lobby{true});
  ask(ana, join{});
  ask(bea, join{});
  time = evening + std::chrono::minutes{10};
  ask(kim, admit_all{});
  ask(kim, set_lobby{false});
  EXPECT_EQ(ask(cleo, join{}), "done");
  EXPECT_TRUE(room.alerts.empty());
}

TEST_F(lobby_room, it_is_not_there_before_the_room_opens_nor_after_it_closed) {
  room_state closed;
  std::swap(room, closed);
  EXPECT_EQ(ask(kim, set_lobby{true}), "room_not_open");
  EXPECT_EQ(ask(kim, admit_all{}), "room_not_open");
  EXPECT_EQ(ask(kim, extend_meeting{std::chrono::minutes{10}}), "room_not_open");
  std::swap(room, closed);
  ask(kim, set_lobby{true});
  ask(ana, join{});
  ask(kim, close_room{});
  EXPECT_TRUE(room.waiting.empty());
  EXPECT_EQ(ask(kim, admit_all{}), "room_closed");
  EXPECT_EQ(ask(ana, change_name{private_text{"Luna"}}), "not_in_room");
}

}  // namespace
}  // namespace nightlight::domain
