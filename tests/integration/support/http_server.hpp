// The HTTP front on real sockets and a shard of its own, over an API on a store in memory. A conversation answers every
// message with itself and ends when its session does.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "integration/support/echo_dialogue.hpp"
#include "integration/support/socket_server.hpp"
#include "support/api_front.hpp"
#include "transport/http_session.hpp"

namespace nightlight::tests {

// As chat ends: the first message proves her, and the end of the session closes the line.
class watched_echo final : public transport::dialogue {
 public:
  watched_echo(transport::upgrade_ticket ticket, instant now) : ticket_(std::move(ticket)), now_(now) {}

  void opened(transport::line& l) override {
    line_ = &l;
    ticket_.session.watch.when_over([this] { line_->close(4401, "session over"); });
  }
  void received(std::string_view payload) override {
    if (!proved_ && !ticket_.prove(payload, now_)) return line_->close(4401, "not hers");
    const std::string_view said = std::exchange(proved_, true) ? payload : "welcome";
    line_->outbox().push(rooms::frame::make(said, ticket_.kind));
  }
  bool signed_in() const override { return proved_; }
  void closed() override { ticket_.session.watch = {}; }

 private:
  transport::upgrade_ticket ticket_;
  instant now_;
  transport::line* line_ = nullptr;
  bool proved_ = false;
};

struct http_server_settings {
  transport::http_rules limits = {};
  std::string static_folder = {};
  const transport::tls_context* tls = nullptr;
  std::vector<transport::network> proxies = {};
  std::size_t shards = 1;
  std::vector<std::string> framed_by = {};
};

class http_server {
 public:
  explicit http_server(http_server_settings settings = {})
      : api({"localhost"}, settings.static_folder, settings.framed_by),
        rules_(transport::rules_for(api.ours, std::move(settings.limits))),
        front_{rules_,
               api.ours,
               api.paths,
               api.sessions,
               std::move(settings.proxies),
               [this] { return api.clock.now(); },
               [this](transport::shard&, transport::upgrade_ticket ticket) {
                 return std::make_unique<watched_echo>(std::move(ticket), api.clock.now());
               },
               conversation_} {
    std::vector<transport::shard*> all;
    for (std::size_t i = 0; i < settings.shards; ++i) {
      shards_.push_back(std::make_unique<transport::shard>());
      all.push_back(shards_.back().get());
    }
    acceptor_ = std::make_unique<transport::acceptor>(
        all, limits_, settings.tls,
        [this](transport::shard& on, transport::stream socket) { serve_http(on, std::move(socket), front_); });
    if (!acceptor_->open({boost::asio::ip::address_v4::loopback(), 0})) throw std::runtime_error("cannot listen");
    for (const auto& s : shards_) s->start();
    acceptor_->start();
  }
  http_server(const http_server&) = delete;
  http_server& operator=(const http_server&) = delete;
  ~http_server() {
    drain();
    for (const auto& s : shards_) s->stop();
  }

  void drain(transport::drain_plan plan = {std::chrono::milliseconds(0), std::chrono::milliseconds(0)}) {
    if (std::exchange(drained_, true)) return;
    run_on(*shards_.front(), [this] { return acceptor_->async_stop(); });
    for (const auto& s : shards_) {
      run_on(*s, [&s, plan] { return s->async_drain(plan); });
    }
  }

  std::uint16_t port() const { return acceptor_->local_endpoint().port(); }
  std::size_t connections() const { return limits_.total(); }
  transport::shard& shard(std::size_t index = 0) { return *shards_[index]; }

  testing::api_front api;

 private:
  const transport::http_rules rules_;
  const transport::websocket_options conversation_;
  const transport::http_front front_;
  transport::connection_limits limits_{100'000, 0};
  std::vector<std::unique_ptr<transport::shard>> shards_;
  std::unique_ptr<transport::acceptor> acceptor_;
  bool drained_ = false;
};

}  // namespace nightlight::tests
