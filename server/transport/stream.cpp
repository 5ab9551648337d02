#include "transport/stream.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <boost/asio/error.hpp>
#include <boost/system/errc.hpp>
#include <cassert>
#include <cerrno>
#include <cstring>

namespace nightlight::transport {
namespace {

constexpr std::size_t gather_max = 64;
constexpr std::size_t tls_record_max = 16 * 1024;

error_code from_errno(int number) {
  if (number == EAGAIN) return boost::asio::error::would_block;
  return {number, boost::system::system_category()};
}

// A lone frame, which is the everyday case, is cheaper to hand over without a message header.
ssize_t send_now(int socket, std::span<const std::string_view> views) {
  constexpr int flags = MSG_NOSIGNAL | MSG_DONTWAIT;
  if (views.size() == 1) return ::send(socket, views.front().data(), views.front().size(), flags);
  std::array<iovec, gather_max> parts;
  const std::size_t count = std::min(views.size(), parts.size());
  for (std::size_t i = 0; i < count; ++i) {
    parts[i] = {const_cast<char*>(views[i].data()), views[i].size()};
  }
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = count;
  return ::sendmsg(socket, &message, flags);
}

}  // namespace

void tls_deleter::operator()(SSL* connection) const { SSL_free(connection); }

stream::stream(tcp_socket socket, tls_connection tls, connection_limits::ticket place)
    : socket_(std::move(socket)), tls_(std::move(tls)), place_(std::move(place)) {
  if (tls_) SSL_set_fd(tls_.get(), socket_.native_handle());
}

boost::asio::ip::address stream::peer_address() const {
  error_code unconnected;
  return socket_.remote_endpoint(unconnected).address();
}

stream::written stream::try_write(std::span<const std::string_view> views) {
  return tls_ ? try_write_tls(views) : try_write_plain(views);
}

stream::written stream::try_write_plain(std::span<const std::string_view> views) {
  for (;;) {
    const ssize_t sent = send_now(socket_.native_handle(), views);
    if (sent >= 0) return {static_cast<std::size_t>(sent), {}};
    if (errno == EINTR) continue;
    blocked_on_ = wait_for::writable;
    return {0, from_errno(errno)};
  }
}

// SSL_write cannot gather, so small parts are copied together into one record. When the socket takes only a part of
// the record OpenSSL keeps the rest of it, encrypted, and insists on being offered the same bytes again.
stream::written stream::try_write_tls(std::span<const std::string_view> views) {
  assert(!views.empty());
  thread_local std::array<char, tls_record_max> record;
  const char* from = views.front().data();
  std::size_t size = std::min(views.front().size(), tls_record_max);
  if (views.size() > 1 && size < tls_record_max) {
    size = 0;
    for (const std::string_view part : views) {
      const std::size_t fits = std::min(part.size(), tls_record_max - size);
      std::memcpy(record.data() + size, part.data(), fits);
      size += fits;
      if (size == tls_record_max) break;
    }
    from = record.data();
  }
  const tls_step step = tls_write_some(from, size);
  if (step.next == wait_for::nothing) return {step.bytes, step.problem};
  blocked_on_ = step.next;
  return {0, boost::asio::error::would_block};
}

stream::tls_step stream::tls_shake_hands() {
  ERR_clear_error();
  return tls_outcome(SSL_accept(tls_.get()), 0);
}

stream::tls_step stream::tls_read_some(boost::asio::mutable_buffer into) {
  if (into.size() == 0) return {};
  ERR_clear_error();
  std::size_t bytes = 0;
  const int returned = SSL_read_ex(tls_.get(), into.data(), into.size(), &bytes);
  return tls_outcome(returned, bytes);
}

stream::tls_step stream::tls_write_some(const void* from, std::size_t size) {
  if (size == 0) return {};
  ERR_clear_error();
  std::size_t bytes = 0;
  const int returned = SSL_write_ex(tls_.get(), from, size, &bytes);
  return tls_outcome(returned, bytes);
}

stream::tls_step stream::tls_outcome(int returned, std::size_t bytes) const {
  if (returned == 1) return {wait_for::nothing, bytes, {}};
  const int number = errno;
  switch (SSL_get_error(tls_.get(), returned)) {
    case SSL_ERROR_WANT_READ: return {wait_for::readable, 0, {}};
    case SSL_ERROR_WANT_WRITE: return {wait_for::writable, 0, {}};
    case SSL_ERROR_ZERO_RETURN: return {wait_for::nothing, 0, boost::asio::error::eof};
    case SSL_ERROR_SYSCALL:
      return {wait_for::nothing, 0, number == 0 ? error_code(boost::asio::error::eof) : from_errno(number)};
    default: break;
  }
  if (ERR_GET_REASON(ERR_peek_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING) {
    return {wait_for::nothing, 0, boost::asio::error::eof};
  }
  return {wait_for::nothing, 0, make_error_code(boost::system::errc::protocol_error)};
}

void stream::end_output() {
  if (!socket_.is_open()) return;
  if (tls_ && SSL_is_init_finished(tls_.get())) {
    ERR_clear_error();
    SSL_shutdown(tls_.get());
  }
  error_code gone;
  socket_.shutdown(tcp_socket::shutdown_send, gone);
}

void stream::close() {
  error_code ignored;
  socket_.close(ignored);
}

}  // namespace nightlight::transport
