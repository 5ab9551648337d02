#include "domain/mail/mail_address.hpp"

#include <gtest/gtest.h>

#include <string>

namespace nightlight::domain {
namespace {

TEST(a_mail_address, is_one_plain_mailbox) {
  for (const char* good : {"ana@example.org", "a.b+c@sub.example.org", "x@localhost", "o'hara@example.org"}) {
    EXPECT_EQ(check_mail_address(good), std::nullopt) << good;
  }
}

TEST(a_mail_address, that_is_none_says_why) {
  const auto why = [](const std::string& typed) { return check_mail_address(typed); };
  EXPECT_EQ(why("ana@example.org\r\nBcc: bea@example.org"), address_problem::breaks_line);
  EXPECT_EQ(why("ana@example.org\n"), address_problem::breaks_line);
  EXPECT_EQ(why(std::string("ana\0@example.org", 16)), address_problem::breaks_line);
  EXPECT_EQ(why("añá@example.org"), address_problem::not_plain);
  EXPECT_EQ(why("ana@ejemplo.españa"), address_problem::not_plain);
  EXPECT_EQ(why("ana@example.org,bea@example.org"), address_problem::two_at_signs);
  EXPECT_EQ(why("ana@@example.org"), address_problem::two_at_signs);
  for (const char* none : {"", "ana", "@example.org", "ana@", "a b@example.org", "<ana@example.org>", ".a@example.org",
                           "a.@example.org", "a..b@example.org", "ana@-example.org", "ana@example..org", "ana@example.",
                           "ana@exam_ple.org", "ana@[127.0.0.1]"}) {
    EXPECT_EQ(why(none), address_problem::not_an_address) << none;
  }
}

TEST(a_mail_address, has_254_characters_at_most) {
  EXPECT_EQ(check_mail_address(std::string(242, 'a') + "@example.org"), std::nullopt);
  EXPECT_EQ(check_mail_address(std::string(243, 'a') + "@example.org"), address_problem::too_long);
}

}  // namespace
}  // namespace nightlight::domain
