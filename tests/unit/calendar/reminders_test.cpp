#include "calendar/reminders.hpp"

#include "unit/calendar/places_world.hpp"

namespace nightlight::calendar {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class reminders : public places_world {
 protected:
  reminders() : places_world(3) {}

  domain::calendar::problems wrong_with(const wished_reminders& wished) {
    domain::calendar::problems found;
    at(evening - 48h, [&](const desk& d) {
      const auto kept = set_reminders(d, box_, person_id{"ana"}, wished, {});
      if (!kept) found = kept.error().fields;
    });
    return found;
  }
};

TEST_F(reminders, go_out_once_at_the_moments_she_chose) {
  keep("ana", evening - 48h);
  EXPECT_EQ(remind("ana", evening - 48h, by_mail("ana@example.org", true, true)), std::nullopt);
  time_passes(evening - 24h - 1ms);
  EXPECT_THAT(steps_of("ana"), IsEmpty());
  time_passes(evening - 24h);
  time_passes(evening - 24h);
  time_passes(evening - 2h);
  EXPECT_THAT(steps_of("ana"), ElementsAre(step_kind::reminded_day_before));
  time_passes(evening - 1h);
  time_passes(evening - 1ms);
  time_passes(evening + 1ms);
  EXPECT_THAT(steps_of("ana"), ElementsAre(step_kind::reminded_day_before, step_kind::reminded_hour_before));
  EXPECT_EQ(letters(evening).size(), 2u);
}

TEST_F(reminders, are_not_made_up_for_what_was_due_before_she_asked_or_kept_the_place) {
  keep("ana", evening - 2h);
  remind("ana", evening - 2h, by_mail("ana@example.org", true, true));
  keep("bea", evening - 30min);
  remind("bea", evening - 30min, by_mail("bea@example.org", true, true));
  time_passes(evening - 29min);
  EXPECT_THAT(steps_of("ana"), ElementsAre(step_kind::reminded_hour_before));
  EXPECT_THAT(steps_of("bea"), IsEmpty());
}

TEST_F(reminders, that_a_process_slept_through_go_out_while_they_are_of_use) {
  for (const char* who : {"ana", "bea"}) keep(who, evening - 48h);
  remind("ana", evening - 48h, by_mail("ana@example.org", true, true));
  remind("bea", evening - 48h, by_mail("bea@example.org", false, true));
  time_passes(evening - 10min);
  EXPECT_THAT(steps_of("ana"), ElementsAre(step_kind::reminded_hour_before));
  EXPECT_THAT(steps_of("bea"), ElementsAre(step_kind::reminded_day_before));
  time_passes(evening);
  EXPECT_EQ(letters(evening).size(), 2u);
}

TEST_F(reminders, follow_a_meeting_that_moves) {
  keep("ana", evening - 48h);
  remind("ana", evening - 48h, by_mail("ana@example.org"));
  at(evening - 47h, [&](const desk& d) {
    EXPECT_TRUE(move_day(d, {series_, 1, "2026-11-24"}, "2026-11-24T21:00", 0));
  });
  EXPECT_THAT(steps_of("ana"), ElementsAre(step_kind::told_moved));
  time_passes(evening - 1h);
  EXPECT_THAT(steps_of("ana"), ElementsAre(step_kind::told_moved));
  time_passes(evening);
  EXPECT_THAT(steps_of("ana"), ElementsAre(step_kind::told_moved, step_kind::reminded_hour_before));
}

TEST_F(reminders, tell_that_a_meeting_does_not_take_place_and_that_it_does_again) {
  keep("ana", evening - 48h);
  remind("ana", evening - 48h, by_mail("ana@example.org"));
  at(evening - 47h, [&](const desk& d) { EXPECT_TRUE(skip_day(d, {series_, 1, "2026-11-24"})); });
  time_passes(evening - 1h);
  EXPECT_THAT(steps_of("ana"), ElementsAre(step_kind::told_cancelled));
  at(evening - 46h, [&](const desk& d) { EXPECT_TRUE(restore_day(d, {series_, 2, "2026-11-24"})); });
  EXPECT_THAT(steps_of("ana"), ElementsAre(step_kind::told_cancelled, step_kind::told_moved));
}

TEST_F(reminders, are_for_those_who_keep_a_place) {
  EXPECT_EQ(remind("ana", evening - 48h, by_mail("ana@example.org")), refusal_code::place_unknown);
  keep("ana", evening - 48h);
  EXPECT_EQ(remind("ana", evening - 48h, by_mail("ana@example.org")), std::nullopt);
  EXPECT_EQ(remind("ana", evening + 1h, by_mail("ana@example.org")), refusal_code::place_unknown) << "it is over";
}

TEST_F(reminders, an_address_goes_with_the_last_place_and_at_the_end_of_the_last_meeting) {
  keep("ana", evening - 48h);
  keep("ana", evening - 48h, next_week());
  remind("ana", evening - 48h, by_mail("ana@example.org"));
  leave("ana", evening - 47h);
  EXPECT_TRUE(has_address("ana")) << "she comes next week";
  at(evening - 46h, [&](const desk& d) { EXPECT_TRUE(leave_place(d, next_week(), person_id{"ana"})); });
  EXPECT_FALSE(has_address("ana"));
  keep("bea", evening - 48h);
  remind("bea", evening - 30min, by_mail("bea@example.org"));
  time_passes(evening + 1h - 1ms);
  EXPECT_TRUE(has_address("bea"));
  time_passes(evening + 1h);
  EXPECT_FALSE(has_address("bea"));
}

TEST_F(reminders, an_address_stays_until_the_letter_that_her_meeting_is_off_has_gone_out) {
  keep("ana", evening - 48h);
  remind("ana", evening - 48h, by_mail("ana@example.org"));
  at(evening - 47h, [&](const desk& d) { EXPECT_TRUE(skip_day(d, {series_, 1, "2026-11-24"})); });
  at(evening + 2h, [&](const desk& d) { EXPECT_TRUE(forget_idle_reminders(d)); });
  EXPECT_TRUE(has_address("ana"));
  at(evening + 2h, [&](const desk& d) {
    page_row sent = d.all.paging().pages_due(evening, 1)->front();
    sent.state = page_state::sent;
    EXPECT_TRUE(d.all.paging().put_page(sent));
    EXPECT_TRUE(forget_idle_reminders(d));
  });
  EXPECT_FALSE(has_address("ana"));
}

TEST_F(reminders, stop_when_she_says_so_in_either_way) {
  for (const char* who : {"ana", "bea"}) {
    keep(who, evening - 48h);
    remind(who, evening - 48h, by_mail(std::string(who) + "@example.org"));
  }
  private_text token;
  at(evening - 47h, [&](const desk& d) {
    const auto row = **d.kept().find_reminder(person_id{"bea"});
    const reached_by how = *box_.open(person_id{"bea"}, row.sealed);
    EXPECT_EQ(how.address.reveal(), "bea@example.org");
    EXPECT_EQ(how.link.reveal(), "link-of-bea");
    EXPECT_TRUE(is_stop_token(how.stop.reveal()));
    EXPECT_FALSE(box_.open(person_id{"ana"}, row.sealed));
    EXPECT_TRUE(stop_by_token(d, private_text{"nonsense"}));
    EXPECT_TRUE(stop_by_token(d, how.stop));
    EXPECT_TRUE(stop_by_token(d, how.stop));
    EXPECT_TRUE(stop_reminders(d, person_id{"ana"}));
    EXPECT_TRUE(stop_reminders(d, person_id{"ana"}));
  });
  EXPECT_FALSE(has_address("ana"));
  EXPECT_FALSE(has_address("bea"));
}

TEST_F(reminders, an_address_can_be_kept_while_the_rest_is_chosen_anew) {
  keep("ana", evening - 48h);
  EXPECT_THAT(wrong_with(by_mail("")),
              ElementsAre(domain::calendar::problem{"address", domain::calendar::problem_code::missing}));
  remind("ana", evening - 48h, by_mail(" ana@example.org "));
  EXPECT_EQ(remind("ana", evening - 47h, by_mail("", false, true)), std::nullopt);
  at(evening - 46h, [&](const desk& d) {
    const auto row = **d.kept().find_reminder(person_id{"ana"});
    EXPECT_TRUE(row.day_before);
    EXPECT_EQ(box_.open(person_id{"ana"}, row.sealed)->address.reveal(), "ana@example.org");
  });
}

TEST_F(reminders, what_is_wrong_is_said_field_by_field) {
  using domain::calendar::problem;
  using domain::calendar::problem_code;
  keep("ana", evening - 48h);
  const auto code = [&](const std::string& address) { return wrong_with(by_mail(address)).at(0).code; };
  EXPECT_EQ(code(std::string(250, 'a') + "@example.org"), problem_code::address_too_long);
  EXPECT_EQ(code("ana@example.org\r\nBcc: x@example.org"), problem_code::address_on_one_line);
  EXPECT_EQ(code("ána@example.org"), problem_code::address_not_plain);
  EXPECT_EQ(code("ana@example@org"), problem_code::address_is_one);
  EXPECT_EQ(code("ana"), problem_code::address_unreadable);
  EXPECT_THAT(wrong_with({private_text{"ana"}, "fr", "Moon/Base", false, false, false}),
              ElementsAre(problem{"address", problem_code::address_unreadable},
                          problem{"reminders.language", problem_code::language_unknown},
                          problem{"reminders.zone", problem_code::zone_unknown},
                          problem{"reminders.hour_before", problem_code::choose_one}));
  EXPECT_FALSE(has_address("ana"));
}

}  // namespace
}  // namespace nightlight::calendar
