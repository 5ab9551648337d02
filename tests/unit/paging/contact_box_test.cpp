#include "paging/contact_box.hpp"

#include <gtest/gtest.h>

#include "support/temporary_directory.hpp"

namespace nightlight::paging {
namespace {

TEST(contact_box, opens_for_the_one_it_was_sealed_for_and_after_a_restart) {
  const nightlight::testing::temporary_directory keys;
  const person_id kim{"kim"};
  const std::string sealed = contact_box(keys.path()).seal(kim, private_text{"kim@example.org"});
  EXPECT_EQ(sealed.find("example"), std::string::npos);
  const contact_box again(keys.path());
  EXPECT_EQ(again.open(kim, sealed)->reveal(), "kim@example.org");
  EXPECT_EQ(again.open(person_id{"lee"}, sealed).error(), failure::corrupt);
  EXPECT_EQ(again.open(kim, sealed.substr(1)).error(), failure::corrupt);
  EXPECT_TRUE(again.open(kim, "").has_error());
  contact_box::forget(keys.path());
  EXPECT_TRUE(contact_box(keys.path()).open(kim, sealed).has_error());
}

TEST(contact_box, takes_one_mailbox_and_nothing_that_could_be_more) {
  for (const char* good : {"kim@example.org", "a.b+c@sub.example.org", "x@localhost", "o'hara@example.org"}) {
    EXPECT_TRUE(is_mail_address(good)) << good;
  }
  for (const char* wrong : {"", "@", "kim", "kim@", "@example.org", "kim@-x", "kim@.x", "kim@x.", "a b@example.org",
                            "kim@example.org\r\nBcc: lee@example.org", "kim@example.org,lee@example.org",
                            "<kim@example.org>", "\"kim\"@example.org", "kim@exa@mple.org", "kím@example.org"}) {
    EXPECT_FALSE(is_mail_address(wrong)) << wrong;
  }
  EXPECT_TRUE(is_mail_address(std::string(242, 'a') + "@example.org"));
  EXPECT_FALSE(is_mail_address(std::string(243, 'a') + "@example.org"));
}

}  // namespace
}  // namespace nightlight::paging
