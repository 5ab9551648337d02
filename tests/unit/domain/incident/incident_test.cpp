#include "domain/incident/incident.hpp"

#include <gtest/gtest.h>

namespace nightlight::domain {
namespace {

const person_id kim{"kim"};
const person_id lee{"lee"};

noted_alert alert_of(const person_id& owner, bool accepted, bool closed) {
  noted_alert noted;
  noted.owner = owner;
  noted.what.accepted = accepted;
  noted.what.closed = closed;
  return noted;
}

log_entry decided(report_decision what, const person_id& by = kim) {
  return logged_decision{what, by, from_unix_ms(1), private_text{"ground"}, {}};
}

private_text letters(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "ñ";
  return private_text{text};
}

TEST(incident, is_written_by_whoever_has_the_alert_or_leads_once_it_is_taken_or_closed) {
  EXPECT_EQ(why_not_write(role::moderator, kim, alert_of(kim, true, false)), std::nullopt);
  EXPECT_EQ(why_not_write(role::on_call, kim, alert_of({}, false, true)), std::nullopt);
  EXPECT_EQ(why_not_write(role::facilitator, lee, alert_of(kim, true, true)), std::nullopt);
  EXPECT_EQ(why_not_write(role::moderator, lee, alert_of(kim, true, true)), incident_no::not_yours);
  EXPECT_EQ(why_not_write(role::facilitator, kim, alert_of({}, false, false)), incident_no::alert_open);
  EXPECT_EQ(why_not_write(role::moderator, kim, alert_of(kim, false, false)), incident_no::alert_open)
      << "it was handed to her, and she has not said yes";
}

TEST(incident, is_read_by_whoever_wrote_it_and_by_those_who_lead) {
  for (const role leads : {role::facilitator, role::admin}) EXPECT_TRUE(may_read(leads, lee, kim));
  for (const role helps : {role::moderator, role::on_call}) {
    EXPECT_TRUE(may_read(helps, kim, kim));
    EXPECT_FALSE(may_read(helps, lee, kim));
  }
  EXPECT_FALSE(may_read(role::member, kim, kim)) << "she was of the team once";
}

TEST(incident, is_open_until_the_newest_decision_ends_it) {
  EXPECT_TRUE(is_open({}));
  EXPECT_TRUE(is_open({decided(report_decision::consulted)}));
  EXPECT_FALSE(is_open({decided(report_decision::consulted), decided(report_decision::reported)}));
  EXPECT_FALSE(is_open({decided(report_decision::not_reportable), countersignature{1, lee, from_unix_ms(2)}}));
  EXPECT_TRUE(is_open({decided(report_decision::not_reportable), decided(report_decision::to_be_decided)}));
}

TEST(incident, a_decision_is_countersigned_once_and_by_somebody_else) {
  const decision_log log{decided(report_decision::reported), countersignature{1, lee, from_unix_ms(2)},
                         decided(report_decision::consulted)};
  EXPECT_EQ(why_not_sign(log, 3, lee), std::nullopt);
  EXPECT_EQ(why_not_sign(log, 3, kim), incident_no::own_decision);
  EXPECT_EQ(why_not_sign(log, 1, lee), incident_no::signed_already);
  for (const std::uint32_t none : {0U, 2U, 4U, 4'294'967'295U}) {
    EXPECT_EQ(why_not_sign(log, none, lee), incident_no::decision_unknown) << none;
  }
}

TEST(incident, a_log_has_an_end) {
  decision_log log(log_entries_max - 1, decided(report_decision::consulted));
  EXPECT_EQ(why_not_add(log), std::nullopt);
  EXPECT_EQ(why_not_sign(log, 1, lee), std::nullopt);
  log.push_back(decided(report_decision::consulted));
  EXPECT_EQ(why_not_add(log), incident_no::log_full);
  EXPECT_EQ(why_not_sign(log, 1, lee), incident_no::log_full);
}

TEST(incident, a_note_has_2000_characters_and_her_words_500) {
  EXPECT_TRUE(wrong_in_writing(letters(2000), letters(500)).empty());
  EXPECT_TRUE(wrong_in_writing({}, {}).empty());
  using calendar::problem_code;
  EXPECT_EQ(wrong_in_writing(letters(2001), letters(501)),
            (calendar::problems{{"note", problem_code::too_long}, {"excerpt", problem_code::too_long}}));
  EXPECT_EQ(wrong_in_writing(private_text{"\xff\xfe"}, private_text{"a\u202e"}),
            (calendar::problems{{"note", problem_code::letters_not_allowed},
                                {"excerpt", problem_code::letters_not_allowed}}));
}

TEST(incident, a_decision_says_on_what_ground_unless_it_is_still_to_be_made) {
  using calendar::problem_code;
  EXPECT_TRUE(wrong_in_deciding(report_decision::to_be_decided, {}, {}).empty());
  EXPECT_TRUE(wrong_in_deciding(report_decision::reported, letters(1000), letters(60)).empty());
  EXPECT_EQ(wrong_in_deciding(report_decision::not_reportable, private_text{"  "}, {}),
            (calendar::problems{{"ground", problem_code::missing}}));
  EXPECT_EQ(wrong_in_deciding(report_decision::consulted, letters(1001), letters(61)),
            (calendar::problems{{"ground", problem_code::too_long}, {"reference", problem_code::too_long}}));
  for (const int none : {0, 5, 255}) {
    EXPECT_EQ(wrong_in_deciding(static_cast<report_decision>(none), letters(1), {}),
              (calendar::problems{{"what", problem_code::choose_one}}));
  }
}

}  // namespace
}  // namespace nightlight::domain
