// One WebSocket connection from the upgrade to the last byte: Beast shakes hands and reads, the outbox is the only
// thing that is written from, and what the messages mean is the dialogue's business. It keeps the deadlines of the
// front door (sign-in, pings, slow readers) and its memory small: most connections are silent most of the time.
#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string_view>

#include "rooms/frame.hpp"
#include "rooms/outbox.hpp"
#include "transport/dialogue.hpp"
#include "transport/shard.hpp"
#include "transport/stream.hpp"

namespace nightlight::transport {

// PROMISES "front door".
struct websocket_options {
  std::size_t message_bytes_max = 16 * 1024;
  std::size_t message_bytes_max_before_sign_in = 4 * 1024;
  rooms::outbox_limits outbox;
  std::chrono::milliseconds sign_in_within{5'000};
  std::chrono::milliseconds ping_every{25'000};
  std::chrono::milliseconds dead_after{60'000};
  std::chrono::milliseconds staff_ping_every{5'000};
  std::chrono::milliseconds staff_dead_after{10'000};
  std::chrono::milliseconds write_within{10'000};  // without progress; and for a whole closing handshake
};

// The subprotocol that both sides speak. Frames of the other kind are answered by close 1003.
struct subprotocol {
  std::string_view name;  // a literal, as the client sent it
  rooms::payload_kind kind = rooms::payload_kind::binary;
};

using upgrade_request = boost::beast::http::request<boost::beast::http::empty_body>;

// Answers `request`, which asks to upgrade and after which nothing has been read from `socket`, and serves the
// connection until it ends; a request that Beast finds wrong is refused with 4xx and ends it. On the shard's thread.
// Does nothing but close when the shard is draining. `options` outlives the shard.
void serve_websocket(shard& on, stream socket, upgrade_request request, subprotocol speaks,
                     std::unique_ptr<dialogue> talk, const websocket_options& options);

}  // namespace nightlight::transport
