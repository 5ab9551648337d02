#include "rooms/audit_entry.hpp"

#include <gtest/gtest.h>

#include "domain/room/apply.hpp"

namespace nightlight::rooms {
namespace {

using namespace domain;

constexpr member_number kim{1};
constexpr member_number ana{2};
const instant evening = from_unix_ms(1'900'000'000'000);
const meeting_id tonight{std::string("\x01meeting\0number1", 16)};

class audit_entry_test : public ::testing::Test {
 protected:
  audit_entry_test() {
    happen(kim, room_opened{tonight, 24, seconds{0}, 0});
    happen(kim, member_joined{kim, person_id{"K"}, private_text{"Kim"}, role::facilitator, false});
    happen(ana, member_joined{ana, person_id{"A"}, private_text{"Ana"}, role::member, false});
    happen(ana, message_said{ana, {private_text{"hello"}, {}}});
  }

  logged_event happen(member_number by, event_body body) {
    events.push_back(place_next(room, {by, {}, {}, std::move(body)}, evening));
    apply(room, events.back());
    return events.back();
  }
  std::optional<audit_entry> told(member_number by, event_body body) {
    return audit_entry_of(happen(by, std::move(body)), room);
  }

  room_state room;
  std::vector<logged_event> events;
};

TEST_F(audit_entry_test, a_mute_says_who_whom_and_for_how_long_and_not_why) {
  const auto entry = told(kim, member_muted{ana, evening + seconds{300}, private_text{"language"}});
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->time, evening);
  EXPECT_EQ(entry->meeting, tonight);
  EXPECT_EQ(entry->at, position{5});
  EXPECT_EQ(entry->actor, "4b");
  EXPECT_EQ(entry->role, 2u);
  EXPECT_EQ(entry->action, "member_muted");
  EXPECT_EQ(entry->target, ana);
  EXPECT_EQ(entry->length, seconds{300});
  EXPECT_EQ(told(kim, member_muted{ana, {}, {}})->length, seconds{0}) << "for the rest of the meeting";
}

TEST_F(audit_entry_test, what_staff_take_back_counts_messages_and_names_whose) {
  const auto entry = told(kim, messages_retracted{{circle_number{4}}, private_text{"address"}});
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->messages, 1u);
  EXPECT_EQ(entry->target, ana);
}

TEST_F(audit_entry_test, whom_staff_let_in_is_told_and_whom_the_clock_let_in_is_not) {
  const member_joined in{member_number{3}, person_id{"B"}, private_text{"Bea"}, role::member, false, {},
                         waiting_number{1}};
  const auto entry = told(kim, in);
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->action, "member_admitted");
  EXPECT_EQ(entry->target, member_number{3});
  EXPECT_FALSE(told({}, in));
  EXPECT_FALSE(told({}, wait_began{waiting_number{2}, person_id{"C"}, private_text{"Cleo"}, false}));
}

TEST_F(audit_entry_test, an_end_that_is_moved_says_by_how_much) {
  const auto entry = told(kim, meeting_extended{evening + seconds{600}, std::chrono::minutes{10}});
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->action, "meeting_extended");
  EXPECT_EQ(entry->length, seconds{600});
}

TEST_F(audit_entry_test, what_is_said_is_not_for_it_nor_a_member_s_own_business) {
  EXPECT_FALSE(told(kim, message_said{kim, {private_text{"hello"}, {}}}));
  EXPECT_FALSE(told(kim, reaction_changed{circle_number{4}, kim, reaction::heart, false}));
  EXPECT_FALSE(told(kim, listening_changed{kim, true}));
  EXPECT_FALSE(told(ana, messages_retracted{{circle_number{4}}, {}}));
  EXPECT_FALSE(told(ana, member_left{ana}));
  EXPECT_FALSE(told(ana, member_joined{ana, person_id{"A"}, private_text{"Ana"}, role::member, false}));
}

TEST_F(audit_entry_test, staff_who_come_and_go_are_told_and_a_removal_once) {
  EXPECT_TRUE(audit_entry_of(events[1], room));
  EXPECT_TRUE(told(kim, member_removed{ana, evening + seconds{60}, private_text{"x"}}));
  EXPECT_FALSE(told(kim, member_left{ana}));
  EXPECT_TRUE(told(kim, member_left{kim}));
}

TEST_F(audit_entry_test, whoever_opened_the_room_is_known_though_she_came_in_afterwards) {
  const auto entry = audit_entry_of(events[0], room);
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->action, "room_opened");
  EXPECT_EQ(entry->actor, "4b");
}

TEST_F(audit_entry_test, the_system_is_called_the_system) {
  const auto paused = told({}, room_paused{pause_cause::staff_absent});
  ASSERT_TRUE(paused);
  EXPECT_EQ(paused->actor, "system");
  EXPECT_EQ(paused->role, 0u);
  const auto purged = told({}, words_purged{meeting_id{"before"}, {}});
  EXPECT_EQ(purged->meeting, meeting_id{"before"});
}

TEST_F(audit_entry_test, each_class_of_words_has_its_receipt) {
  const auto action = [&](word_class words) { return told({}, words_purged{meeting_id{"m"}, {}, words})->action; };
  EXPECT_EQ(action(word_class::talk), "words_purged");
  EXPECT_EQ(action(word_class::set_aside), "set_aside_words_purged");
  EXPECT_EQ(action(word_class::report), "report_words_purged");
}

TEST_F(audit_entry_test, whoever_lifts_a_ban_is_known_though_she_is_not_in_the_room) {
  const auto lifted = told({}, ban_lifted{position{2}, ana, person_id{"L"}, role::moderator});
  ASSERT_TRUE(lifted);
  EXPECT_EQ(lifted->action, "ban_lifted");
  EXPECT_EQ(lifted->actor, "4c");
  EXPECT_EQ(lifted->role, static_cast<std::uint32_t>(role::moderator));
  EXPECT_EQ(lifted->target, ana);
}

TEST_F(audit_entry_test, each_step_of_the_ladder_is_told_by_its_rung) {
  EXPECT_EQ(told({}, alert_climbed{alert_number{1}, alert_rung::on_call})->action, "alert_climbed_to_on_call");
  EXPECT_EQ(told({}, alert_climbed{alert_number{1}, alert_rung::admin})->action, "alert_climbed_to_admin");
  EXPECT_EQ(told({}, alert_climbed{alert_number{1}, static_cast<alert_rung>(9)})->action, "alert_climbed");
}

TEST_F(audit_entry_test, a_door_is_locked_or_unlocked_and_slow_mode_has_its_seconds) {
  EXPECT_EQ(told(kim, door_changed{true})->action, "door_locked");
  EXPECT_EQ(told(kim, door_changed{false})->action, "door_unlocked");
  EXPECT_EQ(told(kim, slow_mode_set{seconds{30}})->length, seconds{30});
  EXPECT_EQ(told(kim, slow_mode_set{seconds{0}})->action, "slow_mode_set");
}

TEST_F(audit_entry_test, only_what_comes_after_the_given_place_is_told) {
  happen(kim, door_changed{true});
  const room_id id{"room"};
  EXPECT_EQ(audit_entries_of(id, events, room).size(), 3u);
  EXPECT_EQ(audit_entries_of(id, events, room, position{2}).size(), 1u);
  EXPECT_EQ(audit_entries_of(id, events, room, position{4}).front().room, id);
  EXPECT_TRUE(audit_entries_of(id, events, room, position{5}).empty());
}

}  // namespace
}  // namespace nightlight::rooms
