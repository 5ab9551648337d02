// What goes out of the house, to the letter: neutral words, one name for ever, nothing that could begin another header.
#include "paging/letters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace nightlight::paging {
namespace {

using ::testing::HasSubstr;

page_row page() {
  page_row p;
  p.id = "0123456789abcdef0123456789abcdef";
  p.recipient = "6b";
  p.room = room_id{"tuesdayroom2"};
  p.at = from_unix_ms(1'800'000'005'000);  // Friday, 15 January 2027, 08:00:05
  return p;
}

letterhead head() { return {"Our circle", "en", "https://circle.example.org/#/console", "nightlight@example.org"}; }

TEST(letters, say_that_someone_is_needed_since_when_and_where_to_sign_in_and_nothing_else) {
  const letter l = letter_for(page(), head(), "kim@example.net");
  EXPECT_EQ(l.to, "kim@example.net");
  EXPECT_EQ(l.text,
            "Date: Fri, 15 Jan 2027 08:00:05 +0000\r\n"
            "From: <nightlight@example.org>\r\n"
            "To: <kim@example.net>\r\n"
            "Subject: Our circle: Someone is needed in a room\r\n"
            "Message-ID: <0123456789abcdef0123456789abcdef@example.org>\r\n"
            "Auto-Submitted: auto-generated\r\n"
            "Importance: high\r\n"
            "MIME-Version: 1.0\r\n"
            "Content-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n"
            "\r\n"
            "Someone is needed in a room.\r\n"
            "Nobody had answered by 2027-01-15 08:00 UTC.\r\n"
            "\r\n"
            "Please sign in: https://circle.example.org/#/console\r\n"
            "\r\n"
            "Our circle\r\n");
}

TEST(letters, speak_spanish_and_escape_what_mail_cannot_carry) {
  letterhead spanish = head();
  spanish.language = "es";
  spanish.organisation = "Círculo";
  const std::string text = letter_for(page(), spanish, "kim@example.net").text;
  EXPECT_THAT(text, HasSubstr("Subject: =?UTF-8?Q?C=C3=ADrculo=3A=20Hace=20falta=20alguien=20en=20"));
  EXPECT_THAT(text, HasSubstr("inicia sesi=C3=B3n"));
  EXPECT_TRUE(std::ranges::all_of(text, [](char c) { return c == '\r' || c == '\n' || (c >= ' ' && c <= '~'); }));
}

TEST(letters, to_admins_say_that_an_evening_needs_one_more_and_lead_to_the_plan) {
  page_row p = page();
  p.kind = page_kind::staff_mail;
  letterhead h = head();
  h.plan = "https://circle.example.org/#/plan";
  const std::string text = letter_for(p, h, "ada@example.net").text;
  EXPECT_THAT(text, HasSubstr("Subject: Our circle: An evening needs one more of the team\r\n"));
  EXPECT_THAT(text, HasSubstr("It begins within the hour. Seen at 2027-01-15 08:00 UTC.\r\n"
                              "\r\n"
                              "Please sign in: https://circle.example.org/#/plan\r\n"));
  h.language = "es";
  EXPECT_THAT(letter_for(p, h, "ada@example.net").text, HasSubstr("A una noche le falta alguien del equipo"));
}

TEST(letters, have_no_line_too_long_and_no_header_from_a_name) {
  letterhead odd = head();
  odd.organisation = "x\r\nBcc: everyone@example.org\r\n" + std::string(300, 'y') + std::string(60, '\xc3');
  std::istringstream text(letter_for(page(), odd, "kim@example.net").text);
  bool in_headers = true;
  for (std::string line; std::getline(text, line);) {
    EXPECT_LE(line.size(), 77u) << line;
    in_headers = in_headers && line != "\r";
    EXPECT_FALSE(in_headers && line.starts_with("Bcc:"));
  }
}

TEST(letters, to_a_program_are_signed_with_their_moment) {
  const instant now = from_unix_ms(1'800'000'009'999);
  const webhook_call c = call_for(page(), head(), "https://pager.example.org/hook", "secret", now);
  EXPECT_EQ(c.url, "https://pager.example.org/hook");
  EXPECT_EQ(c.body,
            R"({"id":"0123456789abcdef0123456789abcdef","kind":"someone_is_needed","organisation":"Our circle",)"
            R"("at":"2027-01-15T08:00:05Z","link":"https://circle.example.org/#/console"})");
  EXPECT_EQ(c.signature, signature_of(c.body, "secret", now));
  EXPECT_THAT(c.signature, ::testing::MatchesRegex("t=1800000009,v1=[0-9a-f]+"));
  EXPECT_NE(c.signature, signature_of(c.body + " ", "secret", now));
  EXPECT_NE(c.signature, signature_of(c.body, "another", now));
}

TEST(letters, to_a_program_stay_json_whatever_the_organisation_is_called) {
  letterhead odd = head();
  odd.organisation = "a \"b\" \\ \n";
  EXPECT_THAT(call_for(page(), odd, "u", "s", {}).body, HasSubstr(R"("organisation":"a \"b\" \\ \u000A")"));
}

// RFC 4231's second case, over "t.body".
TEST(letters, sign_as_anyone_can_check) {
  EXPECT_EQ(signature_of("b", "Jefe", from_unix_ms(7'000)).substr(0, 7), "t=7,v1=");
  EXPECT_EQ(signature_of("b", "Jefe", from_unix_ms(7'000)).size(), 7u + 64u);
}

}  // namespace
}  // namespace nightlight::paging
