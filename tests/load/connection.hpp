// One client of a load run: blocking while it comes in, non-blocking afterwards. Counts the frames it is sent by kind
// without decoding them; that would be the client's time, not the server's.
#pragma once

#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace nightlight::load {

struct ssl_free {
  void operator()(SSL* s) const { SSL_free(s); }
};

class connection {
 public:
  // Connects to 127.0.0.1. `tls` is null for a plain connection.
  connection(std::uint16_t port, SSL_CTX* tls);
  connection(connection&& other) noexcept;
  ~connection();

  // Upgrades with a bearer token, says hello, joins, and returns when the snapshot is there. Throws when refused.
  void come_in(std::string_view token, const std::string& room);

  void send(std::string_view bytes);
  void become_non_blocking();
  int descriptor() const { return descriptor_; }

  // Reads what waits and calls event() for each message that was said, ack() for each ack. False once the peer is gone.
  template <class Event, class Ack>
  bool read(Event event, Ack ack);

 private:
  std::string read_until(std::string_view mark);
  long receive(char* into, std::size_t size);

  int descriptor_ = -1;
  std::unique_ptr<SSL, ssl_free> tls_;
  std::size_t to_skip_ = 0;        // of the frame under way
  std::array<char, 16> header_{};  // the part of a header that has come
  std::size_t header_size_ = 0;
};

// A masked client frame (RFC 6455 section 5.2) around a payload; the mask is zero, which costs the client nothing.
std::string client_frame(std::string_view payload);

// First bytes of a ServerFrame, by the field its body is in.
inline constexpr char event_tag = 0x22;
inline constexpr char ack_tag = 0x2a;
inline constexpr char ping_opcode = 9;
// What is said in a load run is this long. Whatever else a room tells, such as an alert to its staff, is shorter.
inline constexpr std::size_t text_bytes = 100;
inline constexpr std::string_view pong("\x8a\x80\0\0\0\0", 6);

template <class Event, class Ack>
bool connection::read(Event event, Ack ack) {
  static thread_local std::array<char, 256 * 1024> buffer;
  for (;;) {
    const long got = receive(buffer.data(), buffer.size());
    if (got == 0) return false;
    if (got < 0) return true;
    std::size_t at = 0;
    const auto end = static_cast<std::size_t>(got);
    while (at < end) {
      if (to_skip_ > 0) {
        const std::size_t step = std::min(to_skip_, end - at);
        to_skip_ -= step;
        at += step;
        continue;
      }
      header_[header_size_++] = buffer[at++];
      if (header_size_ < 2) continue;
      const auto short_size = static_cast<unsigned char>(header_[1]);
      const std::size_t header = short_size < 126 ? 2 : short_size == 126 ? 4 : 10;
      if (header_size_ < header + (short_size > 0 ? 1 : 0)) continue;
      std::size_t size = short_size;
      if (header > 2) {
        size = 0;
        for (std::size_t i = 2; i < header; ++i) size = size << 8 | static_cast<unsigned char>(header_[i]);
      }
      const char tag = size > 0 ? header_[header] : '\0';
      to_skip_ = size > 0 ? size - 1 : 0;
      header_size_ = 0;
      if ((header_[0] & 0x0f) == ping_opcode) {
        send(pong);
      } else if (tag == event_tag && size > text_bytes) {
        event();
      } else if (tag == ack_tag) {
        ack();
      }
    }
  }
}

}  // namespace nightlight::load
