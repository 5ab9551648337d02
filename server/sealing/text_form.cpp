#include "sealing/text_form.hpp"

#include <array>
#include <cstdint>

namespace nightlight::sealing {
namespace {

constexpr std::string_view base64url_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view hex_alphabet = "0123456789abcdef";

// Reads groups of `bits` per character; the bits left over at the end must be zero and fewer than one character's.
std::optional<std::string> from_alphabet(std::string_view text, std::string_view alphabet, unsigned bits) {
  std::string bytes;
  std::uint32_t held = 0;
  unsigned held_bits = 0;
  for (char c : text) {
    auto value = alphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    held = (held << bits) | static_cast<std::uint32_t>(value);
    held_bits += bits;
    if (held_bits >= 8) {
      held_bits -= 8;
      bytes.push_back(static_cast<char>((held >> held_bits) & 0xff));
      held &= (1u << held_bits) - 1;
    }
  }
  if (held != 0 || held_bits >= bits) return std::nullopt;
  return bytes;
}

}  // namespace

std::string to_base64url(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() * 8 + 5) / 6);
  std::uint32_t held = 0;
  unsigned held_bits = 0;
  for (char c : bytes) {
    held = (held << 8) | static_cast<unsigned char>(c);
    held_bits += 8;
    while (held_bits >= 6) {
      held_bits -= 6;
      text.push_back(base64url_alphabet[(held >> held_bits) & 63u]);
    }
    held &= 63u;
  }
  if (held_bits != 0) text.push_back(base64url_alphabet[(held << (6 - held_bits)) & 63u]);
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) { return from_alphabet(text, base64url_alphabet, 6); }

std::string to_hex(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (char c : bytes) {
    auto byte = static_cast<unsigned char>(c);
    text.push_back(hex_alphabet[byte >> 4]);
    text.push_back(hex_alphabet[byte & 15u]);
  }
  return text;
}

std::optional<std::string> from_hex(std::string_view text) { return from_alphabet(text, hex_alphabet, 4); }

}  // namespace nightlight::sealing
