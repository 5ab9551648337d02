// Accepts connections on one endpoint and deals them to the shards in turn. It survives running out of descriptors: it
// pauses, says so and goes on. What is spoken on a connection is not its business.
#pragma once

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstddef>
#include <functional>
#include <vector>

#include "async/gate.hpp"
#include "base/result.hpp"
#include "transport/connection_limits.hpp"
#include "transport/shard.hpp"
#include "transport/stream.hpp"
#include "transport/tls_context.hpp"

namespace nightlight::transport {

class acceptor {
 public:
  // Called on the shard that will serve the connection. A TLS stream has not shaken hands yet.
  using serve = std::function<void(shard&, stream)>;

  // `shards` (at least one), `limits` and `tls` outlive the acceptor and every connection; `tls` is null for plain
  // connections. The acceptor itself runs on the first shard.
  acceptor(std::vector<shard*> shards, connection_limits& limits, const tls_context* tls, serve serve_connection);

  // Binds and listens; connections wait in the backlog until start(). Port 0 takes a free one.
  result<void> open(const boost::asio::ip::tcp::endpoint& at);
  boost::asio::ip::tcp::endpoint local_endpoint() const;

  // Any thread. Once, after open().
  void start();
  // On the first shard. Closes the endpoint, and completes when nothing more will be accepted. Idempotent.
  async::task<> async_stop();

 private:
  async::task<> run();
  // Takes what waits; false when the machine cannot take more now, for want of descriptors or memory.
  bool accept_waiting();
  void deal(int descriptor, const boost::asio::ip::address& from);

  std::vector<shard*> shards_;
  connection_limits& limits_;
  const tls_context* tls_;
  serve serve_;
  boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, async::executor> socket_;
  async::timer pause_;
  async::gate gate_;
  std::size_t next_shard_ = 0;
};

}  // namespace nightlight::transport
