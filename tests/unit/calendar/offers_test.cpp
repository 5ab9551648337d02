#include "calendar/offers.hpp"

#include "unit/calendar/places_world.hpp"

namespace nightlight::calendar {
namespace {

using ::testing::ElementsAre;

class offers : public places_world {
 protected:
  // Ana keeps the only place, Bea and Cleo wait, Ana leaves at `then`.
  void ana_leaves(instant then) {
    EXPECT_TRUE(keep("ana", then - 1h));
    EXPECT_FALSE(keep("bea", then - 1h));
    EXPECT_FALSE(keep("cleo", then - 1h));
    leave("ana", then);
  }
  std::optional<refusal_code> accept(const std::string& who, instant now) {
    std::optional<refusal_code> refused;
    at(now, [&](const desk& d) {
      const auto done = accept_place(d, tonight(), person_id{who});
      if (!done) refused = done.error().code;
    });
    return refused;
  }
  std::optional<refusal_code> decline(const std::string& who, instant now) {
    std::optional<refusal_code> refused;
    at(now, [&](const desk& d) {
      const auto done = decline_place(d, tonight(), person_id{who});
      if (!done) refused = done.error().code;
    });
    return refused;
  }
};

TEST_F(offers, a_place_that_is_left_is_held_for_whoever_waited_longest_until_she_says_yes) {
  ana_leaves(evening - 48h);
  EXPECT_EQ(row_of("bea").answer_by, evening - 48h + 30min);
  EXPECT_EQ(row_of("cleo").answer_by, std::nullopt);
  EXPECT_FALSE(keep("dora", evening - 48h)) << "it is held";
  EXPECT_EQ(accept("cleo", evening - 48h), refusal_code::offer_over);
  EXPECT_EQ(accept("zoe", evening - 48h), refusal_code::place_unknown);
  EXPECT_EQ(accept("bea", evening - 48h + 30min - 1ms), std::nullopt);
  EXPECT_FALSE(row_of("bea").waiting);
  EXPECT_EQ(accept("bea", evening - 48h + 31min), std::nullopt) << "what is hers stays hers";
  EXPECT_THAT(steps_of("bea"), ElementsAre(step_kind::place_offered, step_kind::offer_taken));
}

TEST_F(offers, what_nobody_answers_goes_on_to_the_next_and_is_not_offered_to_her_again) {
  ana_leaves(evening - 48h);
  time_passes(evening - 48h + 30min - 1ms);
  EXPECT_EQ(row_of("bea").answer_by, evening - 48h + 30min);
  time_passes(evening - 48h + 30min);
  EXPECT_TRUE(row_of("bea").passed);
  EXPECT_EQ(row_of("cleo").answer_by, evening - 48h + 60min);
  EXPECT_EQ(accept("bea", evening - 48h + 30min), refusal_code::offer_over);
  time_passes(evening - 48h + 60min);
  time_passes(evening - 48h + 61min);
  EXPECT_THAT(steps_of("bea"), ElementsAre(step_kind::place_offered, step_kind::offer_passed));
  EXPECT_THAT(steps_of("cleo"), ElementsAre(step_kind::place_offered, step_kind::offer_passed));
  EXPECT_TRUE(keep("bea", evening - 2h)) << "the place is free, and she asks";
  EXPECT_FALSE(keep("cleo", evening - 2h));
}

TEST_F(offers, an_answer_at_the_last_moment_is_too_late) {
  ana_leaves(evening - 48h);
  EXPECT_EQ(accept("bea", evening - 48h + 30min), refusal_code::offer_over);
}

TEST_F(offers, saying_no_leaves_the_list_and_asks_the_next_at_once) {
  ana_leaves(evening - 48h);
  EXPECT_EQ(decline("bea", evening - 48h + 1min), std::nullopt);
  EXPECT_EQ(row_of("cleo").answer_by, evening - 48h + 31min);
  EXPECT_EQ(decline("bea", evening - 48h + 1min), refusal_code::place_unknown);
  EXPECT_THAT(steps_of("bea"), ElementsAre(step_kind::place_offered, step_kind::offer_declined));
  EXPECT_EQ(accept("cleo", evening - 48h + 2min), std::nullopt);
  EXPECT_EQ(decline("cleo", evening - 48h + 3min), refusal_code::offer_over) << "a place of hers is left, not declined";
}

TEST_F(offers, asking_for_what_she_is_offered_says_yes) {
  ana_leaves(evening - 48h);
  EXPECT_TRUE(keep("bea", evening - 48h + 1min));
  EXPECT_THAT(steps_of("bea"), ElementsAre(step_kind::place_offered, step_kind::offer_taken));
}

TEST_F(offers, the_time_to_answer_is_short_when_the_meeting_is_near) {
  const auto given = [&](instant now) {
    instant by;
    at(now, [&](const desk& d) { by = answer_time(d, find_meeting_to_come(d, tonight())->on); });
    return by - now;
  };
  EXPECT_EQ(given(evening - 48h), 30min);
  EXPECT_EQ(given(evening - 120min), 30min);
  EXPECT_EQ(given(evening - 60min), 15min);
  EXPECT_EQ(given(evening - 20min), 5min);
  EXPECT_EQ(given(evening + 10min), 5min);
  EXPECT_EQ(given(evening + 58min), 2min) << "nothing is held beyond the end";
}

TEST_F(offers, a_place_in_what_is_skipped_is_offered_to_nobody) {
  ana_leaves(evening - 48h);
  at(evening - 47h, [&](const desk& d) { EXPECT_TRUE(skip_day(d, {series_, 1, "2026-11-24"})); });
  time_passes(evening - 46h);
  EXPECT_TRUE(row_of("bea").passed);
  EXPECT_EQ(row_of("cleo").answer_by, std::nullopt);
}

}  // namespace
}  // namespace nightlight::calendar
