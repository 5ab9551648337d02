#include "calendar/staffing.hpp"

#include "calendar/cover.hpp"
#include "calendar/letter_about.hpp"
#include "unit/calendar/places_world.hpp"

namespace nightlight::calendar {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class staffing_of_an_evening : public places_world {
 protected:
  staffing_of_an_evening() {
    at(evening - 71h, [&](const desk& d) {
      ada_ = accounts::add_staff(d.all, "Ada", domain::role::admin, "correct horse")->id;
      noor_ = accounts::add_staff(d.all, "Noor", domain::role::facilitator, "correct horse")->id;
      lee_ = accounts::add_staff(d.all, "Lee", domain::role::moderator, "correct horse")->id;
      kim_ = d.kept().find_series(series_).value()->facilitator;
      EXPECT_TRUE(d.all.paging().put_contact({ada_, "sealed"}));
    });
  }
  void with_second(const person_id& who) {
    at(evening - 70h, [&](const desk& d) {
      EXPECT_TRUE(substitute_day(d, {series_, version(d), "2026-11-24"}, {}, who));
    });
  }
  std::uint64_t version(const desk& d) { return d.kept().find_series(series_).value()->version; }
  staffing now_is(instant now) {
    auto found = staffing::enough;
    at(now, [&](const desk& d) { found = staffing_of(d, tonight_as_planned(d)).value(); });
    return found;
  }
  domain::calendar::occurrence tonight_as_planned(const desk& d) {
    return *domain::calendar::occurrence_on(*d.kept().find_series(series_).value(), tonight().day, d.zones, d.off);
  }
  void disable(const person_id& who) {
    at(evening - 70h, [&](const desk& d) {
      auto row = *d.all.find_staff_by_id(who).value();
      row.disabled = true;
      EXPECT_TRUE(d.all.put_staff(row));
    });
  }

  const place_names names_{keys_.path()};
  person_id ada_, noor_, lee_, kim_;
};

TEST_F(staffing_of_an_evening, is_enough_with_two_of_whom_one_may_lead) {
  EXPECT_EQ(now_is(evening - 60h), staffing::one);
  with_second(lee_);
  EXPECT_EQ(now_is(evening - 60h), staffing::enough);
  disable(lee_);
  EXPECT_EQ(now_is(evening - 60h), staffing::one);
}

TEST_F(staffing_of_an_evening, whoever_asks_for_cover_or_has_no_account_does_not_come) {
  with_second(lee_);
  at(evening - 60h, [&](const desk& d) { EXPECT_TRUE(ask_for_cover(d, names_, tonight(), kim_, {})); });
  EXPECT_EQ(now_is(evening - 60h), staffing::nobody_leads) << "a moderator does not";
  at(evening - 60h, [&](const desk& d) { EXPECT_TRUE(withdraw_cover(d, tonight(), kim_)); });
  EXPECT_EQ(now_is(evening - 60h), staffing::enough);
  disable(kim_);
  EXPECT_EQ(now_is(evening - 60h), staffing::nobody_leads);
}

TEST_F(staffing_of_an_evening, a_second_who_steps_up_is_one_person) {
  with_second(noor_);
  at(evening - 60h, [&](const desk& d) {
    EXPECT_TRUE(ask_for_cover(d, names_, tonight(), kim_, {}));
    EXPECT_TRUE(take_cover(d, {series_, version(d), "2026-11-24"}, domain::calendar::seat::lead, noor_));
    EXPECT_EQ(tonight_as_planned(d).facilitator, noor_);
    EXPECT_FALSE(tonight_as_planned(d).second);
  });
  EXPECT_EQ(now_is(evening - 60h), staffing::one);
}

TEST_F(staffing_of_an_evening, admins_are_told_of_one_an_hour_before_and_once) {
  time_passes(evening - 61min);
  EXPECT_THAT(letters(evening), IsEmpty());
  for (const instant now : {evening - 60min, evening - 60min, evening - 15min, evening}) time_passes(now);
  ASSERT_EQ(letters(evening).size(), 1u);
  EXPECT_EQ(letters(evening).front().kind, page_kind::staff_mail);
  EXPECT_EQ(letters(evening).front().recipient, text_of(ada_));
  EXPECT_EQ(about_of(letters(evening).front().about)->kind, letter_kind::short_of_staff);
  EXPECT_THAT(steps_of(""), ElementsAre(step_kind::told_short_of_staff));
}

TEST_F(staffing_of_an_evening, nobody_is_told_of_two_until_one_cannot_come_after_all) {
  with_second(lee_);
  time_passes(evening - 60min);
  EXPECT_THAT(letters(evening), IsEmpty());
  at(evening - 20min, [&](const desk& d) { EXPECT_TRUE(ask_for_cover(d, names_, tonight(), kim_, {})); });
  time_passes(evening - 20min);
  ASSERT_EQ(letters(evening).size(), 1u);
  const page_row page = letters(evening).front();
  at(evening - 19min, [&](const desk& d) { EXPECT_TRUE(is_still_short(d, page).value()); });
  at(evening - 18min, [&](const desk& d) {
    EXPECT_TRUE(take_cover(d, {series_, version(d), "2026-11-24"}, domain::calendar::seat::lead, noor_));
    EXPECT_FALSE(is_still_short(d, page).value()) << "it is not sent any more";
  });
}

TEST_F(staffing_of_an_evening, a_meeting_that_has_begun_or_was_skipped_calls_nobody) {
  time_passes(evening);
  EXPECT_THAT(letters(evening), IsEmpty());
  at(evening - 70h, [&](const desk& d) { EXPECT_TRUE(skip_day(d, {series_, version(d), "2026-11-24"})); });
  time_passes(evening - 60min);
  EXPECT_THAT(letters(evening), IsEmpty());
}

TEST_F(staffing_of_an_evening, an_evening_without_a_reachable_admin_says_so_on_the_page_alone) {
  at(evening - 70h, [&](const desk& d) { EXPECT_TRUE(d.all.paging().delete_contact(ada_)); });
  time_passes(evening - 60min);
  EXPECT_THAT(letters(evening), IsEmpty());
  at(evening - 50min,
     [&](const desk& d) { EXPECT_EQ(told_short_at(d, tonight_as_planned(d)).value(), evening - 60min); });
}

}  // namespace
}  // namespace nightlight::calendar
