// An encoded message on its way to the people of a room, and the kinds it is encoded for. A payload may cross
// shards; each shard wraps it into a frame of its own.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "domain/room/visibility.hpp"
#include "rooms/frame.hpp"
#include "wire/encode.hpp"
#include "wire/subprotocol.hpp"

namespace nightlight::rooms {

using payload = std::shared_ptr<const std::string>;

inline payload make_payload(std::string bytes) { return std::make_shared<const std::string>(std::move(bytes)); }

// Whose eyes, and in which subprotocol: everyone of one kind gets the same bytes.
struct audience_kind {
  domain::visibility eyes = domain::visibility::circle;
  wire::subprotocol spoken = wire::subprotocol::binary;

  std::size_t index() const { return static_cast<std::size_t>(eyes) * 2 + static_cast<std::size_t>(spoken); }
  payload_kind frames() const { return spoken == wire::subprotocol::json ? payload_kind::text : payload_kind::binary; }
};

inline constexpr std::size_t audience_kinds = 4;

constexpr audience_kind kind_at(std::size_t index) {
  return {static_cast<domain::visibility>(index / 2), static_cast<wire::subprotocol>(index % 2)};
}

// Null where nobody of that kind is in the room, or where that kind must not see it.
using payload_set = std::array<payload, audience_kinds>;

// What replaces a message whose words were taken back before everyone had them. No payloads: it is too old to be
// replaced by itself, and only leaves what joiners and readers of history still wait for.
struct tombstone {
  circle_number number;
  payload_set payloads;
  wire::words_now now = wire::words_now::retracted;
};

// One event, encoded.
struct publication {
  circle_number said;  // the message's number when it is one, so that a tombstone can find its frame
  payload_set payloads;
  std::vector<tombstone> tombstones;
};

}  // namespace nightlight::rooms
