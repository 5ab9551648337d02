#include "calendar/reminder_letters.hpp"

#include "unit/calendar/places_world.hpp"

namespace nightlight::calendar {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class reminder_letters_of_hers : public places_world {
 protected:
  reminder_letters_of_hers() : places_world(3) { keep("ana", evening - 48h); }

  // What goes out for the only letter that waits, if anything.
  std::optional<letter> written(instant now) {
    std::optional<letter> out;
    at(now, [&](const desk& d) {
      const auto due = *d.all.paging().pages_due(now, 10);
      ASSERT_EQ(due.size(), 1u);
      out = *letters_.write(d.all, due[0]);
    });
    return out;
  }

  reminder_letters letters_{box_, clock_, zones_, off_, {"https://circle.example.org", "circle@example.org"}};
};

TEST_F(reminder_letters_of_hers, a_neutral_one_says_a_time_a_way_back_and_a_way_out_and_nothing_else) {
  remind("ana", evening - 48h, by_mail("ana@example.net"));
  time_passes(evening - 1h);
  const auto mail = written(evening - 1h);
  ASSERT_TRUE(mail);
  EXPECT_EQ(mail->to, "ana@example.net");
  EXPECT_THAT(mail->text, HasSubstr("\r\nSubject: Reminder: 8 pm\r\n"));
  EXPECT_THAT(mail->text, HasSubstr("This is your reminder: 8 pm, Tuesday 24 November."));
  EXPECT_THAT(mail->text, HasSubstr("https://circle.example.org/#/back/link-of-ana"));
  EXPECT_THAT(mail->text, HasSubstr("\r\nList-Unsubscribe: <https://circle.example.org/stop/"));
  EXPECT_THAT(mail->text, HasSubstr("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
  EXPECT_THAT(mail->text, HasSubstr("Content-Type: multipart/alternative; boundary="));
  EXPECT_THAT(mail->text, HasSubstr("Content-Type: text/plain; charset=utf-8"));
  EXPECT_THAT(mail->text, HasSubstr("Content-Type: text/html; charset=utf-8"));
  for (const char* word : {"Newborn", "nights", "mother", "support", "pregnan", "meeting", "Sleep"}) {
    EXPECT_THAT(mail->text, Not(HasSubstr(word)));
  }
  EXPECT_EQ(written(evening - 59min)->text, mail->text) << "tried again, it is the same letter";
}

TEST_F(reminder_letters_of_hers, are_in_her_language_with_the_title_if_she_likes_and_on_her_clocks) {
  wished_reminders wished = by_mail("ana@example.net", false, true);
  wished.language = "es";
  wished.with_title = true;
  remind("ana", evening - 48h, wished);
  time_passes(evening - 24h);
  const auto mail = written(evening - 24h);
  ASSERT_TRUE(mail);
  EXPECT_THAT(mail->text, HasSubstr("Subject: =?UTF-8?Q?Recordatorio=3A=20Newborn=20nights=2C=20ma=C3=B1a"));
  EXPECT_THAT(mail->text, HasSubstr("Este es tu recordatorio: Newborn nights, 20:00, martes 24 de noviembre."));
  EXPECT_THAT(mail->text, HasSubstr("<html lang=3D\"es\">"));
}

TEST_F(reminder_letters_of_hers, what_is_not_true_any_more_is_not_sent) {
  remind("ana", evening - 48h, by_mail("ana@example.net"));
  time_passes(evening - 1h);
  EXPECT_TRUE(written(evening - 1h));
  EXPECT_FALSE(written(evening + 1h)) << "the meeting is over";
  at(evening - 50min, [&](const desk& d) { EXPECT_TRUE(stop_reminders(d, person_id{"ana"})); });
  EXPECT_FALSE(written(evening - 50min));
}

TEST_F(reminder_letters_of_hers, one_who_left_is_not_reminded) {
  keep("ana", evening - 48h, next_week());
  remind("ana", evening - 48h, by_mail("ana@example.net"));
  time_passes(evening - 1h);
  leave("ana", evening - 55min);
  EXPECT_FALSE(written(evening - 55min));
}

TEST_F(reminder_letters_of_hers, a_meeting_that_is_off_or_moves_is_told) {
  remind("ana", evening - 48h, by_mail("ana@example.net"));
  at(evening - 47h, [&](const desk& d) { EXPECT_TRUE(skip_day(d, {series_, 1, "2026-11-24"})); });
  const auto off = written(evening - 47h);
  ASSERT_TRUE(off);
  EXPECT_THAT(off->text, HasSubstr("Subject: Cancelled: Tuesday 24 November, 8 pm\r\n"));
  EXPECT_THAT(off->text, HasSubstr("This does not take place: 8 pm, Tuesday 24 November."));
}

TEST_F(reminder_letters_of_hers, an_offer_says_until_when) {
  reminder_words say;
  say.kind = letter_kind::offer;
  say.language = "en";
  say.starts = *domain::calendar::local_time_of("2026-11-24T20:00");
  say.answer_by = *domain::calendar::local_time_of("2026-11-23T12:30");
  say.today = *domain::calendar::local_day_of("2026-11-23");
  EXPECT_EQ(subject_of(say), "Please answer by: 12:30 pm");
  EXPECT_EQ(sentence_of(say),
            "A place is free for you: 8 pm, Tuesday 24 November. We keep it for you until: 12:30 pm.");
  say.language = "es";
  EXPECT_EQ(subject_of(say), "Por favor, responde antes de: 12:30");
}

TEST_F(reminder_letters_of_hers, an_address_that_is_refused_for_good_is_forgotten) {
  remind("ana", evening - 48h, by_mail("ana@example.net"));
  time_passes(evening - 1h);
  at(evening - 1h,
     [&](const desk& d) { EXPECT_TRUE(letters_.refused(d.all, d.all.paging().pages_due(evening, 1)->front())); });
  EXPECT_FALSE(has_address("ana"));
}

TEST(letter_about, reads_what_it_writes_and_nothing_else) {
  const letter_about about{letter_kind::offer,
                           {series_id{"abc"}, *domain::calendar::local_day_of("2026-11-24")},
                           from_unix_ms(5),
                           from_unix_ms(7),
                           "America/Chicago"};
  EXPECT_EQ(about_of(text_of(about)), about);
  for (const char* nonsense : {"", " ", "6 a 2026-11-24 1 2 Z", "0 a 2026-11-24 1 2 Z", "1 a 2026-13-24 1 2 Z",
                               "1 a 2026-11-24 x 2 Z", "1 a 2026-11-24 1 2", "1 a 2026-11-24 1 2 Z Z"}) {
    EXPECT_EQ(about_of(nonsense), std::nullopt) << nonsense;
  }
}

}  // namespace
}  // namespace nightlight::calendar
