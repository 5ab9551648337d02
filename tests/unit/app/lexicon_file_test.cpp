#include "app/lexicon_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "rooms/listening.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::app {
namespace {

class a_running_lexicon : public ::testing::Test {
 protected:
  void write(const std::string& text, const std::string& name = "words.lexicon") {
    std::ofstream(folder.file(name)) << text;
  }

  // The version that the event of an alert would name; empty when nothing was heard.
  std::string heard_by(const std::string& words) {
    const domain::command said = domain::say{{private_text(words)}};
    const auto heard = ears.hear({}, {}, {}, said, {});
    return heard.care ? heard.care->lexicon : "";
  }

  nightlight::testing::temporary_directory folder;
  rooms::listening ears{domain::word_rules_source{}};
};

TEST_F(a_running_lexicon, is_replaced_by_what_lies_there_now) {
  write("version one\nrule c2.kms C2 red : kms\n");
  ASSERT_TRUE(reload_lexicon(folder.path(), ears));
  EXPECT_EQ(heard_by("kms"), "one");
  EXPECT_EQ(heard_by("ctb"), "");
  write("version two\nrule c2.kms C2 red : (kms|ctb)\n");
  ASSERT_TRUE(reload_lexicon(folder.path(), ears));
  EXPECT_EQ(heard_by("kms"), "two");
  EXPECT_EQ(heard_by("ctb"), "two");
}

TEST_F(a_running_lexicon, stays_when_the_new_one_is_wrong) {
  write("version one\nrule c2.kms C2 red : kms\n");
  ASSERT_TRUE(reload_lexicon(folder.path(), ears));
  for (const char* wrong : {"version two\nrule c2.kms C13 red : kms\n", "nonsense\n", "version two\nweight w:x\n"}) {
    write(wrong);
    EXPECT_FALSE(reload_lexicon(folder.path(), ears)) << wrong;
    EXPECT_EQ(heard_by("kms"), "one") << wrong;
  }
}

TEST_F(a_running_lexicon, stays_when_its_folder_is_empty_or_gone) {
  write("version one\nrule c2.kms C2 red : kms\n");
  ASSERT_TRUE(reload_lexicon(folder.path(), ears));
  std::filesystem::remove(folder.file("words.lexicon"));
  EXPECT_FALSE(reload_lexicon(folder.path(), ears));
  EXPECT_FALSE(reload_lexicon(folder.file("nowhere"), ears));
  EXPECT_EQ(heard_by("kms"), "one");
}

TEST_F(a_running_lexicon, says_where_it_is_wrong) {
  write("version one\n\nrule c2.kms C13 red : kms\n");
  const loaded_lexicon loaded = load_lexicon(folder.path());
  EXPECT_FALSE(loaded.made);
  ASSERT_FALSE(loaded.problems.empty());
  EXPECT_TRUE(loaded.problems.front().starts_with("words.lexicon:3: ")) << loaded.problems.front();
}

}  // namespace
}  // namespace nightlight::app
