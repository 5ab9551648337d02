#include "integration/support/websocket_client.hpp"

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace nightlight::tests {
namespace {

constexpr timeval patience{10, 0};
constexpr std::array<unsigned char, 4> mask{0x12, 0x34, 0x56, 0x78};

[[noreturn]] void fail(const char* what) { throw std::runtime_error(std::string(what) + ": " + std::strerror(errno)); }

int connect_to(std::uint16_t port, int receive_buffer_bytes) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) fail("socket");
  if (receive_buffer_bytes > 0) {
    ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
  }
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(port);
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) {
    ::close(socket);
    fail("connect");
  }
  return socket;
}

}  // namespace

struct websocket_client::connection_state {
  client_settings settings;
  int socket = -1;
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context{nullptr, &SSL_CTX_free};
  std::unique_ptr<SSL, decltype(&SSL_free)> tls{nullptr, &SSL_free};

  ~connection_state() {
    if (socket >= 0) ::close(socket);
  }
};

std::uint16_t received_frame::close_code() const {
  if (payload.size() < 2) return 1005;
  return static_cast<std::uint16_t>(static_cast<unsigned char>(payload[0]) << 8 |
                                    static_cast<unsigned char>(payload[1]));
}

websocket_client::websocket_client(std::uint16_t port, client_settings settings)
    : state_(std::make_unique<connection_state>()) {
  std::signal(SIGPIPE, SIG_IGN);
  state_->settings = std::move(settings);
  state_->socket = connect_to(port, state_->settings.receive_buffer_bytes);
  if (!state_->settings.tls) return;
  state_->context.reset(SSL_CTX_new(TLS_client_method()));
  state_->tls.reset(SSL_new(state_->context.get()));
  SSL_set_fd(state_->tls.get(), state_->socket);
}

websocket_client::websocket_client(websocket_client&&) noexcept = default;
websocket_client::~websocket_client() = default;

std::string websocket_client::upgrade() {
  std::string request =
      "GET /chat HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
  request += "Sec-WebSocket-Protocol: " + state_->settings.subprotocol + "\r\n\r\n";
  return upgrade_with(request);
}

std::string websocket_client::upgrade_with(const std::string& request) {
  send_bytes(request);
  std::string head;
  while (!head.ends_with("\r\n\r\n")) head += read_exactly(1);
  return head;
}

std::string websocket_client::frame_of(opcode kind, std::string_view payload, bool final) {
  std::string bytes(1, static_cast<char>(static_cast<unsigned>(kind) | (final ? 0x80u : 0u)));
  const auto append = [&bytes](std::uint64_t value, int count) {
    for (int shift = (count - 1) * 8; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(value >> shift & 0xff));
  };
  if (payload.size() < 126) {
    append(0x80 | payload.size(), 1);
  } else if (payload.size() < 65536) {
    append(0x80 | 126, 1);
    append(payload.size(), 2);
  } else {
    append(0x80 | 127, 1);
    append(payload.size(), 8);
  }
  bytes.append(reinterpret_cast<const char*>(mask.data()), mask.size());
  for (std::size_t i = 0; i < payload.size(); ++i) {
    bytes.push_back(static_cast<char>(static_cast<unsigned char>(payload[i]) ^ mask[i % mask.size()]));
  }
  return bytes;
}

void websocket_client::send(opcode kind, std::string_view payload, bool final) {
  send_bytes(frame_of(kind, payload, final));
}

void websocket_client::send_bytes(std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t sent = 0;
    if (state_->tls) {
      if (!SSL_is_init_finished(state_->tls.get()) && SSL_connect(state_->tls.get()) != 1) fail("TLS handshake");
      sent = SSL_write(state_->tls.get(), bytes.data(), static_cast<int>(bytes.size()));
    } else {
      sent = ::send(state_->socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
    if (sent <= 0) fail("send");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::size_t websocket_client::read_into(char* to, std::size_t size) {
  errno = 0;
  const ssize_t got =
      state_->tls ? SSL_read(state_->tls.get(), to, static_cast<int>(size)) : ::recv(state_->socket, to, size, 0);
  if (got < 0 && errno != ECONNRESET) fail("receive");
  return got > 0 ? static_cast<std::size_t>(got) : 0;
}

std::string websocket_client::receive_bytes(std::size_t bytes_max) {
  std::string bytes(bytes_max, '\0');
  bytes.resize(read_into(bytes.data(), bytes.size()));
  return bytes;
}

std::string websocket_client::read_exactly(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t have = 0; have < size;) {
    const std::size_t got = read_into(bytes.data() + have, size - have);
    if (got == 0) throw std::runtime_error("the server closed the socket");
    have += got;
  }
  return bytes;
}

received_frame websocket_client::receive() {
  const auto number = [](const std::string& bytes) {
    std::uint64_t value = 0;
    for (const char b : bytes) value = value << 8 | static_cast<unsigned char>(b);
    return value;
  };
  const std::string head = read_exactly(2);
  std::uint64_t size = static_cast<unsigned char>(head[1]);
  if (size == 126) size = number(read_exactly(2));
  if (size == 127) size = number(read_exactly(8));
  return {static_cast<opcode>(head[0] & 0x0f), read_exactly(size)};
}

received_frame websocket_client::receive_data() {
  for (;;) {
    received_frame frame = receive();
    if (frame.kind != opcode::ping) return frame;
  }
}

void websocket_client::receive_until_end() {
  while (!receive_bytes(65536).empty()) continue;
}

long websocket_client::certificate_serial() const {
  const std::unique_ptr<X509, decltype(&X509_free)> certificate(SSL_get1_peer_certificate(state_->tls.get()),
                                                                &X509_free);
  return certificate ? ASN1_INTEGER_get(X509_get0_serialNumber(certificate.get())) : 0;
}

bool websocket_client::session_resumed() const { return SSL_session_reused(state_->tls.get()) == 1; }

void websocket_client::resume_from(const websocket_client& earlier) {
  SSL_set_session(state_->tls.get(), SSL_get0_session(earlier.state_->tls.get()));
}

void websocket_client::reset() {
  const linger at_once{1, 0};
  ::setsockopt(state_->socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  ::close(std::exchange(state_->socket, -1));
}

void websocket_client::shutdown_output() { ::shutdown(state_->socket, SHUT_WR); }

}  // namespace nightlight::tests
