// The clocks of a connection, with short times: sign-in, pings, dead peers, and readers that do not read.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "integration/support/transport_fixture.hpp"

namespace nightlight::tests {
namespace {

using std::chrono::milliseconds;

struct a_deadline_of_a_connection : over_both {
  server_settings settings;
  transport::websocket_options& options = settings.options;
};

INSTANTIATE_TEST_SUITE_P(over, a_deadline_of_a_connection, ::testing::Values(security::plain, security::tls),
                         over_both::name);

TEST_P(a_deadline_of_a_connection, ends_one_that_does_not_sign_in) {
  options.sign_in_within = milliseconds(100);
  serve(settings, GetParam());
  websocket_client silent = connect();
  EXPECT_EQ(closed_with(silent), 4401);
}

TEST_P(a_deadline_of_a_connection, for_sign_in_is_not_put_off_by_pings) {
  options.sign_in_within = milliseconds(400);
  serve(settings, GetParam());
  websocket_client client = connect();
  client.send(opcode::ping, "");
  EXPECT_EQ(client.receive().kind, opcode::pong);
  EXPECT_EQ(closed_with(client), 4401);
}

TEST_P(a_deadline_of_a_connection, asks_a_silent_one_whether_it_is_there) {
  options.ping_every = milliseconds(100);
  options.sign_in_within = options.dead_after = milliseconds(5'000);
  serve(settings, GetParam());
  websocket_client client = connect();
  for (int i = 0; i < 3; ++i) {
    const received_frame ping = client.receive();
    EXPECT_EQ(ping.kind, opcode::ping);
    client.send(opcode::pong, ping.payload);
  }
  client.send_binary("still here");
  EXPECT_EQ(client.receive_data().payload, "still here");
}

TEST_P(a_deadline_of_a_connection, cuts_one_that_does_not_answer_pings) {
  options.ping_every = milliseconds(100);
  options.dead_after = milliseconds(600);
  serve(settings, GetParam());
  websocket_client dead = connect();
  dead.receive_until_end();
  server->wait_until_nobody_is_connected();
}

TEST_P(a_deadline_of_a_connection, is_shorter_for_staff) {
  options.staff_ping_every = milliseconds(100);
  options.staff_dead_after = milliseconds(600);
  serve(settings, GetParam());
  websocket_client client = connect();
  client.send_binary("keep a staff pace");
  client.receive();
  EXPECT_EQ(client.receive().kind, opcode::ping);
  client.receive_until_end();
  server->wait_until_nobody_is_connected();
}

TEST_P(a_deadline_of_a_connection, cuts_one_that_reads_nothing_of_what_waits_for_it) {
  options.write_within = milliseconds(300);
  options.outbox = {10'000, 64 << 20};
  client_side.receive_buffer_bytes = 4096;
  serve(settings, GetParam());
  websocket_client client = connect();
  client.send_binary("push 5000 1000");
  server->wait_until_nobody_is_connected();
}

TEST_P(a_deadline_of_a_connection, cuts_one_that_does_not_answer_a_close) {
  options.write_within = milliseconds(300);
  serve(settings, GetParam());
  websocket_client client = connect();
  client.send_binary("close me");
  server->wait_until_nobody_is_connected();
  EXPECT_EQ(client.receive().close_code(), 4000);
}

}  // namespace
}  // namespace nightlight::tests
