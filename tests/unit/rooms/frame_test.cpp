#include "rooms/frame.hpp"

#include <gtest/gtest.h>

#include <string>

namespace nightlight::rooms {
namespace {

std::string header_of(std::size_t payload_size, payload_kind kind) {
  const frame_ptr f = frame::make(std::string(payload_size, 'x'), kind);
  return std::string(f->bytes().substr(0, f->bytes().size() - payload_size));
}

// RFC 6455 section 5.2: the shortest length encoding, no mask from a server.
TEST(a_frame, has_a_two_byte_header_up_to_125_bytes) {
  EXPECT_EQ(header_of(0, payload_kind::binary), std::string("\x82\x00", 2));
  EXPECT_EQ(header_of(125, payload_kind::text), "\x81\x7d");
}

TEST(a_frame, has_a_16_bit_length_up_to_65535_bytes) {
  EXPECT_EQ(header_of(126, payload_kind::binary), std::string("\x82\x7e\x00\x7e", 4));
  EXPECT_EQ(header_of(65535, payload_kind::binary), "\x82\x7e\xff\xff");
}

TEST(a_frame, has_a_64_bit_length_beyond) {
  EXPECT_EQ(header_of(65536, payload_kind::binary), std::string("\x82\x7f\x00\x00\x00\x00\x00\x01\x00\x00", 10));
}

TEST(a_frame, carries_its_payload_unmasked) {
  EXPECT_EQ(frame::make("hello", payload_kind::text)->bytes(), "\x81\x05hello");
}

TEST(a_frame, of_closing_carries_the_code_and_the_reason) {
  EXPECT_EQ(frame::closing(4408, "resume")->bytes(), std::string("\x88\x08\x11\x38resume"));
}

TEST(a_frame, of_closing_keeps_to_what_a_control_frame_may_hold) {
  const frame_ptr f = frame::closing(1001, std::string(500, 'r'));
  EXPECT_EQ(f->bytes().size(), 2u + 125u);
  EXPECT_EQ(f->bytes()[1], 125);
}

TEST(a_frame, of_ping_is_empty) { EXPECT_EQ(frame::ping()->bytes(), std::string("\x89\x00", 2)); }

}  // namespace
}  // namespace nightlight::rooms
