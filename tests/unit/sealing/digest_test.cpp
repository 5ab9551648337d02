#include "sealing/digest.hpp"

#include <gtest/gtest.h>

#include "sealing/text_form.hpp"

namespace nightlight::sealing {
namespace {

TEST(digest, sha256_of_abc_is_the_published_value) {
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(digest, hmac_agrees_with_rfc_4231_case_2) {
  EXPECT_EQ(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(digest, an_empty_hmac_key_is_a_key_and_not_the_one_before) {
  const std::string empty = hmac_sha256("", "");
  hmac_sha256("another key", "x");
  EXPECT_EQ(hmac_sha256("", ""), empty);
  EXPECT_EQ(to_hex(empty), "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST(digest, hkdf_agrees_with_rfc_5869_case_1) {
  const std::string secret(22, '\x0b');
  const auto salt = from_hex("000102030405060708090a0b0c");
  const auto purpose = from_hex("f0f1f2f3f4f5f6f7f8f9");
  EXPECT_EQ(to_hex(hkdf_sha256(secret, *salt, *purpose, 42)),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
}

TEST(digest, constant_time_comparison_tells_equal_from_different) {
  EXPECT_TRUE(equal_in_constant_time("same", "same"));
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_FALSE(equal_in_constant_time("same", "sane"));
  EXPECT_FALSE(equal_in_constant_time("same", "same "));
}

}  // namespace
}  // namespace nightlight::sealing
