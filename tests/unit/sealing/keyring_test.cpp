#include "sealing/keyring.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "sealing/random.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::sealing {
namespace {

class keyring_in_a_directory : public ::testing::Test {
 protected:
  std::string path_of_the_only_key() const {
    std::string path;
    for (const auto& entry : std::filesystem::directory_iterator{keys_dir}) path = entry.path().string();
    return path;
  }
  void destroy_all_but_talk() {
    ASSERT_TRUE(ring.destroy(meeting, retention_class::set_aside));
    ASSERT_TRUE(ring.destroy(meeting, retention_class::report));
  }

  nightlight::testing::temporary_directory directory;
  std::string keys_dir = directory.file("keys");
  keyring ring{keys_dir};
  meeting_id meeting = new_meeting_id();
};

TEST_F(keyring_in_a_directory, a_key_that_was_made_is_found_again_by_another_keyring) {
  ASSERT_TRUE(ring.make(meeting));
  const auto first = ring.find(meeting, retention_class::talk);
  const auto again = keyring{keys_dir}.find(meeting, retention_class::talk);
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->view(), again->view());
}

TEST_F(keyring_in_a_directory, every_class_has_a_key_of_its_own) {
  ASSERT_TRUE(ring.make(meeting));
  EXPECT_NE(ring.find(meeting, retention_class::talk)->view(), ring.find(meeting, retention_class::report)->view());
  EXPECT_EQ(ring.list()->size(), all_retention_classes.size());
}

TEST_F(keyring_in_a_directory, making_twice_keeps_the_first_keys) {
  ASSERT_TRUE(ring.make(meeting));
  const auto first = ring.find(meeting, retention_class::talk);
  ASSERT_TRUE(ring.make(meeting));
  EXPECT_EQ(ring.find(meeting, retention_class::talk)->view(), first->view());
}

TEST_F(keyring_in_a_directory, a_destroyed_key_is_gone_and_the_others_stay) {
  ASSERT_TRUE(ring.make(meeting));
  ASSERT_TRUE(ring.destroy(meeting, retention_class::talk));
  EXPECT_EQ(ring.find(meeting, retention_class::talk).error(), failure::key_destroyed);
  EXPECT_TRUE(ring.find(meeting, retention_class::report));
  EXPECT_EQ(ring.list()->size(), all_retention_classes.size() - 1);
  EXPECT_TRUE(ring.destroy(meeting, retention_class::talk)) << "a second time is not an error";
}

TEST_F(keyring_in_a_directory, destroying_overwrites_the_file_itself) {
  ASSERT_TRUE(ring.make(meeting));
  destroy_all_but_talk();
  const std::string second_name = directory.file("second-name");
  std::filesystem::create_hard_link(path_of_the_only_key(), second_name);
  ASSERT_TRUE(ring.destroy(meeting, retention_class::talk));
  std::ifstream file{second_name, std::ios::binary};
  const std::string left{std::istreambuf_iterator<char>{file}, {}};
  EXPECT_EQ(left, std::string(secret_key::size, '\0'));
}

TEST_F(keyring_in_a_directory, a_key_overwritten_but_not_yet_unlinked_counts_as_destroyed) {
  ASSERT_TRUE(ring.make(meeting));
  destroy_all_but_talk();
  std::ofstream{path_of_the_only_key(), std::ios::binary} << std::string(secret_key::size, '\0');
  EXPECT_EQ(ring.find(meeting, retention_class::talk).error(), failure::key_destroyed);
}

TEST_F(keyring_in_a_directory, a_file_of_the_wrong_length_is_corrupt) {
  ASSERT_TRUE(ring.make(meeting));
  destroy_all_but_talk();
  std::ofstream{path_of_the_only_key(), std::ios::binary} << "short";
  EXPECT_EQ(ring.find(meeting, retention_class::talk).error(), failure::corrupt);
}

TEST_F(keyring_in_a_directory, directory_and_files_are_closed_to_others) {
  ASSERT_TRUE(ring.make(meeting));
  struct stat found {};
  ASSERT_EQ(::stat(keys_dir.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0700u);
  ASSERT_EQ(::stat(path_of_the_only_key().c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0600u);
}

TEST_F(keyring_in_a_directory, a_directory_that_others_may_read_is_refused) {
  ASSERT_EQ(::chmod(keys_dir.c_str(), 0755), 0);
  EXPECT_THROW(keyring{keys_dir}, std::runtime_error);
}

TEST_F(keyring_in_a_directory, what_was_never_finished_is_removed_at_the_next_start) {
  std::ofstream{keys_dir + "/unfinished-abc"} << "half";
  keyring again{keys_dir};
  EXPECT_TRUE(std::filesystem::is_empty(keys_dir));
}

}  // namespace
}  // namespace nightlight::sealing
