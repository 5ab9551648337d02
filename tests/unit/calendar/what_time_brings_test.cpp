#include "calendar/what_time_brings.hpp"

#include "unit/calendar/places_world.hpp"

namespace nightlight::calendar {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class what_time_brings : public places_world {
 protected:
  // The next moment, as a distance from the evening.
  std::optional<milliseconds> next_after(instant now) {
    std::optional<milliseconds> next;
    at(now, [&](const desk& d) {
      const auto found = bring_due_of(d, {false, {series_}}, [&](const auto&, const auto&, const auto&) {
        rooms_ += 1;
        return result<bool>(true);
      });
      if (found->at(series_)) next = *found->at(series_) - evening;
    });
    return next;
  }
  int rooms_ = 0;
};

TEST_F(what_time_brings, each_moment_of_a_meeting_leads_to_the_next) {
  EXPECT_EQ(next_after(evening - 72h), -24h);
  EXPECT_EQ(next_after(evening - 24h), -1h);
  EXPECT_EQ(next_after(evening - 1h), -15min);
  EXPECT_EQ(next_after(evening - 15min), 0h);
  EXPECT_EQ(next_after(evening), 1h);
  EXPECT_EQ(next_after(evening + 1h), 25h) << "places are forgotten";
  EXPECT_EQ(next_after(evening + 25h), 6 * 24h) << "the day before the next one";
}

TEST_F(what_time_brings, an_offer_s_end_is_a_moment) {
  for (const char* who : {"ana", "bea"}) keep(who, evening - 72h);
  leave("ana", evening - 71h);
  EXPECT_EQ(next_after(evening - 71h), -71h + 30min);
  EXPECT_EQ(next_after(evening - 71h + 30min), -24h);
}

TEST_F(what_time_brings, a_meeting_is_over_once_and_its_steps_are_forgotten_with_its_places) {
  keep("ana", evening - 72h);
  for (const instant now : {evening + 1h, evening + 1h, evening + 2h}) next_after(now);
  EXPECT_THAT(steps_of(""), ElementsAre(step_kind::meeting_over)) << "and has no room any more";
  next_after(evening + 25h);
  next_after(evening + 26h);
  EXPECT_THAT(steps_of(""), IsEmpty());
  at(evening + 26h, [&](const desk& d) { EXPECT_TRUE(d.kept().list_places(tonight())->empty()); });
}

TEST(a_timetable, looks_at_all_first_and_then_at_what_is_due_or_was_changed) {
  const series_id a{"a"}, b{"b"}, c{"c"};
  timetable times;
  EXPECT_EQ(times.next(), instant{});
  EXPECT_TRUE(times.begin(from_unix_ms(1)).all);
  times.keep({{a, from_unix_ms(10)}, {b, from_unix_ms(20)}, {c, std::nullopt}});
  EXPECT_EQ(times.next(), from_unix_ms(10));
  const timetable::round early = times.begin(from_unix_ms(9));
  EXPECT_FALSE(early.all);
  EXPECT_THAT(early.some, IsEmpty());
  EXPECT_THAT(times.begin(from_unix_ms(10)).some, ElementsAre(a));
  times.keep({{a, from_unix_ms(30)}});
  EXPECT_EQ(times.next(), from_unix_ms(20));
  times.look_at(c);
  EXPECT_EQ(times.next(), instant{});
  EXPECT_THAT(times.begin(from_unix_ms(11)).some, ElementsAre(c));
  times.look_at_all();
  EXPECT_TRUE(times.begin(from_unix_ms(11)).all) << "a round that failed is begun again with all";
}

}  // namespace
}  // namespace nightlight::calendar
