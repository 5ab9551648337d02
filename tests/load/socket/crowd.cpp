#include "load/socket/crowd.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>

#include "integration/support/websocket_client.hpp"
#include "rooms/frame.hpp"

namespace nightlight::tests {
namespace {

constexpr const char* upgrade_request =
    "GET /chat HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Protocol: nightlight.v1\r\n\r\n";

void send_all(int socket, const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t n = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n <= 0) std::abort();
    sent += static_cast<std::size_t>(n);
  }
}

void shake_hands(int socket) {
  send_all(socket, upgrade_request);
  std::string head;
  while (!head.ends_with("\r\n\r\n")) {
    char one = 0;
    if (::recv(socket, &one, 1, 0) != 1) std::abort();
    head.push_back(one);
  }
}

}  // namespace

crowd::crowd(std::uint16_t port, std::size_t connections, bool upgrade) : poll_(::epoll_create1(EPOLL_CLOEXEC)) {
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(port);
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  while (sockets_.size() < connections) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0 || ::connect(socket, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) std::abort();
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (upgrade) shake_hands(socket);
    epoll_event readable{};
    readable.events = EPOLLIN;
    readable.data.fd = socket;
    ::epoll_ctl(poll_, EPOLL_CTL_ADD, socket, &readable);
    sockets_.push_back(socket);
  }
}

crowd::~crowd() {
  for (const int each : sockets_) ::close(each);
  ::close(poll_);
}

void crowd::round(std::size_t burst, std::size_t payload_bytes) {
  const std::string payload(payload_bytes, 'x');
  const std::string message = websocket_client::frame_of(opcode::binary, payload);
  std::string burst_bytes;
  for (std::size_t i = 0; i < burst; ++i) burst_bytes += message;
  send_all(sockets_.front(), burst_bytes);
  std::size_t left = rooms::frame::make(payload, rooms::payload_kind::binary)->bytes().size() * burst * sockets_.size();
  std::array<epoll_event, 256> events;
  static std::array<char, 65536> read;
  while (left > 0) {
    const int ready = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 10'000);
    if (ready <= 0) std::abort();
    for (int i = 0; i < ready; ++i) {
      const ssize_t got = ::recv(events[static_cast<std::size_t>(i)].data.fd, read.data(), read.size(), MSG_DONTWAIT);
      if (got <= 0) std::abort();
      left -= static_cast<std::size_t>(got);
    }
  }
}

}  // namespace nightlight::tests
