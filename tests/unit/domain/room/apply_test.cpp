// apply() is total: whatever a log holds, folding it neither fails nor invents anything.
#include "domain/room/apply.hpp"

#include <gtest/gtest.h>

#include "domain/room/decide.hpp"

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
       {event_body{member_left{nobody}},
        event_body{listening_changed{nobody, true}},
        event_body{member_muted{nobody, evening, private_text{"x"}}},
        event_body{member_unmuted{nobody}},
        event_body{member_removed{nobody, evening, private_text{"x"}}},
        event_body{member_joined{nobody, person_id{"n"}, private_text{"N"}, role::member, false}},
        event_body{reaction_changed{nothing_said, member_number{1}, reaction::hug, false}},
        event_body{reaction_changed{nothing_said, nobody, reaction::hug, true}},
        event_body{messages_retracted{{nothing_said, circle_number{}}, private_text{"x"}, {{nothing_said, {}}}}},
        event_body{message_hidden{nothing_said}},
        event_body{message_shown{nothing_said, {}}},
        event_body{held_edited{hold_number{9}, private_text{"x"}}},
        event_body{held_declined{{{hold_number{9}, nobody}, {}}, private_text{"x"}}},
        event_body{rephrase_asked{hold_number{9}, private_text{"x"}}},
        event_body{member_warned{nobody, private_text{"x"}}},
        event_body{member_readmitted{nobody}},
        event_body{ban_lifted{position{9}, nobody, person_id{"k"}, role::moderator}},
        event_body{sanctions_carried{nobody, evening, 3}},
        event_body{member_banned{nobody, evening, private_text{"x"}}},
        event_body{hand_raised{nobody, true}},
        event_body{side_ended{nobody, nobody}},
        event_body{side_said{nobody, nobody, private_text{"x"}}},
        event_body{person_noted{nobody, {}, {}}},
        event_body{taken_over{nobody}},
        event_body{alert_raised{alert_number{9}, {}}},
        event_body{alert_claimed{alert_number{9}, nobody}},
        event_body{alert_closed{alert_number{9}, alert_outcome::talked, private_text{"x"}}},
        event_body{alert_climbed{alert_number{9}, alert_rung::admin}},
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
       {event_body{room_paused{}},
        event_body{room_resumed{}},
        event_body{room_closed{}},
        event_body{message_said{nobody, {private_text{"x"}, nothing_said}}},
        event_body{slow_mode_set{seconds{5}}},
        event_body{door_changed{true}},
        event_body{words_purged{}},
        event_body{member_left{}},
        event_body{message_held{hold_number{7}, nobody, {private_text{"x"}, {}}, hold_cause::everything, ""}},
        event_body{message_said{nobody, {private_text{"x"}, {}}, hold_number{9}}},
        event_body{alert_raised{alert_number{1}, {}}},
        event_body{floor_given{nobody}},
        event_body{turn_given{nobody}},
        event_body{round_began{{}, nobody, {nobody}}},
        event_body{prompt_pinned{}},
        event_body{poll_began{}},
        event_body{poll_answered{circle_number{1}, nobody, 1, 1}},
        event_body{poll_ended{{1}}},
        event_body{side_opened{nobody, nobody}},
        event_body{glass_broken{nobody, {}, evening}},
        event_body{handed_over{nobody, private_text{"x"}}},
        event_body{backstage_said{nobody, private_text{"x"}}}}) {
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

TEST(apply, hiding_keeps_the_words_for_the_team_and_showing_brings_them_back) {
  room_state room = lively_room();
  apply(room, at(4, 4, message_hidden{circle_number{3}}));
  EXPECT_TRUE(room.messages.front().hidden);
  EXPECT_EQ(room.messages.front().what.text, private_text{"hello"});
  apply(room, at(5, 5, message_shown{circle_number{3}, room.messages.front().what}));
  EXPECT_FALSE(room.messages.front().hidden);
}

TEST(apply, retracting_by_the_team_sets_the_words_aside) {
  room_state room = lively_room();
  const private_text hello{"hello"};
  apply(room, at(4, 4, messages_retracted{{circle_number{3}}, private_text{"why"}, {{circle_number{3}, hello}}}));
  EXPECT_TRUE(room.messages.front().what.text.empty());
  EXPECT_EQ(room.messages.front().set_aside, hello);
}

TEST(apply, a_held_message_is_gone_when_it_is_said_or_declined) {
  room_state room = lively_room();
  const written words{private_text{"x"}, {}};
  apply(room, at(4, 0, message_held{hold_number{1}, member_number{1}, words, hold_cause::everything, ""}));
  apply(room, at(5, 0, message_held{hold_number{2}, member_number{1}, words, hold_cause::behind, ""}));
  apply(room, at(6, 0, rephrase_asked{hold_number{1}, {}}));
  EXPECT_TRUE(room.held.front().rephrase_asked);
  apply(room, at(7, 0, held_edited{hold_number{1}, private_text{"y"}}));
  EXPECT_FALSE(room.held.front().rephrase_asked);
  apply(room, at(8, 4, message_said{member_number{1}, words, hold_number{1}}));
  apply(room, at(9, 0, held_declined{{{hold_number{2}, member_number{1}}}, {}}));
  EXPECT_TRUE(room.held.empty());
  EXPECT_EQ(room.newest_hold, hold_number{2});
}

TEST(apply, a_word_of_the_team_s_answers_everyone_who_waits) {
  room_state room = lively_room();
  ASSERT_EQ(room.shares.size(), 1U);
  apply(room, at(4, 4, member_joined{member_number{2}, person_id{"k"}, private_text{"Kim"}, role::facilitator, false}));
  apply(room, at(5, 5, message_said{member_number{2}, {private_text{"welcome"}, {}}}));
  EXPECT_TRUE(room.shares.empty());
}

TEST(apply, a_person_who_may_return_is_not_removed_and_a_ban_outlives_being_asked_to_go) {
  room_state room = lively_room();
  apply(room, at(4, 0, member_removed{member_number{1}, evening, {}, true}));
  EXPECT_FALSE(room.members.front().removal);
  apply(room, at(5, 0, member_banned{member_number{1}, evening + seconds{60}, {}}));
  apply(room, at(6, 0, member_removed{member_number{1}, evening, {}, true}));
  EXPECT_TRUE(room.members.front().banned && room.members.front().removal->in_force(evening));
  apply(room, at(7, 0, member_readmitted{member_number{1}}));
  EXPECT_FALSE(room.members.front().banned || room.members.front().removal);
}

TEST(apply, what_an_earlier_meeting_left_is_hers_when_she_comes) {
  room_state room;
  const carried_person left{person_id{"a"}, evening + seconds{60}, evening + seconds{90}, 2, true};
  apply(room, at(1, 1, room_opened{meeting_id{"m"}, 24, seconds{0}, 0, {left}}));
  apply(room, at(2, 2, member_joined{member_number{1}, person_id{"a"}, private_text{"Ana"}, role::member, false}));
  const member& ana = room.members.front();
  EXPECT_TRUE(ana.mute && ana.removal && ana.banned);
  EXPECT_EQ(ana.warnings, 2U);
  EXPECT_EQ(ana.warned_by, member_number{});
  EXPECT_TRUE(room.carried.empty());
}

TEST(apply, purging_leaves_nothing_of_the_team_s_words_either) {
  room_state room = lively_room();
  const private_text secret{"secret"};
  apply(room, at(4, 0, backstage_said{member_number{1}, secret}));
  apply(room, at(5, 0, person_noted{member_number{1}, secret, evening}));
  apply(room, at(6, 0, handed_over{member_number{1}, secret}));
  apply(room, at(7, 0, side_opened{member_number{1}, member_number{1}}));
  apply(room, at(8, 0, message_held{hold_number{1}, member_number{1}, {secret, {}}, hold_cause::everything, ""}));
  apply(room, at(9, 0, alert_raised{alert_number{1}, {}}));
  apply(room, at(10, 4, room_closed{}));
  apply(room, at(11, 5, words_purged{meeting_id{"m"}, circle_number{4}}));
  EXPECT_TRUE(room.backstage.empty() && room.notes.empty() && room.sides.empty());
  EXPECT_TRUE(room.held.empty() && room.alerts.empty() && room.shares.empty() && !room.hand_over);
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

TEST(apply, purging_the_talk_leaves_what_was_reported_and_nothing_that_is_open) {
  room_state room = lively_room();
  alert_cause reported;
  reported.kind = alert_kind::report;
  reported.words = private_text{"rude"};
  apply(room, at(4, 0, alert_raised{alert_number{1}, {}}));
  apply(room, at(5, 0, alert_raised{alert_number{2}, reported}));
  apply(room, at(6, 0, person_noted{member_number{1}, private_text{"quiet"}, evening}));
  apply(room, at(7, 4, room_closed{}));
  apply(room, at(8, 5, words_purged{meeting_id{"m"}, circle_number{4}, word_class::talk}));
  EXPECT_TRUE(room.purged && room.set_aside_purged && !room.reports_purged);
  ASSERT_EQ(room.alerts.size(), 1u);
  EXPECT_EQ(room.find(alert_number{1}), nullptr);
  ASSERT_NE(room.find(alert_number{2}), nullptr);
  EXPECT_EQ(room.find(alert_number{2})->cause.words, private_text{"rude"});
  EXPECT_EQ(room.notes.size(), 1u);
  EXPECT_EQ(next_due(room, limits{}), instant::max()) << "nobody is called to it any more";
  apply(room, at(9, 6, words_purged{meeting_id{"m"}, circle_number{5}, word_class::report}));
  EXPECT_TRUE(room.alerts.empty() && room.notes.empty());
  EXPECT_TRUE(room.has_forgotten(word_class::everything));
}

TEST(apply, purging_what_was_set_aside_leaves_the_talk) {
  room_state room = lively_room();
  const circle_number said = room.messages.front().number;
  apply(room, at(4, 4, messages_retracted{{said}, {}, {{said, private_text{"secret"}}}}));
  ASSERT_EQ(room.find(said)->set_aside, private_text{"secret"});
  apply(room, at(5, 5, room_closed{}));
  apply(room, at(6, 6, words_purged{meeting_id{"m"}, circle_number{5}, word_class::set_aside}));
  EXPECT_TRUE(room.set_aside_purged && !room.purged);
  ASSERT_NE(room.find(said), nullptr);
  EXPECT_TRUE(room.find(said)->set_aside.empty());
  EXPECT_FALSE(room.members.front().name.empty());
}

TEST(apply, lockdown_remembers_who_began_it_and_when_until_it_ends) {
  room_state room = lively_room();
  room_controls locked;
  locked.lockdown = true;
  const auto by = [](std::uint32_t who, logged_event e) {
    e.what.actor = member_number{who};
    return e;
  };
  apply(room, by(1, at(4, 0, controls_changed{locked})));
  EXPECT_EQ(room.locked_down_by, member_number{1});
  EXPECT_EQ(room.locked_down_at, evening);
  locked.invitations_closed = true;
  apply(room, by(2, at(5, 0, controls_changed{locked})));
  EXPECT_EQ(room.locked_down_by, member_number{1}) << "what is changed meanwhile is not another lock-down";
  locked.lockdown = false;
  apply(room, by(2, at(6, 0, controls_changed{locked})));
  EXPECT_TRUE(!room.locked_down_by && room.locked_down_at == instant{});
}

TEST(apply, a_class_of_words_from_a_later_release_is_everything) {
  room_state room = lively_room();
  apply(room, at(4, 4, room_closed{}));
  apply(room, at(5, 5, words_purged{meeting_id{"m"}, circle_number{4}, static_cast<word_class>(9)}));
  EXPECT_TRUE(room.has_forgotten(word_class::everything));
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
