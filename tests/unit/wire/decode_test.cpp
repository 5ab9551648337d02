#include "wire/decode.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "nightlight/wire/v1/chat.pb.h"

namespace nightlight::wire {
namespace {

decoded json(const std::string& text) { return decode(text, subprotocol::json); }

bool is_not_understood(const decoded& d) {
  const auto* code = std::get_if<close_code>(&d);
  return code != nullptr && *code == close_code::not_understood;
}

std::string a_submit(const std::string& room, const std::string& id) {
  v1::ClientFrame frame;
  frame.mutable_submit()->set_room(room);
  frame.mutable_submit()->set_id(id);
  frame.mutable_submit()->mutable_say()->set_text("hello");
  return frame.SerializeAsString();
}

TEST(decoding, takes_ids_up_to_their_limit_and_no_further) {
  const auto fits = decode(a_submit("room", std::string(64, 'a')), subprotocol::binary);
  ASSERT_TRUE(std::holds_alternative<client_frame>(fits));
  EXPECT_EQ(std::get<submit>(std::get<client_frame>(fits)).id.value.size(), 64u);
  EXPECT_TRUE(is_not_understood(decode(a_submit("room", std::string(65, 'a')), subprotocol::binary)));
  EXPECT_TRUE(is_not_understood(decode(a_submit("room", ""), subprotocol::binary)));
  EXPECT_TRUE(is_not_understood(decode(a_submit("room", "a b"), subprotocol::binary)));
  EXPECT_TRUE(std::holds_alternative<client_frame>(decode(a_submit(std::string(32, 'r'), "a"), subprotocol::binary)));
  EXPECT_TRUE(is_not_understood(decode(a_submit(std::string(33, 'r'), "a"), subprotocol::binary)));
  EXPECT_TRUE(is_not_understood(decode(a_submit("../etc", "a"), subprotocol::binary)));
}

TEST(decoding, does_not_understand_empty_frames_garbage_and_half_a_frame) {
  EXPECT_TRUE(is_not_understood(decode("", subprotocol::binary)));
  EXPECT_TRUE(is_not_understood(json("")));
  EXPECT_TRUE(is_not_understood(json("{}")));
  EXPECT_TRUE(is_not_understood(json("{\"hello\":")));
  EXPECT_TRUE(is_not_understood(json("null")));
  const std::string whole = a_submit("room", "a");
  EXPECT_TRUE(is_not_understood(decode(whole.substr(0, whole.size() - 1), subprotocol::binary)));
}

TEST(decoding, refuses_words_that_are_not_utf8) {
  std::string bytes = a_submit("room", "a");
  bytes.replace(bytes.find("hello"), 2, "\xc3\x28");
  EXPECT_TRUE(is_not_understood(decode(bytes, subprotocol::binary)));
  EXPECT_TRUE(is_not_understood(json("{\"hello\":{\"pageHalf\":\"\xff\xfe\"}}")));
}

TEST(decoding, survives_deep_nesting) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "{\"join\":";
  EXPECT_TRUE(is_not_understood(json(deep)));
  EXPECT_TRUE(is_not_understood(json(std::string(5000, '['))));
  EXPECT_TRUE(is_not_understood(decode(std::string(5000, '\x0b'), subprotocol::binary)));
}

TEST(decoding, ignores_fields_it_does_not_know_and_names_commands_it_does_not_know) {
  EXPECT_TRUE(std::holds_alternative<client_frame>(json(R"({"ping":{"nonce":"7","later":{"a":[1]}}})")));
  for (const char* half :
       {R"("setHold":{"mode":"HOLD_MODE_TOMORROW"})", R"("setHold":{"mode":"HOLD_MODE_OFF","on":true})"}) {
    const auto unsure = json(R"({"submit":{"room":"room","id":"a",)" + std::string(half) + "}}");
    ASSERT_TRUE(std::holds_alternative<not_a_command>(unsure)) << half;
    EXPECT_EQ(std::get<not_a_command>(unsure).id, command_id{"a"});
  }
  const auto odd = json(R"({"submit":{"room":"room","id":"a","sing":{"song":"x"}}})");
  ASSERT_TRUE(std::holds_alternative<not_a_command>(odd));
  EXPECT_EQ(std::get<not_a_command>(odd).id.value, "a");
}

TEST(decoding, never_falls_over_random_bytes) {
  std::mt19937_64 random(1);
  const std::string whole = a_submit("room", "a");
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes = whole;
    for (int n = 0; n < 3; ++n) bytes[random() % bytes.size()] = static_cast<char>(random());
    (void)decode(bytes, i % 2 == 0 ? subprotocol::binary : subprotocol::json);
  }
}

}  // namespace
}  // namespace nightlight::wire
