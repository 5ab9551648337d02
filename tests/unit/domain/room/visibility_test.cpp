#include "domain/room/visibility.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace nightlight::domain {
namespace {

// Said a second time: whatever is not here is the circle's.
TEST(visibility, what_the_team_does_about_a_person_what_waits_and_the_room_is_for_staff) {
  const std::vector<event_body> for_staff{
      message_held{},   held_edited{},    held_declined{}, rephrase_asked{},    member_warned{}, member_muted{},
      member_unmuted{}, member_removed{}, member_banned{}, member_readmitted{}, door_changed{},  controls_changed{},
      side_opened{},    side_ended{},     side_said{},     backstage_said{},    person_noted{},  handed_over{},
      taken_over{},     glass_broken{},   alert_raised{},  alert_claimed{},     alert_closed{},  alert_climbed{},
      wait_began{},     wait_renamed{},   wait_ended{},    checked_out{},       ban_lifted{},    sanctions_carried{},
      poll_answered{},  filling_up{},     second_opened{}, second_closed{},     asked_over{},    over_answered{},
      called_back{},    seat_kept{},      standing_noted{}};
  std::set<std::size_t> indices;
  for (const event_body& body : for_staff) {
    EXPECT_EQ(visibility_of(body), visibility::staff) << "event number " << body.index();
    indices.insert(body.index());
  }
  EXPECT_EQ(indices.size(), for_staff.size());
  EXPECT_EQ(indices.size() + 26, std::variant_size_v<event_kinds>);
}

TEST(visibility, what_happens_in_the_circle_is_for_everyone) {
  EXPECT_EQ(visibility_of(room_opened{}), visibility::circle);
  EXPECT_EQ(visibility_of(room_paused{}), visibility::circle);
  EXPECT_EQ(visibility_of(room_resumed{}), visibility::circle);
  EXPECT_EQ(visibility_of(room_closed{}), visibility::circle);
  EXPECT_EQ(visibility_of(member_joined{}), visibility::circle);
  EXPECT_EQ(visibility_of(member_left{}), visibility::circle);
  EXPECT_EQ(visibility_of(listening_changed{}), visibility::circle);
  EXPECT_EQ(visibility_of(message_said{}), visibility::circle);
  EXPECT_EQ(visibility_of(reaction_changed{}), visibility::circle);
  EXPECT_EQ(visibility_of(messages_retracted{}), visibility::circle);
  EXPECT_EQ(visibility_of(message_hidden{}), visibility::circle);
  EXPECT_EQ(visibility_of(message_shown{}), visibility::circle);
  EXPECT_EQ(visibility_of(slow_mode_set{}), visibility::circle);
  EXPECT_EQ(visibility_of(hands_required_set{}), visibility::circle);
  EXPECT_EQ(visibility_of(hand_raised{}), visibility::circle);
  EXPECT_EQ(visibility_of(floor_given{}), visibility::circle);
  EXPECT_EQ(visibility_of(prompt_pinned{}), visibility::circle);
  EXPECT_EQ(visibility_of(round_began{}), visibility::circle);
  EXPECT_EQ(visibility_of(turn_given{}), visibility::circle);
  EXPECT_EQ(visibility_of(round_ended{}), visibility::circle);
  EXPECT_EQ(visibility_of(poll_began{}), visibility::circle);
  EXPECT_EQ(visibility_of(poll_ended{}), visibility::circle);
  EXPECT_EQ(visibility_of(words_purged{}), visibility::circle);
  EXPECT_EQ(visibility_of(circle_began{}), visibility::circle);
  EXPECT_EQ(visibility_of(ending_soon{}), visibility::circle);
  EXPECT_EQ(visibility_of(meeting_extended{}), visibility::circle);
}

}  // namespace
}  // namespace nightlight::domain
