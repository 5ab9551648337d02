// One server frame as bytes on the wire, WebSocket header included: encoded once, shared by every outbox of one
// shard, never changed. Server frames are not masked, so the bytes are the same for everyone.
// The count of owners is not atomic: a frame never leaves the shard it was made on.
#pragma once

#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace nightlight::rooms {

class frame;
using frame_ptr = boost::intrusive_ptr<frame>;

// How a payload travels. One subprotocol uses one kind for all its frames.
enum class payload_kind : std::uint8_t { binary, text };

class frame {
 public:
  // A whole, final data frame around `payload` (RFC 6455 section 5.2).
  static frame_ptr make(std::string_view payload, payload_kind kind);
  // Bytes that are a whole frame already: a pong or a close written by the WebSocket layer.
  static frame_ptr raw(std::string bytes);
  // An empty ping, which a WebSocket client answers by itself (section 5.5.2).
  static frame_ptr ping();
  // A close frame (section 5.5.1); `reason` is ASCII and is cut at 123 bytes, the most that fit.
  static frame_ptr closing(std::uint16_t code, std::string_view reason);

  std::string_view bytes() const { return bytes_; }
  // Of a data frame, without the header.
  std::string_view payload() const;

  // From now on every outbox that has not begun this frame sends `other` instead: words that were taken back.
  void replace_with(frame_ptr other) { replacement_ = std::move(other); }
  const frame_ptr& replacement() const { return replacement_; }

  std::uint32_t use_count() const { return owners_; }

 private:
  explicit frame(std::string bytes) : bytes_(std::move(bytes)) {}

  friend void intrusive_ptr_add_ref(frame* f) { ++f->owners_; }
  friend void intrusive_ptr_release(frame* f) {
    if (--f->owners_ == 0) delete f;
  }

  std::string bytes_;
  frame_ptr replacement_;
  std::uint32_t owners_ = 0;
};

}  // namespace nightlight::rooms
