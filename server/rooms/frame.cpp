#include "rooms/frame.hpp"

namespace nightlight::rooms {
namespace {

constexpr unsigned char final_text = 0x81;
constexpr unsigned char final_binary = 0x82;
constexpr unsigned char final_close = 0x88;
constexpr unsigned char final_ping = 0x89;
constexpr std::size_t length_in_header_max = 125;
constexpr std::size_t length_16_bit_max = 0xffff;

void append_big_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) out.push_back(static_cast<char>((value >> shift) & 0xff));
}

}  // namespace

frame_ptr frame::make(std::string_view payload, payload_kind kind) {
  std::string bytes;
  bytes.reserve(payload.size() + 10);
  bytes.push_back(static_cast<char>(kind == payload_kind::text ? final_text : final_binary));
  if (payload.size() <= length_in_header_max) {
    bytes.push_back(static_cast<char>(payload.size()));
  } else if (payload.size() <= length_16_bit_max) {
    bytes.push_back(126);
    append_big_endian(bytes, payload.size(), 2);
  } else {
    bytes.push_back(127);
    append_big_endian(bytes, payload.size(), 8);
  }
  bytes.append(payload);
  return frame_ptr(new frame(std::move(bytes)));
}

std::string_view frame::payload() const {
  const auto length = static_cast<unsigned char>(bytes_[1]);
  const std::size_t header = length == 127 ? 10 : length == 126 ? 4 : 2;
  return bytes().substr(header);
}

frame_ptr frame::raw(std::string bytes) { return frame_ptr(new frame(std::move(bytes))); }

frame_ptr frame::ping() { return raw({static_cast<char>(final_ping), 0}); }

frame_ptr frame::closing(std::uint16_t code, std::string_view reason) {
  const std::string_view kept = reason.substr(0, length_in_header_max - 2);
  std::string bytes;
  bytes.reserve(kept.size() + 4);
  bytes.push_back(static_cast<char>(final_close));
  bytes.push_back(static_cast<char>(kept.size() + 2));
  append_big_endian(bytes, code, 2);
  bytes.append(kept);
  return raw(std::move(bytes));
}

}  // namespace nightlight::rooms
