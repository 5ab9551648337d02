#include "rooms/doors.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/memory/memory_store.hpp"
#include "sealing/door_code.hpp"

namespace nightlight::rooms {
namespace {

using domain::calendar::door;
using domain::calendar::door_answer;
using domain::calendar::door_kind;
using domain::calendar::local_day;
using ::testing::ElementsAre;

class door_of_a_series : public ::testing::Test {
 protected:
  std::vector<door_answer> answers(const room_id& room, const std::vector<newcomer>& who) {
    std::vector<door_answer> found;
    in_a_unit([&](records& r) { found = ask_door(r, room, who)->answers; });
    return found;
  }

  template <class Work>
  void in_a_unit(Work work) {
    rows_.transact(
        [&](records& r) -> result<void> {
          work(r);
          return {};
        },
        [](result<void> done) { EXPECT_TRUE(done); });
  }

  // Tonight's room, next week's, and one that is no series'.
  void set(const door& d) {
    in_a_unit([&](records& r) {
      EXPECT_TRUE(r.calendar().put_meeting_room({circle_, tonight_}, here_));
      EXPECT_TRUE(r.calendar().put_meeting_room({circle_, next_}, later_));
      EXPECT_TRUE(keep_door(r, circle_, d));
    });
  }

  const series_id circle_{"circle"};
  const local_day tonight_{std::chrono::year{2026} / 11 / 24};
  const local_day next_{std::chrono::year{2026} / 12 / 1};
  const room_id here_{"here"}, later_{"later"}, elsewhere_{"elsewhere"};
  adapters::memory_store rows_;
};

TEST_F(door_of_a_series, without_one_it_is_open) {
  in_a_unit([&](records& r) { EXPECT_TRUE(r.calendar().put_meeting_room({circle_, tonight_}, here_)); });
  EXPECT_THAT(answers(here_, {{person_id{"ana"}, {}}}), ElementsAre(door_answer::come_in));
}

TEST_F(door_of_a_series, the_code_is_compared_as_it_is_meant_and_for_each_of_those_who_stand_there) {
  set({door_kind::code, sealing::hash_of_code("luna42"), 0, 0, 0});
  EXPECT_THAT(
      answers(here_, {{person_id{"ana"}, {}},
                      {person_id{"bea"}, private_text{"LUNA 42"}},
                      {person_id{"cleo"}, private_text{"luna43"}},
                      {person_id{"dora"}, private_text{"\n\n"}}}),
      ElementsAre(door_answer::code_needed, door_answer::come_in, door_answer::code_wrong, door_answer::code_wrong));
  EXPECT_THAT(answers(elsewhere_, {{person_id{"ana"}, {}}}), ElementsAre(door_answer::come_in)) << "no room of it";
}

TEST_F(door_of_a_series, a_code_that_was_replaced_opens_nothing) {
  set({door_kind::code, sealing::hash_of_code("luna42"), 0, 0, 0});
  set({door_kind::code, sealing::hash_of_code("luna43"), 0, 0, 0});
  EXPECT_THAT(answers(here_, {{person_id{"ana"}, private_text{"luna42"}}, {person_id{"bea"}, private_text{"luna43"}}}),
              ElementsAre(door_answer::code_wrong, door_answer::come_in));
  EXPECT_NE(sealing::hash_of_code("luna42"), sealing::hash_of_code("luna42"));
}

TEST_F(door_of_a_series, a_place_opens_the_room_of_its_own_day_alone) {
  set({door_kind::registered, {}, 0, 0, 0});
  in_a_unit([&](records& r) {
    EXPECT_TRUE(r.calendar().take_place({{circle_, tonight_}, person_id{"ana"}, "sealed", false, 0, {}}, 1));
    EXPECT_TRUE(r.calendar().wait_for_place({{circle_, tonight_}, person_id{"bea"}, "sealed", false, 0, {}}));
  });
  const std::vector<newcomer> three{{person_id{"ana"}, {}}, {person_id{"bea"}, {}}, {person_id{"cleo"}, {}}};
  EXPECT_THAT(answers(here_, three),
              ElementsAre(door_answer::come_in, door_answer::place_waited_for, door_answer::place_needed));
  EXPECT_THAT(answers(later_, three),
              ElementsAre(door_answer::place_needed, door_answer::place_needed, door_answer::place_needed));
}

}  // namespace
}  // namespace nightlight::rooms
