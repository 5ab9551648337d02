#include <gtest/gtest.h>

#include "transport/conversation.hpp"

namespace nightlight::transport {
namespace {

TEST(code_tries, five_of_one_session_and_then_one_a_minute) {
  code_tries tries;
  const token_bucket::time_point start{};
  for (int i = 0; i < 5; ++i) EXPECT_EQ(tries.ask("ana", "here", start), std::nullopt);
  EXPECT_EQ(tries.ask("ana", "here", start), std::chrono::milliseconds{60'000});
  EXPECT_EQ(tries.ask("bea", "here", start), std::nullopt) << "another's are her own";
  EXPECT_EQ(tries.ask("ana", "here", start + std::chrono::seconds{60}), std::nullopt);
}

TEST(code_tries, twenty_of_one_address_however_many_sessions_it_begins) {
  code_tries tries;
  const token_bucket::time_point start{};
  for (int i = 0; i < 20; ++i) EXPECT_EQ(tries.ask("session " + std::to_string(i), "here", start), std::nullopt);
  EXPECT_EQ(tries.ask("one more", "here", start), std::chrono::milliseconds{6'000});
  EXPECT_EQ(tries.ask("one more", "there", start), std::nullopt);
}

}  // namespace
}  // namespace nightlight::transport
