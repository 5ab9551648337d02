// A connected socket, plain or under TLS, behind one class: what HTTP and WebSocket sessions read from and write to.
// Beside Asio's asynchronous reads and writes it offers try_write(), the write path of the rooms: as much as the
// kernel takes now, in one gathered system call, without waiting. OpenSSL works on the descriptor itself, because an
// asio::ssl::stream keeps 75 kB for every connection. Belongs to one shard; move it only while nothing is pending.
#pragma once

#include <openssl/types.h>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "async/awaitable.hpp"
#include "base/result.hpp"
#include "transport/connection_limits.hpp"

namespace nightlight::transport {

using tcp_socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, async::executor>;

struct tls_deleter {
  void operator()(SSL* connection) const;
};
// One TLS connection that has not been given a descriptor yet; see tls_context.
using tls_connection = std::unique_ptr<SSL, tls_deleter>;

class stream {
 public:
  using executor_type = async::executor;

  // `tls` is null for a plain connection. The ticket is given back when the stream is destroyed.
  explicit stream(tcp_socket socket, tls_connection tls = nullptr, connection_limits::ticket place = {});

  executor_type get_executor() { return socket_.get_executor(); }
  bool is_open() const { return socket_.is_open(); }
  bool encrypted() const { return tls_ != nullptr; }
  // The other end of the socket, which behind a proxy is the proxy.
  boost::asio::ip::address peer_address() const;

  // The server's side of the TLS handshake, before anything else; at once when the stream is plain. void(error_code)
  template <class Token>
  auto async_handshake(Token&& token);

  // As Asio's own: void(error_code, size_t). One read and one write may be under way at a time; a clean end of TLS
  // and an abrupt one are both asio::error::eof, since what is spoken here has its own ends.
  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token);
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token);

  struct written {
    std::size_t bytes = 0;
    error_code problem;  // would_block: wait until the stream is writable, then offer the same bytes first
  };
  // Writes the front of `views` as far as it goes now. Under TLS that is one record of at most 16 kB.
  written try_write(std::span<const std::string_view> views);
  // Completes when try_write(), having said would_block, is worth another try. void(error_code)
  template <class Token>
  auto async_wait_writable(Token&& token);

  // Tells the other side that no more will come. What was written before still arrives.
  void end_output();
  // What is pending completes with operation_aborted. Idempotent.
  void close();

 private:
  enum class wait_for : std::uint8_t { nothing, readable, writable };
  struct tls_step {
    wait_for next = wait_for::nothing;
    std::size_t bytes = 0;
    error_code problem;
  };
  struct tls_handshake {
    tls_step operator()(stream& s) const { return s.tls_shake_hands(); }
  };
  struct tls_read {
    boost::asio::mutable_buffer into;
    tls_step operator()(stream& s) const { return s.tls_read_some(into); }
  };
  struct tls_write {
    boost::asio::const_buffer from;
    tls_step operator()(stream& s) const { return s.tls_write_some(from.data(), from.size()); }
  };
  template <class Try>
  class tls_operation;

  tls_step tls_shake_hands();
  tls_step tls_read_some(boost::asio::mutable_buffer into);
  tls_step tls_write_some(const void* from, std::size_t size);
  tls_step tls_outcome(int returned, std::size_t bytes) const;
  written try_write_plain(std::span<const std::string_view> views);
  written try_write_tls(std::span<const std::string_view> views);

  template <class Try, class Handler>
  void start_tls(Try attempt, Handler& handler);
  template <class Buffer, class Buffers>
  static Buffer first_filled(const Buffers& buffers);

  tcp_socket socket_;
  tls_connection tls_;
  connection_limits::ticket place_;
  wait_for blocked_on_ = wait_for::writable;
};

// Tries; waits for what OpenSSL wants, which for a read may be writability and the other way round; tries again.
template <class Try>
class stream::tls_operation {
 public:
  tls_operation(stream& s, Try attempt) : stream_(&s), attempt_(attempt) {}

  template <class Self>
  void operator()(Self& self, const error_code& waited = {}) {
    if (!finished_) {
      step_ = waited ? tls_step{wait_for::nothing, 0, waited} : attempt_(*stream_);
      const bool completes_in_initiation = !std::exchange(initiated_, true);
      switch (step_.next) {
        case wait_for::readable: return stream_->socket_.async_wait(tcp_socket::wait_read, std::move(self));
        case wait_for::writable: return stream_->socket_.async_wait(tcp_socket::wait_write, std::move(self));
        case wait_for::nothing: finished_ = true;
      }
      if (completes_in_initiation) return boost::asio::post(stream_->get_executor(), std::move(self));
    }
    self.complete(step_.problem, step_.bytes);
  }

 private:
  stream* stream_;
  Try attempt_;
  tls_step step_;
  bool initiated_ = false;
  bool finished_ = false;
};

template <class Try, class Handler>
void stream::start_tls(Try attempt, Handler& handler) {
  boost::asio::async_compose<Handler, void(error_code, std::size_t)>(tls_operation<Try>(*this, attempt), handler,
                                                                     socket_);
}

template <class Buffer, class Buffers>
Buffer stream::first_filled(const Buffers& buffers) {
  for (auto it = boost::asio::buffer_sequence_begin(buffers); it != boost::asio::buffer_sequence_end(buffers); ++it) {
    const Buffer b(*it);
    if (b.size() > 0) return b;
  }
  return {};
}

template <class Buffers, class Token>
auto stream::async_read_some(const Buffers& buffers, Token&& token) {
  return boost::asio::async_initiate<Token, void(error_code, std::size_t)>(
      [this](auto handler, const Buffers& into) {
        if (tls_) {
          start_tls(tls_read{first_filled<boost::asio::mutable_buffer>(into)}, handler);
        } else {
          socket_.async_read_some(into, std::move(handler));
        }
      },
      token, buffers);
}

template <class Buffers, class Token>
auto stream::async_write_some(const Buffers& buffers, Token&& token) {
  return boost::asio::async_initiate<Token, void(error_code, std::size_t)>(
      [this](auto handler, const Buffers& from) {
        if (tls_) {
          start_tls(tls_write{first_filled<boost::asio::const_buffer>(from)}, handler);
        } else {
          socket_.async_write_some(from, std::move(handler));
        }
      },
      token, buffers);
}

template <class Token>
auto stream::async_handshake(Token&& token) {
  return boost::asio::async_initiate<Token, void(error_code)>(
      [this](auto handler) {
        auto without_size = [handler = std::move(handler)](const error_code& problem, std::size_t) mutable {
          std::move(handler)(problem);
        };
        auto on_shard = boost::asio::bind_executor(get_executor(), std::move(without_size));
        if (tls_) {
          start_tls(tls_handshake{}, on_shard);
        } else {
          boost::asio::post(get_executor(),
                            [done = std::move(on_shard)]() mutable { std::move(done)(error_code(), std::size_t(0)); });
        }
      },
      token);
}

template <class Token>
auto stream::async_wait_writable(Token&& token) {
  return socket_.async_wait(blocked_on_ == wait_for::readable ? tcp_socket::wait_read : tcp_socket::wait_write,
                            std::forward<Token>(token));
}

}  // namespace nightlight::transport
