// apply() is total: whatever a log holds, folding it neither fails nor invents anything.
#include "domain/room/apply.hpp"

#include <gtest/gtest.h>

namespace nightlight::domain {
namespace {

constexpr member_number nobody{77};
constexpr circle_number nothing_said{88};
const instant evening = from_unix_ms(1'900'000'000'000);

logged_event at(std::uint64_t position_, std::uint64_t number, event_body body) {
  return {position{position_}, circle_number{number}, evening, {{}, {}, {}, std::move(body)}};
}

// An open room with Ana in it, who has said one thing.
room_state lively_room() {
  room_state room;
  apply(room, at(1, 1, room_opened{meeting_id{"m"}, 24, seconds{0}, 0}));
  apply(room, at(2, 2, member_joined{member_number{1}, person_id{"a"}, private_text{"Ana"}, role::member, false}));
  apply(room, at(3, 3, message_said{member_number{1}, {private_text{"hello"}, {}}}));
  return room;
}

TEST(apply, an_event_about_someone_unknown_changes_nothing_but_the_head) {
  for (const event_body& body :
       {event_body{member_left{nobody}}, event_body{listening_changed{nobody, true}},
        event_body{member_muted{nobody, evening, private_text{"x"}}}, event_body{member_unmuted{nobody}},
        event_body{member_removed{nobody, evening, private_text{"x"}}},
        event_body{member_joined{nobody, person_id{"n"}, private_text{"N"}, role::member, false}},
        event_body{reaction_changed{nothing_said, member_number{1}, reaction::hug, false}},
        event_body{reaction_changed{nothing_said, nobody, reaction::hug, true}},
        event_body{messages_retracted{{nothing_said, circle_number{}}, private_text{"x"}}},
        event_body{words_purged{meeting_id{"another"}, {}}}}) {
    room_state expected = lively_room();
    room_state room = lively_room();
    apply(room, at(4, 0, body));
    expected.head = position{4};
    EXPECT_TRUE(room == expected) << "event number " << body.index();
  }
}

TEST(apply, every_event_can_come_first) {
  for (const event_body& body :
       {event_body{room_paused{}}, event_body{room_resumed{}}, event_body{room_closed{}},
        event_body{message_said{nobody, {private_text{"x"}, nothing_said}}}, event_body{slow_mode_set{seconds{5}}},
        event_body{door_changed{true}}, event_body{words_purged{}}, event_body{member_left{}}}) {
    room_state room;
    apply(room, at(1, 1, body));
    EXPECT_EQ(room.head, position{1});
  }
}

TEST(apply, a_reaction_counts_a_person_once) {
  room_state room = lively_room();
  const reaction_changed hug{circle_number{3}, member_number{1}, reaction::hug, false};
  apply(room, at(4, 4, hug));
  apply(room, at(5, 5, hug));
  ASSERT_EQ(room.messages.front().reactions.size(), 1U);
  EXPECT_EQ(room.messages.front().reactions.front().members.size(), 1U);
}

TEST(apply, retracting_leaves_no_words_and_no_reactions) {
  room_state room = lively_room();
  apply(room, at(4, 4, reaction_changed{circle_number{3}, member_number{1}, reaction::hug, false}));
  apply(room, at(5, 5, messages_retracted{{circle_number{3}}, private_text{"kindly"}}));
  apply(room, at(6, 6, reaction_changed{circle_number{3}, member_number{1}, reaction::hug, false}));
  const message& m = room.messages.front();
  EXPECT_TRUE(m.retracted && m.what.text.empty() && m.reactions.empty());
  EXPECT_EQ(m.retraction_reason, private_text{"kindly"});
}

TEST(apply, the_first_answer_to_a_command_stands) {
  room_state room = lively_room();
  const event first{member_number{1}, command_id{"c"}, "w", message_said{member_number{1}, {private_text{"x"}, {}}}};
  event second = first;
  second.words = "v";
  apply(room, {position{4}, circle_number{4}, evening, first});
  apply(room, {position{5}, circle_number{5}, evening, second});
  const answer& kept = room.answers.at({member_number{1}, command_id{"c"}});
  EXPECT_EQ(kept.number, circle_number{4});
  EXPECT_EQ(kept.words, "w");
}

TEST(apply, purging_leaves_numbers_and_no_words) {
  room_state room = lively_room();
  apply(room, at(4, 0, member_muted{member_number{1}, {}, private_text{"because"}}));
  apply(room, at(5, 4, room_closed{}));
  apply(room, at(6, 5, words_purged{meeting_id{"m"}, circle_number{4}}));
  EXPECT_TRUE(room.purged);
  EXPECT_TRUE(room.messages.empty());
  EXPECT_TRUE(room.answers.empty());
  EXPECT_TRUE(room.members.front().name.empty() && room.members.front().skeleton.empty());
  EXPECT_TRUE(room.members.front().mute->reason.empty());
  EXPECT_EQ(room.circle_head, circle_number{5});
}

TEST(place_next, counts_positions_always_and_circle_numbers_only_for_the_circle) {
  const room_state room = lively_room();
  const logged_event seen = place_next(room, {{}, {}, {}, room_paused{}}, evening);
  EXPECT_EQ(seen.at, position{4});
  EXPECT_EQ(seen.number, circle_number{4});
  const logged_event unseen = place_next(room, {{}, {}, {}, door_changed{true}}, evening);
  EXPECT_EQ(unseen.at, position{4});
  EXPECT_EQ(unseen.number, circle_number{});
}

TEST(place_next, never_goes_back_in_time) {
  const room_state room = lively_room();
  EXPECT_EQ(place_next(room, {{}, {}, {}, room_paused{}}, evening - seconds{10}).time, evening);
  EXPECT_EQ(place_next(room, {{}, {}, {}, room_paused{}}, evening + seconds{10}).time, evening + seconds{10});
}

}  // namespace
}  // namespace nightlight::domain
