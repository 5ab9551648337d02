// What the socket tests share: a server that echoes, over plain TCP or TLS, and a check that nothing outlives it.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "integration/support/certificate.hpp"
#include "integration/support/echo_dialogue.hpp"
#include "integration/support/socket_server.hpp"
#include "integration/support/websocket_client.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::tests {

enum class security { plain, tls };

class transport_fixture : public ::testing::Test {
 protected:
  // Before the first client. The settings' `tls` is filled in.
  void serve(server_settings settings, security over = security::plain) {
    if (over == security::tls) {
      write_certificate(certificate_file, key_file, 1);
      ASSERT_TRUE(tls.load());
      settings.tls = &tls;
    }
    client_side.tls = over == security::tls;
    client_side.subprotocol = settings.speaks.name;
    server.emplace(settings,
                   [kind = settings.speaks.kind](transport::shard&) { return std::make_unique<echo_dialogue>(kind); });
  }

  websocket_client connect() {
    websocket_client client(server->port(), client_side);
    EXPECT_NE(client.upgrade().find(" 101 "), std::string::npos);
    return client;
  }

  // Reads the close frame, answers it, and sees the socket closed.
  static std::uint16_t closed_with(websocket_client& client) {
    received_frame frame = client.receive_data();
    while (frame.kind != opcode::close) frame = client.receive_data();
    client.send(opcode::close, frame.payload);
    client.receive_until_end();
    return frame.close_code();
  }

  void TearDown() override {
    if (!server) return;
    server->drain();
    EXPECT_EQ(echo_dialogue::open, 0);
    EXPECT_EQ(echo_dialogue::alive, 0);
    EXPECT_EQ(server->connections(), 0u);
  }

  nightlight::testing::temporary_directory directory;
  const std::string certificate_file = directory.file("certificate.pem");
  const std::string key_file = directory.file("key.pem");
  transport::tls_context tls{certificate_file, key_file};
  client_settings client_side;
  std::optional<socket_server> server;
};

class over_both : public transport_fixture, public ::testing::WithParamInterface<security> {
 public:
  static std::string name(const ::testing::TestParamInfo<security>& info) {
    return info.param == security::tls ? "tls" : "plain";
  }
};

}  // namespace nightlight::tests
