// A server of WebSocket connections and nothing else, on threads of its own: what the socket tests and the fan-out
// benchmark talk to. It upgrades every request it gets.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "transport/acceptor.hpp"
#include "transport/connection_limits.hpp"
#include "transport/dialogue.hpp"
#include "transport/shard.hpp"
#include "transport/tls_context.hpp"
#include "transport/websocket_session.hpp"

namespace nightlight::tests {

struct server_settings {
  transport::websocket_options options;
  transport::subprotocol speaks{"nightlight.v1", rooms::payload_kind::binary};
  const transport::tls_context* tls = nullptr;
  std::size_t shards = 1;
  std::size_t connections_max = 100'000;
  std::size_t connections_per_prefix_max = 0;
};

class socket_server {
 public:
  // Called on the connection's shard.
  using make_dialogue = std::function<std::unique_ptr<transport::dialogue>(transport::shard&)>;

  socket_server(server_settings settings, make_dialogue make);
  socket_server(const socket_server&) = delete;
  socket_server& operator=(const socket_server&) = delete;
  ~socket_server();

  std::uint16_t port() const { return acceptor_->local_endpoint().port(); }
  transport::shard& shard(std::size_t index = 0) { return *shards_[index]; }
  // Open sockets, from accepted to destroyed.
  std::size_t connections() const { return limits_.total(); }
  // Returns when no connection is left.
  void wait_until_nobody_is_connected();
  // Ends every connection; by default those that do not go at once are cut.
  void drain(transport::drain_plan plan = {std::chrono::milliseconds(0), std::chrono::milliseconds(0)});

 private:
  async::task<> serve(transport::shard& on, transport::stream socket);

  server_settings settings_;
  make_dialogue make_;
  transport::connection_limits limits_;
  std::vector<std::unique_ptr<transport::shard>> shards_;
  std::unique_ptr<transport::acceptor> acceptor_;
  bool drained_ = false;
};

// Runs a coroutine on the shard and waits for it from outside.
void run_on(transport::shard& shard, std::function<async::task<>()> work);

}  // namespace nightlight::tests
