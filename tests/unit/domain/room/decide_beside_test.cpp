// What scenarios cannot show of a room and the second one beside it: what a refusal offers, how the numbers are set,
// what the first one begins with, and logs that rules did not write.
#include <gtest/gtest.h>

#include <string>

#include "domain/room/apply.hpp"
#include "domain/room/decide.hpp"
#include "domain/room/second_room.hpp"

namespace nightlight::domain {
namespace {

circumstances now{from_unix_ms(1'900'000'000'000), true, {}};

actor person(const std::string& name, role r = role::member) {
  return {person_id{name}, r, private_text{name}, private_text{}};
}

const actor kim = person("Kim", role::facilitator);

decision ask(room_state& room, const actor& who, command what, const circumstances& around = now) {
  decision d = decide(room, {who, {}, "words", std::move(what)}, around);
  if (const auto* yes = std::get_if<accepted>(&d)) {
    for (const event& e : yes->events) apply(room, place_next(room, e, around.now));
  }
  return d;
}

void in_the_log(room_state& room, event_body body) {
  apply(room, place_next(room, event{{}, {}, {}, std::move(body)}, now.now));
}

// With so many members, who are 2, 3 …
room_state a_room(int members, std::uint32_t places = 0) {
  room_state room;
  ask(room, kim, open_room{meeting_id{"m"}, 24, seconds{0}, places});
  for (int n = 0; n < members; ++n) ask(room, person("Member " + std::string(1, static_cast<char>('a' + n))), join{});
  return room;
}

TEST(second_room, is_named_after_the_first) {
  const room_id first{"k3v"};
  EXPECT_FALSE(is_second(first));
  EXPECT_TRUE(is_second(second_of(first)));
  EXPECT_EQ(first_of(second_of(first)), first);
  EXPECT_EQ(first_of(first), first);
  EXPECT_EQ(beside(first), second_of(first));
  EXPECT_EQ(beside(second_of(first)), first);
}

TEST(decide_beside, a_full_room_offers_a_seat_only_while_a_second_one_is_open) {
  room_state room = a_room(2, 2);
  EXPECT_FALSE(std::get<refusal>(ask(room, person("Zoe"), join{})).second_room);
  ask(room, kim, open_second{});
  const auto offered = std::get<refusal>(ask(room, person("Zoe"), join{}));
  EXPECT_EQ(offered.code, refusal_code::room_full);
  EXPECT_TRUE(offered.second_room);
  EXPECT_NE(words_of(offered, "en"), words_of(refusal{refusal_code::room_full}, "en"));
  EXPECT_NE(words_of(offered, "es"), words_of(offered, "en"));
  in_the_log(room, second_closed{});
  EXPECT_FALSE(std::get<refusal>(ask(room, person("Zoe"), join{})).second_room);
}

TEST(decide_beside, whoever_is_kept_out_is_offered_nothing) {
  room_state room = a_room(2, 2);
  ask(room, kim, open_second{});
  ask(room, kim, set_door{true});
  const auto no = std::get<refusal>(ask(room, person("Zoe"), join{}));
  EXPECT_EQ(no.code, refusal_code::door_locked);
  EXPECT_FALSE(no.second_room);
}

TEST(decide_beside, it_fills_up_at_the_number_that_is_set_or_when_a_smaller_room_is_full) {
  limits rules;
  EXPECT_FALSE(is_filling(a_room(7), rules));
  EXPECT_TRUE(is_filling(a_room(8), rules));
  EXPECT_TRUE(is_filling(a_room(3, 3), rules));
  rules.second_room_at = 2;
  EXPECT_TRUE(is_filling(a_room(2), rules));
  rules.second_room_at = 0;
  EXPECT_FALSE(is_filling(a_room(8), rules));
}

TEST(decide_beside, filling_up_is_due_at_once_and_noticed_once) {
  room_state room = a_room(8);
  EXPECT_LE(next_due(room, now.rules), now.now);
  const decision d = ask(room, {}, note_time{});
  EXPECT_EQ(std::get<accepted>(d).events.back().body, event_body{filling_up{8}});
  EXPECT_EQ(next_due(room, now.rules), instant::max());
}

TEST(decide_beside, whoever_is_let_in_by_the_clock_counts_in_the_same_step) {
  room_state room = a_room(1, 2);
  ask(room, kim, set_lobby{true});
  ask(room, person("Ana"), join{});
  ask(room, kim, set_lobby{false});
  const decision d = ask(room, {}, note_time{});
  EXPECT_EQ(std::get<accepted>(d).events.back().body, event_body{filling_up{2}});
  EXPECT_EQ(next_due(room, now.rules), instant::max());
}

TEST(decide_beside, a_second_room_never_fills_up) {
  room_state room = a_room(0);
  room.beside.is_second = true;
  for (const char* name : {"Ana", "Ben", "Cleo"}) {
    ask(room, {}, note_seat_kept{person_id{name}, false});
    ask(room, person(name), join{});
  }
  limits rules;
  rules.second_room_at = 3;
  EXPECT_FALSE(is_filling(room, rules));
}

TEST(decide_beside, a_second_room_begins_with_the_controls_of_the_first) {
  room_state room;
  open_room opening{meeting_id{"m"}, 24, seconds{0}, 0};
  opening.second = true;
  opening.controls.hold = hold_mode::everything;
  ask(room, kim, opening);
  EXPECT_TRUE(room.beside.is_second);
  EXPECT_EQ(room.controls.hold, hold_mode::everything);
  EXPECT_EQ(room.find(kim.person)->number, member_number{1});
}

TEST(decide_beside, a_muted_round_moves_on_when_the_mute_comes_from_the_room_beside) {
  room_state room = a_room(2);
  ask(room, kim, start_round{});
  ASSERT_EQ(room.round->turn, member_number{2});
  ask(room, {}, note_standings{{{person_id{"Member a"}, true, {}, false, {}, 0}}});
  EXPECT_EQ(room.round->turn, member_number{3});
}

TEST(decide_beside, nothing_is_lifted_by_a_room_that_only_tells_again) {
  room_state room = a_room(1);
  ask(room, kim, mute_member{member_number{2}, seconds{600}, private_text{"x"}});
  ask(room, {}, note_standings{{{person_id{"Member a"}, true, now.now + seconds{1}, true, {}, 0}}, {}, true});
  const member& a = *room.find(member_number{2});
  EXPECT_EQ(a.mute->until, now.now + seconds{600});
  ASSERT_TRUE(a.removal);
  EXPECT_FALSE(a.present);
}

TEST(decide_beside, the_team_is_never_sanctioned_from_beside) {
  room_state room = a_room(0);
  const decision d = ask(room, {}, note_standings{{{kim.person, true, {}, true, {}, 3}}});
  EXPECT_TRUE(std::get<accepted>(d).events.empty());
}

TEST(decide_beside, whoever_waits_in_the_lobby_is_turned_away_when_she_is_removed_beside) {
  room_state room = a_room(0);
  ask(room, kim, set_lobby{true});
  ask(room, person("Ana"), join{});
  ASSERT_EQ(room.waiting.size(), 1u);
  ask(room, {}, note_standings{{{person_id{"Ana"}, false, {}, true, {}, 0}}});
  EXPECT_TRUE(room.waiting.empty());
  EXPECT_EQ(std::get<refusal>(ask(room, person("Ana"), join{})).code, refusal_code::removed);
}

TEST(decide_beside, events_about_nobody_change_nothing) {
  room_state room = a_room(1);
  const auto before = room.members;
  in_the_log(room, over_answered{member_number{999}, false});
  in_the_log(room, standing_noted{member_number{999}, {person_id{"Zoe"}, false, {}, false, {}, 0}});
  in_the_log(room, seat_kept{person_id{"Zoe"}, true});
  in_the_log(room, called_back{});
  EXPECT_EQ(room.members, before);
  EXPECT_TRUE(room.beside.standings.empty());
}

}  // namespace
}  // namespace nightlight::domain
