// What scenarios cannot show of a round and of what is pinned: how steps are made, and bytes that nobody types.
#include <gtest/gtest.h>

#include <string>

#include "domain/room/apply.hpp"
#include "domain/room/decide.hpp"

namespace nightlight::domain {
namespace {

const circumstances now{from_unix_ms(1'900'000'000'000), true, {}};

actor person(const std::string& name, role r, std::string marks = "") {
  return {person_id{name}, r, private_text{name}, private_text{std::move(marks)}};
}

const actor kim = person("Kim", role::facilitator);
const std::string her_phone(32, 'a');

decision ask(room_state& room, const actor& who, command what) {
  decision d = decide(room, {who, {}, "words", std::move(what)}, now);
  if (const auto* yes = std::get_if<accepted>(&d)) {
    for (const event& e : yes->events) apply(room, place_next(room, e, now.now));
  }
  return d;
}

template <class Kind>
std::size_t count(const decision& d) {
  std::size_t found = 0;
  for (const event& e : std::get<accepted>(d).events) found += std::holds_alternative<Kind>(e.body) ? 1 : 0;
  return found;
}

refusal_code refused(const decision& d) { return std::get<refusal>(d).code; }

// Ana is 2, Ben 3, Cleo 4.
room_state room_of_three() {
  room_state room;
  ask(room, kim, open_room{meeting_id{"m"}, 24, seconds{0}, 0});
  for (const char* name : {"Ana", "Ben", "Cleo"}) ask(room, person(name, role::member), join{});
  return room;
}

TEST(decide_circle, two_who_go_in_one_step_move_the_turn_to_one_who_stays) {
  room_state room;
  ask(room, kim, open_room{meeting_id{"m"}, 24, seconds{0}, 0});
  for (const char* name : {"Ana", "Ben"}) ask(room, person(name, role::member, her_phone), join{});
  ask(room, person("Cleo", role::member), join{});
  ask(room, kim, start_round{});
  const decision banned = ask(room, kim, ban_member{member_number{2}, seconds{3600}, {}});
  EXPECT_EQ(count<member_banned>(banned), 2U);
  ASSERT_TRUE(room.round);
  EXPECT_EQ(room.round->turn, member_number{4});
  EXPECT_TRUE(room.round->next.empty());
}

TEST(decide_circle, a_round_that_nobody_is_left_for_is_over_in_the_same_step) {
  room_state room = room_of_three();
  ask(room, person("Cleo", role::member), leave{});
  ask(room, person("Ben", role::member), set_listening{true});
  ask(room, kim, start_round{});
  const decision gone = ask(room, person("Ana", role::member), leave{});
  EXPECT_EQ(count<round_ended>(gone), 1U);
  EXPECT_FALSE(room.round);
}

TEST(decide_circle, whoever_is_of_the_team_by_now_or_comes_back_to_listen_hands_her_turn_on) {
  room_state room = room_of_three();
  ask(room, kim, start_round{});
  const decision back = ask(room, person("Ana", role::moderator), join{});
  EXPECT_EQ(count<turn_given>(back), 1U);
  EXPECT_EQ(room.round->turn, member_number{3});
  ask(room, person("Ben", role::moderator), leave{});
  EXPECT_EQ(room.round->turn, member_number{4});
  EXPECT_EQ(count<round_ended>(ask(room, person("Cleo", role::moderator), join{true})), 1U);
}

TEST(decide_circle, the_turn_of_nobody_and_of_a_stranger_passes_to_nobody) {
  room_state room = room_of_three();
  EXPECT_TRUE(std::get<accepted>(ask(room, kim, pass_turn{})).events.empty());
  ask(room, kim, start_round{});
  EXPECT_TRUE(std::get<accepted>(ask(room, kim, pass_turn{})).events.empty());
  EXPECT_TRUE(std::get<accepted>(ask(room, kim, pass_turn{member_number{4'000'000'000U}})).events.empty());
  EXPECT_EQ(room.round->turn, member_number{2});
}

TEST(decide_circle, a_turn_of_the_log_that_no_round_knows_is_taken_as_it_is_written) {
  room_state room = room_of_three();
  apply(room, place_next(room, event{{}, {}, {}, turn_given{member_number{3}}}, now.now));
  EXPECT_FALSE(room.round);
  ask(room, kim, start_round{});
  apply(room, place_next(room, event{{}, {}, {}, turn_given{member_number{99}}}, now.now));
  EXPECT_EQ(room.round->turn, member_number{99});
  EXPECT_EQ(room.round->next.size(), 2U);
}

TEST(decide_circle, lines_are_plain_text_and_other_controls_are_not) {
  room_state room = room_of_three();
  for (const std::string text : {"one\ntwo\n", "\xc2\xbf\x51u\xc3\xa9 tal?", "\xf0\x9f\x95\xaf"}) {
    EXPECT_EQ(count<prompt_pinned>(ask(room, kim, pin_prompt{private_text{text}})), 1U) << text;
  }
  for (const std::string text : {"a\tb", "a\rb", "a\n\xff", "a\xe2\x80\xae", "a\xe2\x80\xa8z"}) {
    EXPECT_EQ(refused(ask(room, kim, pin_prompt{private_text{text}})), refusal_code::text_not_plain);
    EXPECT_EQ(refused(ask(room, kim, start_round{private_text{text}})), refusal_code::text_not_plain);
  }
  EXPECT_EQ(refused(ask(room, kim, pin_prompt{private_text{"\xe2\x80\x8b\n"}})), refusal_code::body_empty);
}

TEST(decide_circle, what_is_purged_is_neither_pinned_nor_asked) {
  room_state room = room_of_three();
  ask(room, kim, pin_prompt{private_text{"together"}});
  ask(room, kim, start_round{private_text{"and you?"}});
  const words_purged purged{meeting_id{"m"}, room.circle_head, word_class::talk};
  apply(room, place_next(room, event{{}, {}, {}, purged}, now.now));
  EXPECT_TRUE(room.prompt.empty());
  EXPECT_FALSE(room.round);
}

}  // namespace
}  // namespace nightlight::domain
