#include "domain/calendar/door.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nightlight::domain::calendar {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(door, whoever_enters_comes_into_an_open_one_and_whoever_was_invited_into_that_of_invitations) {
  EXPECT_EQ(answer_at(door_kind::open, {}), door_answer::come_in);
  EXPECT_EQ(answer_at(door_kind::invitation, {}), door_answer::come_in);
}

TEST(door, a_code_is_asked_for_and_only_the_right_one_opens) {
  EXPECT_EQ(answer_at(door_kind::code, {}), door_answer::code_needed);
  EXPECT_EQ(answer_at(door_kind::code, {true, false, false}), door_answer::code_wrong) << "a place is no code";
  EXPECT_EQ(answer_at(door_kind::code, {false, false, true}), door_answer::come_in);
}

TEST(door, only_a_kept_place_opens_the_door_of_those_who_are_registered) {
  EXPECT_EQ(answer_at(door_kind::registered, {}), door_answer::place_needed);
  EXPECT_EQ(answer_at(door_kind::registered, {false, true}), door_answer::place_waited_for);
  EXPECT_EQ(answer_at(door_kind::registered, {true}), door_answer::come_in);
  EXPECT_EQ(answer_at(door_kind::registered, {false, false, true}), door_answer::place_needed) << "a code is no place";
}

TEST(door, a_code_is_read_however_it_is_written) {
  EXPECT_EQ(folded_code("Luna 42"), "luna42");
  EXPECT_EQ(folded_code("LU-NA.42"), "luna42");
  EXPECT_EQ(folded_code("abc"), "");
  EXPECT_EQ(folded_code("abcd"), "abcd");
  EXPECT_EQ(folded_code("abcdefghijkl"), "abcdefghijkl");
  EXPECT_EQ(folded_code("abcdefghijklm"), "");
  EXPECT_EQ(folded_code("luna\n42"), "");
  EXPECT_EQ(folded_code("ñandú42"), "");
  EXPECT_EQ(folded_code("    "), "");
  EXPECT_EQ(folded_code("abcd" + std::string(code_typed_max - 4, ' ')), "abcd");
  EXPECT_EQ(folded_code("abcd" + std::string(code_typed_max - 3, ' ')), "");
}

TEST(door, what_is_wrong_with_one_stands_at_its_field) {
  EXPECT_THAT(check_door({}, false), IsEmpty());
  EXPECT_THAT(check_door({3, "", 200, 200, 480}, false), IsEmpty());
  EXPECT_THAT(
      check_door({4, "", 201, 201, 481}, false),
      ElementsAre(problem{"door", problem_code::missing}, problem{"speaking", problem_code::number_out_of_range},
                  problem{"listening", problem_code::number_out_of_range},
                  problem{"late_entry_minutes", problem_code::number_out_of_range}));
  EXPECT_THAT(check_door({1, "", 0, 0, 0}, false), ElementsAre(problem{"door_code", problem_code::missing}));
  EXPECT_THAT(check_door({1, "", 0, 0, 0}, true), IsEmpty()) << "the one that is there stays";
  EXPECT_THAT(check_door({1, "abc", 0, 0, 0}, true), ElementsAre(problem{"door_code", problem_code::code_unfit}));
}

TEST(door, it_is_kept_on_one_line_and_nonsense_is_no_door) {
  for (const door& d :
       {door{}, door{door_kind::registered, "", 8, 3, 20}, door{door_kind::code, "saltandhash", 0, 0, 0}}) {
    EXPECT_EQ(door_of(text_of(d)), d);
  }
  for (const char* nonsense : {"", "1", "9 0 0 0 -", "x 0 0 0 -", "1 0 0 0", "-1 0 0 0 -", "1 0 0 99999999999 -"}) {
    EXPECT_EQ(door_of(nonsense), std::nullopt) << nonsense;
  }
}

}  // namespace
}  // namespace nightlight::domain::calendar
