#include <gtest/gtest.h>

#include "rooms/presence.hpp"

namespace nightlight::rooms {
namespace {

using namespace std::chrono_literals;

constexpr member_number ana{1};
constexpr member_number bea{2};
const auto seven = async::clock::time_point{} + 7h;

TEST(missing_members, are_named_once_and_in_the_order_of_their_going) {
  presence here;
  here.missing(ana, seven);
  here.missing(bea, seven + 1min);
  EXPECT_EQ(here.longest_missing(), seven);
  EXPECT_TRUE(here.take_missing_since(seven - 1ms).empty());
  EXPECT_EQ(here.take_missing_since(seven), std::vector{ana});
  EXPECT_EQ(here.take_missing_since(seven + 1h), std::vector{bea});
  EXPECT_TRUE(here.take_missing_since(seven + 1h).empty());
  EXPECT_EQ(here.longest_missing(), async::clock::time_point::max());
}

TEST(missing_members, are_not_missing_once_they_are_back) {
  presence here;
  here.missing(ana, seven);
  here.arrived(ana, false);
  EXPECT_TRUE(here.take_missing_since(seven + 1h).empty());
  here.missing(ana, seven);
  EXPECT_TRUE(here.take_missing_since(seven + 1h).empty()) << "she is connected";
}

TEST(missing_members, begin_to_be_missing_when_the_last_of_their_connections_goes) {
  presence here;
  here.arrived(ana, false);
  here.arrived(ana, false);
  here.departed(ana, false);
  EXPECT_EQ(here.longest_missing(), async::clock::time_point::max());
  here.departed(ana, false);
  EXPECT_LE(here.longest_missing(), async::clock::now());
}

}  // namespace
}  // namespace nightlight::rooms
