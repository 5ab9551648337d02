#include "domain/room/visibility.hpp"

#include <gtest/gtest.h>

namespace nightlight::domain {
namespace {

TEST(visibility, what_staff_do_about_a_person_or_the_door_is_for_staff) {
  EXPECT_EQ(visibility_of(member_muted{}), visibility::staff);
  EXPECT_EQ(visibility_of(member_unmuted{}), visibility::staff);
  EXPECT_EQ(visibility_of(member_removed{}), visibility::staff);
  EXPECT_EQ(visibility_of(door_changed{}), visibility::staff);
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
  EXPECT_EQ(visibility_of(slow_mode_set{}), visibility::circle);
  EXPECT_EQ(visibility_of(words_purged{}), visibility::circle);
}

}  // namespace
}  // namespace nightlight::domain
