#include <gtest/gtest.h>

#include "rooms/presence.hpp"

namespace nightlight::rooms {
namespace {

using namespace std::chrono_literals;

constexpr member_number ana{1};
constexpr member_number bea{2};
const auto seven = async::clock::time_point{} + 7h;

class typing : public ::testing::Test {
 protected:
  std::vector<member_number> told(async::clock::time_point now) { return here_.take_changes(now).typing; }

  presence here_;
};

TEST_F(typing, ends_when_her_words_are_there) {
  here_.typed(ana, seven);
  here_.typed(bea, seven);
  EXPECT_EQ(told(seven + 1s), (std::vector{ana, bea}));
  here_.said(ana, seven + 1500ms);
  EXPECT_EQ(here_.next_telling(), seven + 2s) << "soon, and not after the four seconds that typing lasts";
  EXPECT_EQ(told(seven + 2s), std::vector{bea});
}

TEST_F(typing, is_not_told_of_anew_by_words_of_whoever_did_not_type) {
  told(seven);
  here_.said(ana, seven);
  EXPECT_EQ(here_.next_telling(), async::clock::time_point::max());
}

TEST_F(typing, begins_again_with_the_next_key) {
  here_.typed(ana, seven);
  here_.said(ana, seven);
  here_.typed(ana, seven + 1ms);
  EXPECT_EQ(told(seven + 1s), std::vector{ana});
}

}  // namespace
}  // namespace nightlight::rooms
