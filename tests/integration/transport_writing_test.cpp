// The write path against readers that are slow, that ping in the middle, or that want everything at once.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "integration/support/transport_fixture.hpp"

namespace nightlight::tests {
namespace {

struct a_writer : over_both {
  server_settings settings;

  websocket_client connect_with_little_room() {
    client_side.receive_buffer_bytes = 4096;
    return connect();
  }
};

INSTANTIATE_TEST_SUITE_P(over, a_writer, ::testing::Values(security::plain, security::tls), over_both::name);

// How many "push" messages arrived, each whole and in its place, before the connection was closed.
std::size_t count_numbered(websocket_client& client, std::size_t size, received_frame& last) {
  for (std::size_t count = 0;; ++count) {
    last = client.receive_data();
    if (last.kind != opcode::binary) return count;
    EXPECT_EQ(last.payload, echo_dialogue::numbered(count, size));
  }
}

TEST_P(a_writer, keeps_the_order_through_many_partial_writes) {
  settings.options.outbox = {100'000, 64 << 20};
  serve(settings, GetParam());
  websocket_client client = connect_with_little_room();
  client.send_binary("push 20000 300");
  for (std::size_t i = 0; i < 20'000; ++i) ASSERT_EQ(client.receive().payload, echo_dialogue::numbered(i, 300));
}

TEST_P(a_writer, sends_a_frame_far_larger_than_any_buffer) {
  settings.options.outbox = {10, 64 << 20};
  serve(settings, GetParam());
  websocket_client client = connect_with_little_room();
  client.send_binary("push 2 5000000");
  EXPECT_EQ(client.receive().payload, echo_dialogue::numbered(0, 5'000'000));
  EXPECT_EQ(client.receive().payload, echo_dialogue::numbered(1, 5'000'000));
}

TEST_P(a_writer, never_puts_a_pong_into_a_frame_that_is_half_sent) {
  settings.options.outbox = {1000, 64 << 20};
  serve(settings, GetParam());
  websocket_client client = connect_with_little_room();
  client.send_binary("push 3 1000000");
  std::string seen = client.receive_bytes(1000);  // the first frame is under way
  for (int i = 0; i < 5; ++i) client.send(opcode::ping, std::to_string(i));
  const std::size_t frame_bytes = 10 + 1'000'000;  // a 64-bit length
  while (seen.size() < 3 * frame_bytes) seen += client.receive_bytes(3 * frame_bytes - seen.size());
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(seen.substr(i * frame_bytes + 10, 1'000'000), echo_dialogue::numbered(i, 1'000'000));
  }
  for (int i = 0; i < 5; ++i) {
    const received_frame pong = client.receive();
    EXPECT_EQ(pong.kind, opcode::pong);
    EXPECT_EQ(pong.payload, std::to_string(i));
  }
}

TEST_P(a_writer, tells_a_reader_too_slow_for_its_outbox_to_resume) {
  serve(settings, GetParam());
  websocket_client client = connect_with_little_room();
  client.send_binary("push 400 600");
  client.receive();
  // 240 kB wait for a reader of one byte a turn; what is said meanwhile does not fit.
  for (int i = 0; i < 20; ++i) {
    client.receive_bytes(1);
    client.send_binary("push 20 600");
  }
  while (echo_dialogue::open > 0) client.receive_bytes(1);
  EXPECT_EQ(echo_dialogue::alive, 0) << "its dialogue goes at once, although the socket is not closed yet";
  client.receive_bytes(1);
}

TEST_P(a_writer, closes_with_4408_after_the_frames_it_had_begun) {
  serve(settings, GetParam());
  websocket_client client = connect_with_little_room();
  client.send_binary("push 2000 1000");
  received_frame last;
  const std::size_t count = count_numbered(client, 1000, last);
  EXPECT_LT(count, 2000u);
  EXPECT_EQ(last.close_code(), 4408);
  EXPECT_EQ(last.payload.substr(2), "resume");
  client.send(opcode::close, last.payload);
  client.receive_until_end();
}

TEST_P(a_writer, is_not_grown_by_a_client_that_pings_and_never_reads) {
  settings.options.outbox = {64, 16 * 1024};
  serve(settings, GetParam());
  websocket_client client = connect_with_little_room();
  client.send_binary("hello");
  std::string flood;
  for (int i = 0; i < 2000; ++i) flood += websocket_client::frame_of(opcode::ping, std::string(125, 'p'));
  while (echo_dialogue::open > 0) client.send_bytes(flood);
}

}  // namespace
}  // namespace nightlight::tests
