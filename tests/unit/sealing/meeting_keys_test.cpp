#include "sealing/meeting_keys.hpp"

#include <gtest/gtest.h>

#include <set>

#include "sealing/random.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::sealing {
namespace {

class a_meeting_with_keys : public ::testing::Test {
 protected:
  meeting_keys reloaded() {
    auto loaded = meeting_keys::load(ring, meeting, stored);
    EXPECT_TRUE(loaded);
    return std::move(*loaded);
  }
  void store_new() {
    for (wrapped_key& row : keys.take_new()) stored.push_back(std::move(row));
  }

  nightlight::testing::temporary_directory directory;
  keyring ring{directory.file("keys")};
  meeting_id meeting = new_meeting_id();
  meeting_keys keys = std::move(*meeting_keys::begin(ring, meeting));
  std::vector<wrapped_key> stored;
  const member_number ana{1};
  const member_number ben{2};
  const std::string place = words_place(room_id{"abcdefghijkl"}, position{7}, 1);
  const private_text words{"she woke at four again"};
};

TEST_F(a_meeting_with_keys, sealed_words_open_again) {
  const auto sealed = keys.seal(ana, retention_class::talk, place, words);
  ASSERT_TRUE(sealed);
  EXPECT_EQ(sealed->ciphertext.size(), words.size_bytes() + tag_size);
  EXPECT_EQ(keys.open(*sealed, place)->reveal(), words.reveal());
}

TEST_F(a_meeting_with_keys, no_words_at_all_can_be_sealed_too) {
  const auto sealed = keys.seal(ana, retention_class::talk, {}, private_text{});
  EXPECT_TRUE(keys.open(*sealed, {})->empty());
}

TEST_F(a_meeting_with_keys, the_same_words_never_look_the_same) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const auto sealed = keys.seal(ana, retention_class::talk, place, words);
    EXPECT_TRUE(seen.insert(sealed->nonce).second);
    EXPECT_TRUE(seen.insert(sealed->ciphertext).second);
  }
}

TEST_F(a_meeting_with_keys, words_open_after_a_restart_with_the_keys_from_the_log) {
  const auto sealed = keys.seal(ana, retention_class::talk, place, words);
  store_new();
  ASSERT_EQ(stored.size(), 1u);
  EXPECT_EQ(reloaded().open(*sealed, place)->reveal(), words.reveal());
}

TEST_F(a_meeting_with_keys, a_key_is_made_once_per_participant_and_class) {
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(keys.seal(ana, retention_class::talk, place, words));
    ASSERT_TRUE(keys.seal(ana, retention_class::report, place, words));
    ASSERT_TRUE(keys.seal(ben, retention_class::talk, place, words));
  }
  EXPECT_EQ(keys.take_new().size(), 3u);
  EXPECT_TRUE(keys.take_new().empty());
}

TEST_F(a_meeting_with_keys, words_do_not_open_anywhere_else_or_when_changed) {
  auto sealed = *keys.seal(ana, retention_class::talk, place, words);
  EXPECT_EQ(keys.open(sealed, words_place(room_id{"abcdefghijkl"}, position{8}, 1)).error(), failure::corrupt);
  EXPECT_EQ(keys.open(sealed, words_place(room_id{"abcdefghijkl"}, position{7}, 2)).error(), failure::corrupt);
  sealed.ciphertext.front() = static_cast<char>(sealed.ciphertext.front() ^ 1);
  EXPECT_EQ(keys.open(sealed, place).error(), failure::corrupt);
  sealed.ciphertext.resize(3);
  EXPECT_EQ(keys.open(sealed, place).error(), failure::corrupt);
}

TEST_F(a_meeting_with_keys, a_wrapped_key_given_to_somebody_else_opens_nothing_and_is_not_sealed_over) {
  const auto sealed = keys.seal(ana, retention_class::talk, place, words);
  store_new();
  stored.front().participant = ben.value;
  auto loaded = reloaded();
  auto as_ben = *sealed;
  as_ben.participant = ben;
  EXPECT_EQ(loaded.open(as_ben, place).error(), failure::corrupt);
  EXPECT_EQ(loaded.seal(ben, retention_class::talk, place, words).error(), failure::corrupt);
}

TEST_F(a_meeting_with_keys, nothing_opens_or_seals_once_the_class_is_destroyed) {
  const auto sealed = keys.seal(ana, retention_class::talk, place, words);
  const auto report = keys.seal(ana, retention_class::report, place, words);
  store_new();
  ASSERT_TRUE(ring.destroy(meeting, retention_class::talk));
  auto loaded = reloaded();
  EXPECT_EQ(loaded.open(*sealed, place).error(), failure::key_destroyed);
  EXPECT_EQ(loaded.seal(ana, retention_class::talk, place, words).error(), failure::key_destroyed);
  EXPECT_EQ(loaded.seal(ben, retention_class::talk, place, words).error(), failure::key_destroyed);
  EXPECT_EQ(loaded.fingerprint(ana, words).error(), failure::key_destroyed);
  EXPECT_TRUE(loaded.open(*report, place)) << "another class lives on";
}

TEST_F(a_meeting_with_keys, forgetting_a_class_takes_it_out_of_memory) {
  const auto sealed = keys.seal(ana, retention_class::talk, place, words);
  ASSERT_TRUE(keys.fingerprint(ana, words));
  keys.forget(retention_class::talk);
  EXPECT_EQ(keys.open(*sealed, place).error(), failure::key_destroyed);
  EXPECT_EQ(keys.fingerprint(ana, words).error(), failure::key_destroyed);
  EXPECT_TRUE(keys.take_new().empty());
}

TEST_F(a_meeting_with_keys, words_of_a_participant_without_a_key_count_as_destroyed) {
  auto sealed = *keys.seal(ana, retention_class::talk, place, words);
  sealed.participant = ben;
  EXPECT_EQ(keys.open(sealed, place).error(), failure::key_destroyed);
}

TEST_F(a_meeting_with_keys, a_fingerprint_is_the_same_for_the_same_person_and_words_only) {
  const auto first = keys.fingerprint(ana, words);
  store_new();
  ASSERT_EQ(first->size(), 16u);
  EXPECT_EQ(*reloaded().fingerprint(ana, words), *first);
  EXPECT_NE(*keys.fingerprint(ana, private_text{"other words"}), *first);
  EXPECT_NE(*keys.fingerprint(ben, words), *first);
}

}  // namespace
}  // namespace nightlight::sealing
