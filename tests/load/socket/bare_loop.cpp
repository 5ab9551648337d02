#include "load/socket/bare_loop.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>
#include <vector>

namespace nightlight::tests {

bare_loop::bare_loop(std::size_t connections, std::size_t message_bytes, std::string frame)
    : connections_(connections), message_bytes_(message_bytes), frame_(std::move(frame)) {
  listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof at;
  if (::bind(listening_, reinterpret_cast<const sockaddr*>(&at), size) != 0 || ::listen(listening_, 4096) != 0 ||
      ::getsockname(listening_, reinterpret_cast<sockaddr*>(&at), &size) != 0) {
    throw std::runtime_error("cannot listen");
  }
  port_ = ntohs(at.sin_port);
  thread_ = std::thread([this] { run(); });
}

bare_loop::~bare_loop() {
  thread_.join();
  ::close(listening_);
}

clockid_t bare_loop::cpu_clock() {
  clockid_t clock{};
  ::pthread_getcpuclockid(thread_.native_handle(), &clock);
  return clock;
}

void bare_loop::run() const {
  std::vector<int> sockets;
  while (sockets.size() < connections_) {
    sockets.push_back(::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC));
    const int on = 1;
    ::setsockopt(sockets.back(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  std::array<char, 16384> read;
  std::size_t waiting = 0;
  for (;;) {
    const ssize_t got = ::recv(sockets.front(), read.data(), read.size(), 0);
    if (got <= 0) break;
    for (waiting += static_cast<std::size_t>(got); waiting >= message_bytes_; waiting -= message_bytes_) {
      for (const int each : sockets) ::send(each, frame_.data(), frame_.size(), MSG_NOSIGNAL);
    }
  }
  for (const int each : sockets) ::close(each);
}

}  // namespace nightlight::tests
