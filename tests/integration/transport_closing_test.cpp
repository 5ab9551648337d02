// How connections end: who says so, with which code, and that nothing is left behind.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>

#include "integration/support/transport_fixture.hpp"

namespace nightlight::tests {
namespace {

using std::chrono::milliseconds;

struct a_closing : over_both {
  void SetUp() override { serve({}, GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(over, a_closing, ::testing::Values(security::plain, security::tls), over_both::name);

TEST_P(a_closing, by_the_client_is_answered_with_the_same_code) {
  websocket_client client = connect();
  client.send(opcode::close, std::string("\x03\xe8", 2));
  const received_frame answer = client.receive();
  EXPECT_EQ(answer.kind, opcode::close);
  EXPECT_EQ(answer.close_code(), 1000);
  client.receive_until_end();
  client.shutdown_output();
  server->wait_until_nobody_is_connected();
}

TEST_P(a_closing, by_the_client_follows_what_was_queued) {
  websocket_client client = connect();
  client.send_bytes(websocket_client::frame_of(opcode::binary, "push 100 1000") +
                    websocket_client::frame_of(opcode::close, std::string("\x03\xe8", 2)));
  for (std::size_t i = 0; i < 100; ++i) ASSERT_EQ(client.receive().payload, echo_dialogue::numbered(i, 1000));
  EXPECT_EQ(client.receive().close_code(), 1000);
}

TEST_P(a_closing, by_the_dialogue_carries_its_code_and_reason_once) {
  websocket_client client = connect();
  client.send_binary("close me twice");
  const received_frame frame = client.receive();
  EXPECT_EQ(frame.close_code(), 4000);
  EXPECT_EQ(frame.payload.substr(2), "as you wish");
  client.send(opcode::close, frame.payload);
  EXPECT_EQ(client.receive_bytes(1), "");
}

TEST_P(a_closing, takes_no_more_messages) {
  websocket_client client = connect();
  client.send_bytes(websocket_client::frame_of(opcode::binary, "close me") +
                    websocket_client::frame_of(opcode::binary, "too late"));
  EXPECT_EQ(client.receive().kind, opcode::close);
  client.send(opcode::close, std::string("\x0f\xa0", 2));
  EXPECT_EQ(client.receive_bytes(1), "");
}

TEST_P(a_closing, follows_a_frame_of_the_wrong_kind) {
  websocket_client client = connect();
  client.send(opcode::text, "hello");
  EXPECT_EQ(closed_with(client), 1003);
}

TEST_P(a_closing, follows_a_broken_frame) {
  websocket_client client = connect();
  client.send_bytes(std::string("\xc2\x80\x00\x00\x00\x00", 6));  // a reserved bit
  EXPECT_EQ(client.receive().close_code(), 1002);
  client.receive_until_end();
}

TEST_P(a_closing, follows_a_frame_without_a_mask) {
  websocket_client client = connect();
  client.send_bytes(std::string("\x82\x02hi", 4));
  EXPECT_EQ(client.receive().close_code(), 1002);
}

TEST_P(a_closing, follows_a_message_too_long_before_sign_in) {
  websocket_client client = connect();
  client.send_binary(std::string(4 * 1024 + 1, 'x'));
  EXPECT_EQ(client.receive().close_code(), 1009);
}

TEST_P(a_closing, follows_a_message_too_long_although_its_rest_is_still_coming) {
  websocket_client client = connect();
  client.send_binary("hello");
  client.receive();
  client.send_binary(std::string(1024 * 1024, 'x'));
  EXPECT_EQ(client.receive().close_code(), 1009);
}

TEST_P(a_closing, follows_fragments_that_are_too_long_together) {
  websocket_client client = connect();
  client.send(opcode::binary, std::string(4000, 'x'), false);
  client.send(opcode::continuation, std::string(97, 'x'));
  EXPECT_EQ(client.receive().close_code(), 1009);
}

TEST_P(a_closing, when_the_server_stops_tells_the_client_to_come_back) {
  websocket_client client = connect();
  websocket_client silent = connect();
  std::thread stopping([this] { server->drain({milliseconds(100), milliseconds(300)}); });
  EXPECT_EQ(client.receive().payload, "bye");
  EXPECT_EQ(closed_with(client), 1012);
  stopping.join();  // the silent one was cut
  EXPECT_EQ(server->connections(), 0u);
}

TEST_P(a_closing, is_noticed_when_a_client_vanishes) {
  websocket_client client = connect();
  websocket_client half_closed = connect();
  client.reset();
  half_closed.shutdown_output();
  server->wait_until_nobody_is_connected();
  EXPECT_EQ(echo_dialogue::alive, 0);
}

TEST_P(a_closing, of_a_client_that_vanishes_in_the_middle_of_a_large_answer_leaves_nothing) {
  client_side.receive_buffer_bytes = 4096;
  websocket_client client = connect();
  client.send_binary("push 200 1000");
  client.receive();
  client.reset();
  server->wait_until_nobody_is_connected();
  EXPECT_EQ(echo_dialogue::alive, 0);
}

struct in_json : transport_fixture {
  void SetUp() override {
    server_settings settings;
    settings.speaks = {"nightlight.v1.json", rooms::payload_kind::text};
    serve(settings);
  }
};

TEST_F(in_json, text_frames_are_answered_with_text) {
  websocket_client client = connect();
  client.send(opcode::text, "{\"\xc3\xb1\":1}");
  const received_frame answer = client.receive();
  EXPECT_EQ(answer.kind, opcode::text);
  EXPECT_EQ(answer.payload, "{\"\xc3\xb1\":1}");
}

TEST_F(in_json, bytes_that_are_not_utf8_end_the_connection) {
  websocket_client client = connect();
  client.send(opcode::text, "\xff\xfe");
  EXPECT_EQ(client.receive().close_code(), 1007);
}

TEST_F(in_json, binary_frames_are_the_wrong_kind) {
  websocket_client client = connect();
  client.send_binary("hello");
  EXPECT_EQ(closed_with(client), 1003);
}

TEST_F(in_json, the_subprotocol_is_confirmed) {
  websocket_client client(server->port(), client_side);
  const std::string head = client.upgrade();
  EXPECT_NE(head.find("Sec-WebSocket-Protocol: nightlight.v1.json\r\n"), std::string::npos) << head;
  EXPECT_EQ(head.find("Beast"), std::string::npos) << head;
}

TEST_F(in_json, an_upgrade_that_is_wrong_is_refused_and_ends_the_connection) {
  websocket_client client(server->port(), client_side);
  const std::string head = client.upgrade_with("GET /chat HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_TRUE(head.starts_with("HTTP/1.1 4")) << head;
  client.receive_until_end();
}

}  // namespace
}  // namespace nightlight::tests
