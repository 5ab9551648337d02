#include "sealing/text_form.hpp"

#include <gtest/gtest.h>

#include <set>

#include "sealing/random.hpp"

namespace nightlight::sealing {
namespace {

TEST(text_form, base64url_agrees_with_rfc_4648_without_padding) {
  EXPECT_EQ(to_base64url("f"), "Zg");
  EXPECT_EQ(to_base64url("foobar"), "Zm9vYmFy");
  EXPECT_EQ(to_base64url("\xfb\xff"), "-_8");
}

TEST(text_form, what_was_written_is_read_back_at_every_length) {
  for (std::size_t size = 0; size < 70; ++size) {
    const std::string bytes = random_bytes(size);
    EXPECT_EQ(from_base64url(to_base64url(bytes)), bytes);
    EXPECT_EQ(from_hex(to_hex(bytes)), bytes);
  }
}

TEST(text_form, only_one_spelling_of_a_value_is_read) {
  EXPECT_FALSE(from_base64url("Zh"));    // bits left over that are not zero
  EXPECT_FALSE(from_base64url("Zg=="));  // padding
  EXPECT_FALSE(from_base64url("Z"));     // six bits are no byte
  EXPECT_FALSE(from_base64url("Zg Zg"));
  EXPECT_FALSE(from_hex("AB"));
  EXPECT_FALSE(from_hex("a"));
  EXPECT_FALSE(from_hex("0"));
}

TEST(random, ids_have_their_form_and_do_not_repeat) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const room_id id = new_room_id();
    EXPECT_EQ(id.value.size(), 12u);
    EXPECT_EQ(id.value.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567"), std::string::npos);
    EXPECT_TRUE(seen.insert(id.value).second);
  }
  EXPECT_EQ(new_meeting_id().value.size(), 16u);
  EXPECT_EQ(new_person_id().value.size(), 16u);
}

}  // namespace
}  // namespace nightlight::sealing
