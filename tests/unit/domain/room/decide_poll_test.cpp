// What scenarios cannot show of a question with answers: logs that rules did not write, and words that are gone.
#include <gtest/gtest.h>

#include <string>

#include "domain/room/apply.hpp"
#include "domain/room/decide.hpp"

namespace nightlight::domain {
namespace {

const circumstances now{from_unix_ms(1'900'000'000'000), true, {}};

actor person(const std::string& name, role r = role::member) {
  return {person_id{name}, r, private_text{name}, private_text{}};
}

const actor kim = person("Kim", role::facilitator);

decision ask(room_state& room, const actor& who, command what) {
  decision d = decide(room, {who, {}, "words", std::move(what)}, now);
  if (const auto* yes = std::get_if<accepted>(&d)) {
    for (const event& e : yes->events) apply(room, place_next(room, e, now.now));
  }
  return d;
}

void in_the_log(room_state& room, event_body body) {
  apply(room, place_next(room, event{{}, {}, {}, std::move(body)}, now.now));
}

// Ana is 2, Ben 3, Cleo 4.
room_state asked_room() {
  room_state room;
  ask(room, kim, open_room{meeting_id{"m"}, 24, seconds{0}, 0});
  for (const char* name : {"Ana", "Ben", "Cleo"}) ask(room, person(name), join{});
  ask(room, kim, start_poll{private_text{"Tonight?"}, {private_text{"Sleep"}, private_text{"Work"}}});
  return room;
}

TEST(decide_poll, an_answer_of_the_log_to_another_question_or_to_none_changes_nothing) {
  room_state room = asked_room();
  in_the_log(room, poll_answered{circle_number{999}, member_number{2}, 1, 1});
  EXPECT_TRUE(room.poll->choices.empty());
  in_the_log(room, poll_ended{});
  in_the_log(room, poll_answered{circle_number{4}, member_number{2}, 1, 1});
  EXPECT_FALSE(room.poll);
}

TEST(decide_poll, a_choice_that_the_question_does_not_have_is_counted_nowhere) {
  room_state room = asked_room();
  const circle_number open = room.poll->number;
  for (const std::uint32_t n : {2U, 3U}) ask(room, person(n == 2 ? "Ana" : "Ben"), answer_poll{open, 2});
  in_the_log(room, poll_answered{open, member_number{4}, 4'000'000'000U, 3});
  const decision over = ask(room, kim, end_poll{open});
  EXPECT_EQ(std::get<accepted>(over).events.back().body, event_body{(poll_ended{{0, 2}})});
}

TEST(decide_poll, an_answer_whose_words_are_gone_is_none) {
  room_state room = asked_room();
  ask(room, person("Ana"), answer_poll{room.poll->number, 1});
  in_the_log(room, poll_answered{room.poll->number, member_number{2}, 0, 1});
  EXPECT_TRUE(room.poll->choices.empty());
}

TEST(decide_poll, what_is_purged_is_asked_no_more) {
  room_state room = asked_room();
  in_the_log(room, words_purged{meeting_id{"m"}, room.circle_head, word_class::talk});
  EXPECT_FALSE(room.poll);
}

}  // namespace
}  // namespace nightlight::domain
