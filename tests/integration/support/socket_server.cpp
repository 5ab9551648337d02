#include "integration/support/socket_server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <exception>
#include <future>
#include <stdexcept>
#include <thread>
#include <utility>

#include "async/spawn.hpp"

namespace nightlight::tests {

namespace asio = boost::asio;
namespace http = boost::beast::http;

void run_on(transport::shard& shard, std::function<async::task<>()> work) {
  std::promise<void> done;
  asio::co_spawn(shard.executor(), work(), [&done](const std::exception_ptr& thrown) {
    if (thrown) {
      done.set_exception(thrown);
    } else {
      done.set_value();
    }
  });
  done.get_future().get();
}

socket_server::socket_server(server_settings settings, make_dialogue make)
    : settings_(std::move(settings)),
      make_(std::move(make)),
      limits_(settings_.connections_max, settings_.connections_per_prefix_max) {
  std::vector<transport::shard*> shards;
  for (std::size_t i = 0; i < settings_.shards; ++i) {
    shards_.push_back(std::make_unique<transport::shard>());
    shards.push_back(shards_.back().get());
  }
  acceptor_ = std::make_unique<transport::acceptor>(
      shards, limits_, settings_.tls, [this](transport::shard& on, transport::stream socket) {
        static_cast<void>(async::spawn(on.executor(), on.connections_gate(), "upgrade", serve(on, std::move(socket))));
      });
  if (acceptor_->open({asio::ip::address_v4::loopback(), 0}).has_error()) throw std::runtime_error("cannot listen");
  for (const auto& s : shards_) s->start();
  acceptor_->start();
}

socket_server::~socket_server() {
  drain();
  for (const auto& s : shards_) s->stop();
}

void socket_server::drain(transport::drain_plan plan) {
  if (std::exchange(drained_, true)) return;
  run_on(shard(), [this] { return acceptor_->async_stop(); });
  for (const auto& s : shards_) {
    run_on(*s, [&s, plan] { return s->async_drain(plan); });
  }
}

void socket_server::wait_until_nobody_is_connected() {
  while (connections() > 0) std::this_thread::yield();
}

async::task<> socket_server::serve(transport::shard& on, transport::stream socket) {
  error_code problem;
  co_await socket.async_handshake(asio::redirect_error(async::use_task, problem));
  if (problem) co_return;
  boost::beast::flat_buffer buffer;
  transport::upgrade_request request;
  co_await http::async_read(socket, buffer, request, asio::redirect_error(async::use_task, problem));
  if (problem) co_return;
  transport::serve_websocket(on, std::move(socket), std::move(request), settings_.speaks, make_(on), settings_.options);
}

}  // namespace nightlight::tests
