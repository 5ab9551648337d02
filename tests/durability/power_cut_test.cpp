// PROMISES P1 and trial 2: what was acknowledged survives the loss of power, and this suite would notice if it did not.
#include <gtest/gtest.h>

#include <iostream>

#include "durability/evening.hpp"

namespace nightlight::durability {
namespace {

void show(const findings& found) {
  std::cout << "cuts " << found.cuts << " (" << found.cuts_while_opening << " while opening), acknowledged "
            << found.acknowledged << ", lost " << found.lost << ", repeated " << found.repeated << ", gaps "
            << found.gaps << ", damaged " << found.damaged << '\n';
}

findings after_cuts(std::uint64_t seed, const std::string& synchronous, int cuts) {
  evening night{seed, synchronous};
  for (int i = 0; i < cuts; ++i) night.live_through_a_cut();
  show(night.found());
  return night.found();
}

class power_cuts : public ::testing::TestWithParam<int> {};

TEST_P(power_cuts, loses_nothing_that_was_acknowledged) {
  const findings found = after_cuts(static_cast<std::uint64_t>(GetParam()), "FULL", 100);
  EXPECT_TRUE(found.clean());
  EXPECT_GT(found.acknowledged, 1000) << "the rooms hardly wrote";
}

TEST_P(power_cuts, after_syncs_that_failed_loses_nothing_that_was_acknowledged) {
  evening night{static_cast<std::uint64_t>(GetParam()) + 100, "FULL"};
  for (int i = 0; i < 25; ++i) {
    night.live_through_failing_syncs_and_a_cut();
    night.live_through_a_cut();
  }
  show(night.found());
  EXPECT_TRUE(night.found().clean());
}

INSTANTIATE_TEST_SUITE_P(seed, power_cuts, ::testing::Range(1, 5));

TEST(power_cut, is_noticed_when_commits_are_not_synced) { EXPECT_GT(after_cuts(1, "NORMAL", 40).lost, 0); }

TEST(power_cut, is_noticed_when_nothing_is_synced) {
  const findings found = after_cuts(1, "OFF", 40);
  EXPECT_GT(found.lost + found.damaged, 0);
}

}  // namespace
}  // namespace nightlight::durability
