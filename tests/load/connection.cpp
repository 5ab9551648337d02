#include "load/connection.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <utility>

#include "nightlight/wire/v1/chat.pb.h"

namespace nightlight::load {

connection::connection(std::uint16_t port, SSL_CTX* tls) : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (descriptor_ < 0 || ::connect(descriptor_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) {
    throw std::runtime_error("cannot connect");
  }
  const int on = 1;
  ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (tls == nullptr) return;
  tls_.reset(SSL_new(tls));
  SSL_set_fd(tls_.get(), descriptor_);
  if (SSL_connect(tls_.get()) != 1) throw std::runtime_error("the TLS handshake failed");
}

connection::connection(connection&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      tls_(std::move(other.tls_)),
      to_skip_(other.to_skip_),
      header_(other.header_),
      header_size_(other.header_size_) {}

connection::~connection() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

long connection::receive(char* into, std::size_t size) {
  if (tls_) return SSL_read(tls_.get(), into, static_cast<int>(size));
  return ::recv(descriptor_, into, size, 0);
}

void connection::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const long sent = tls_ ? SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()))
                           : ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0 && errno != EAGAIN) throw std::runtime_error("the server is gone");
    if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void connection::become_non_blocking() { ::fcntl(descriptor_, F_SETFL, ::fcntl(descriptor_, F_GETFL) | O_NONBLOCK); }

std::string connection::read_until(std::string_view mark) {
  std::string seen;
  std::array<char, 1> one{};
  while (!seen.ends_with(mark)) {
    if (receive(one.data(), 1) != 1) throw std::runtime_error("the server closed while a client came in");
    seen += one[0];
  }
  return seen;
}

void connection::come_in(std::string_view token, const std::string& room) {
  std::string request = "GET /chat HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
  request.append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: bmlnaHRsaWdodCBsb2FkIQ==\r\n")
      .append("Sec-WebSocket-Protocol: nightlight.v1\r\nAuthorization: Bearer ")
      .append(token)
      .append("\r\n\r\n");
  send(request);
  const std::string answer = read_until("\r\n\r\n");
  if (!answer.starts_with("HTTP/1.1 101")) throw std::runtime_error("not upgraded: " + answer.substr(0, 32));
  wire::v1::ClientFrame hello;
  hello.mutable_hello()->set_language("en");
  wire::v1::ClientFrame join;
  join.mutable_join()->set_room(room);
  send(client_frame(hello.SerializeAsString()) + client_frame(join.SerializeAsString()));
  for (;;) {
    std::array<unsigned char, 10> head{};
    const auto exactly = [this](void* into, std::size_t size) {
      for (std::size_t got = 0; got < size;) {
        const long n = receive(static_cast<char*>(into) + got, size - got);
        if (n <= 0) throw std::runtime_error("the server closed while a client came in");
        got += static_cast<std::size_t>(n);
      }
    };
    exactly(head.data(), 2);
    std::size_t size = head[1];
    const std::size_t more = size == 126 ? 2 : size == 127 ? 8 : 0;
    exactly(head.data() + 2, more);
    if (more > 0) size = 0;
    for (std::size_t i = 0; i < more; ++i) size = size << 8 | head[2 + i];
    std::string payload(size, '\0');
    exactly(payload.data(), size);
    if ((head[0] & 0x0f) == 8) throw std::runtime_error("closed while a client came in");
    wire::v1::ServerFrame frame;
    if (!frame.ParseFromString(payload)) throw std::runtime_error("a frame that does not parse");
    if (frame.has_refusal()) throw std::runtime_error("refused: " + frame.refusal().code());
    if (frame.has_snapshot()) return;
  }
}

std::string client_frame(std::string_view payload) {
  std::string frame("\x82", 1);
  if (payload.size() < 126) {
    frame += static_cast<char>(0x80 | payload.size());
  } else {
    frame += static_cast<char>(0x80 | 126);
    frame += static_cast<char>(payload.size() >> 8);
    frame += static_cast<char>(payload.size() & 0xff);
  }
  frame.append(4, '\0');
  return frame.append(payload);
}

}  // namespace nightlight::load
