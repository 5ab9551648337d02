// What passes over a WebSocket: whole messages, in order, whatever their frames look like.
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "integration/support/transport_fixture.hpp"

namespace nightlight::tests {
namespace {

struct a_conversation : over_both {
  void SetUp() override {
    serve({}, GetParam());
    talk.emplace(connect());
  }
  websocket_client& client() { return *talk; }

  std::optional<websocket_client> talk;
};

INSTANTIATE_TEST_SUITE_P(over, a_conversation, ::testing::Values(security::plain, security::tls), over_both::name);

TEST_P(a_conversation, carries_a_message_both_ways) {
  client().send_binary("hello");
  const received_frame answer = client().receive();
  EXPECT_EQ(answer.kind, opcode::binary);
  EXPECT_EQ(answer.payload, "hello");
}

TEST_P(a_conversation, carries_an_empty_message) {
  client().send_binary("");
  EXPECT_EQ(client().receive().payload, "");
}

TEST_P(a_conversation, puts_fragments_together) {
  client().send(opcode::binary, "one ", false);
  client().send(opcode::continuation, "", false);
  client().send(opcode::continuation, "two ", false);
  client().send(opcode::continuation, "three");
  EXPECT_EQ(client().receive().payload, "one two three");
}

TEST_P(a_conversation, reads_a_message_that_comes_byte_by_byte) {
  for (const char b : websocket_client::frame_of(opcode::binary, "slowly")) client().send_bytes({&b, 1});
  EXPECT_EQ(client().receive().payload, "slowly");
}

TEST_P(a_conversation, keeps_the_order_of_messages_of_every_size) {
  std::string burst;
  std::vector<std::string> sent;
  for (std::size_t i = 0; i < 200; ++i) {
    sent.push_back(std::to_string(i) + std::string(i * 19 % 3000, 'x'));
    burst += websocket_client::frame_of(opcode::binary, sent.back());
  }
  client().send_bytes(burst);
  for (const std::string& message : sent) ASSERT_EQ(client().receive().payload, message);
}

TEST_P(a_conversation, answers_a_ping_between_fragments) {
  client().send(opcode::binary, "one ", false);
  client().send(opcode::ping, "are you there");
  client().send(opcode::continuation, "two");
  const received_frame pong = client().receive();
  EXPECT_EQ(pong.kind, opcode::pong);
  EXPECT_EQ(pong.payload, "are you there");
  EXPECT_EQ(client().receive().payload, "one two");
}

TEST_P(a_conversation, takes_longer_messages_once_she_is_signed_in) {
  client().send_binary("hello");
  client().receive();
  client().send_binary(std::string(16 * 1024, 'x'));
  EXPECT_EQ(client().receive().payload.size(), 16u * 1024);
}

}  // namespace
}  // namespace nightlight::tests
