// A WebSocket client that blocks, for tests that want to say exactly which bytes go out and when: broken frames, half
// a frame, a reader of one byte. Anything that takes longer than ten seconds throws.
#pragma once

#include <openssl/types.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace nightlight::tests {

enum class opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

struct received_frame {
  opcode kind = opcode::continuation;
  std::string payload;
  // Of a close frame; 1005 when it carries none (RFC 6455 section 7.1.5).
  std::uint16_t close_code() const;
};

struct client_settings {
  bool tls = false;
  int receive_buffer_bytes = 0;  // of the kernel; 0 leaves its own choice
  std::string subprotocol = "nightlight.v1";
};

class websocket_client {
 public:
  // Connects to the port on loopback, and shakes hands for TLS when asked.
  explicit websocket_client(std::uint16_t port, client_settings settings = {});
  websocket_client(websocket_client&&) noexcept;
  ~websocket_client();

  // Asks to upgrade and returns the head of the answer.
  std::string upgrade();
  std::string upgrade_with(const std::string& request);

  void send(opcode kind, std::string_view payload, bool final = true);
  void send_binary(std::string_view payload) { send(opcode::binary, payload); }
  void send_bytes(std::string_view bytes);
  // A whole frame as a client sends it.
  static std::string frame_of(opcode kind, std::string_view payload, bool final = true);

  received_frame receive();
  // The next frame that is not a ping.
  received_frame receive_data();
  // At most `bytes_max`, at least one; nothing at the end of the stream or when the server reset it.
  std::string receive_bytes(std::size_t bytes_max);
  // Reads until the server has closed the socket, and drops what comes.
  void receive_until_end();

  // The serial number of the server's certificate.
  long certificate_serial() const;
  bool session_resumed() const;
  // What a TLS client remembers of its session, for a next connection.
  void resume_from(const websocket_client& earlier);

  // Vanishes with a reset, as a phone whose battery dies and whose peer then writes.
  void reset();
  void shutdown_output();

 private:
  std::size_t read_into(char* to, std::size_t size);
  std::string read_exactly(std::size_t size);

  struct connection_state;
  std::unique_ptr<connection_state> state_;
};

}  // namespace nightlight::tests
