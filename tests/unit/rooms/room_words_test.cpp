#include "rooms/room_words.hpp"

#include <gtest/gtest.h>

#include "adapters/memory/memory_store.hpp"

namespace nightlight::rooms {
namespace {

std::size_t found(const std::string& organisation, const std::string& room, std::string_view text) {
  const auto rules = rules_of_room({"organisation", organisation}, room);
  return rules ? domain::judge(*rules, text).matches.size() : 99;
}

TEST(room_words, a_room_s_text_stands_above_its_organisation_s) {
  EXPECT_EQ(found("word a hold : one", "switch a off\nword b hold : two", "one two"), 1U);
}

TEST(room_words, what_can_no_longer_be_read_is_left_out) {
  EXPECT_EQ(found("word a hold : one", "switch gone off\nword b hold : two", "one two"), 1U);
  EXPECT_EQ(found("nonsense", "word b hold : two", "one two example.org"), 1U);
  EXPECT_EQ(found("nonsense", "nonsense", "example.org"), 1U);
}

TEST(room_words, each_room_keeps_its_own) {
  adapters::memory_store rows;
  rows.transact(
      [](records& r) -> result<void> {
        EXPECT_EQ(*find_room_words(r, room_id{"a"}), "");
        EXPECT_TRUE(keep_room_words(r, room_id{"a"}, "word a hold : one"));
        EXPECT_EQ(*find_room_words(r, room_id{"a"}), "word a hold : one");
        EXPECT_EQ(*find_room_words(r, room_id{"b"}), "");
        return {};
      },
      [](const result<void>& done) { EXPECT_TRUE(done); });
}

}  // namespace
}  // namespace nightlight::rooms
