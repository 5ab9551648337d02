// What a WebSocket connection talks to once it is open: whole messages in, frames out through the outbox. The
// conversation with the rooms is one; the echo that the socket tests use is another. All on the connection's shard.
#pragma once

#include <cstdint>
#include <string_view>

#include "rooms/outbox.hpp"

namespace nightlight::transport {

// What a dialogue may ask of the connection it runs on.
class line {
 public:
  virtual rooms::outbox& outbox() = 0;
  // Sends what is queued, then the close frame, then cuts after the write deadline. Later calls do nothing.
  virtual void close(std::uint16_t code, std::string_view reason) = 0;
  // Staff connections are pinged every 5 s and count as gone after 10 s; others every 25 s and 60 s.
  virtual void use_staff_pace() = 0;

 protected:
  ~line() = default;
};

class dialogue {
 public:
  virtual ~dialogue() = default;
  // The connection is open; `l` lives until closed() returns.
  virtual void opened(line& l) = 0;
  // One whole message; the view holds during the call only. Called again only after it has returned.
  virtual void received(std::string_view payload) = 0;
  // No sign-in within its deadline: the connection asks at 5 s whether the dialogue has got past hello.
  virtual bool signed_in() const = 0;
  // The server is going down and will close this connection with 1012: the last moment to push something.
  virtual void stopping() {}
  // The connection is gone or going: the last call, never from within a call to the line or the outbox.
  virtual void closed() = 0;
};

}  // namespace nightlight::transport
