// The two ways the same messages travel: compact bytes for clients, text for scripts and people debugging.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace nightlight::wire {

enum class subprotocol : std::uint8_t { binary, json };

constexpr std::string_view name_of(subprotocol s) {
  return s == subprotocol::json ? "nightlight.v1.json" : "nightlight.v1";
}

constexpr std::optional<subprotocol> subprotocol_named(std::string_view name) {
  if (name == name_of(subprotocol::binary)) return subprotocol::binary;
  if (name == name_of(subprotocol::json)) return subprotocol::json;
  return std::nullopt;
}

}  // namespace nightlight::wire
