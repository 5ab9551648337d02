#include "rooms/frame.hpp"

namespace nightlight::rooms {
namespace {

constexpr unsigned char final_text = 0x81;
constexpr unsigned char final_binary = 0x82;
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

frame_ptr frame::raw(std::string bytes) { return frame_ptr(new frame(std::move(bytes))); }

}  // namespace nightlight::rooms
