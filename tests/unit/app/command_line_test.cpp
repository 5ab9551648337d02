#include "app/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::app {
namespace {

using ::testing::HasSubstr;

class command_line_test : public ::testing::Test {
 protected:
  void SetUp() override { write_settings(""); }

  void write_settings(const std::string& more) {
    std::ofstream(settings_) << "[store]\npath = \"" << folder_.path() << "/kept/nightlight.db\"\nkeys_dir = \""
                             << folder_.path() << "/kept/keys\"\n"
                             << more;
  }

  int run(std::vector<std::string> words) {
    words.insert(words.begin(), "nightlight");
    std::vector<const char*> arguments;
    for (const std::string& word : words) arguments.push_back(word.c_str());
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    const int status = run_command_line(static_cast<int>(arguments.size()), arguments.data());
    out_ = ::testing::internal::GetCapturedStdout();
    err_ = ::testing::internal::GetCapturedStderr();
    return status;
  }

  std::string read(const std::string& name) const {
    std::ifstream in(std::string(folder_.path()) + "/" + name);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  nightlight::testing::temporary_directory folder_;
  std::string settings_ = std::string(folder_.path()) + "/server.toml";
  std::string out_;
  std::string err_;
};

TEST_F(command_line_test, help_names_every_command) {
  EXPECT_EQ(run({"--help"}), 0);
  for (const char* command :
       {"serve", "check-config", "staff", "on-call", "audit", "migrate", "seed-demo", "seed-load", "words"}) {
    EXPECT_THAT(out_, HasSubstr(command));
  }
}

TEST_F(command_line_test, wrong_arguments_are_told_apart_from_failures) {
  EXPECT_EQ(run({}), 2);
  EXPECT_EQ(run({"sreve"}), 2);
  EXPECT_EQ(run({"serve"}), 2);
  EXPECT_EQ(run({"check-config"}), 2);
  EXPECT_EQ(run({"check-config", "/nowhere.toml"}), 1);
}

TEST_F(command_line_test, check_config_says_what_is_wrong) {
  EXPECT_EQ(run({"check-config", settings_}), 0);
  write_settings("[limits]\nbody_max = 3\n");
  EXPECT_EQ(run({"check-config", settings_}), 1);
  EXPECT_THAT(err_, HasSubstr("server.toml:5:1: unknown key \"body_max\""));
}

TEST_F(command_line_test, check_config_names_the_line_of_a_bad_rule_about_words) {
  const std::string rules = std::string(folder_.path()) + "/conduct.rules";
  write_settings("[organisation]\nconduct_rules_file = \"" + rules + "\"\n");
  EXPECT_EQ(run({"check-config", settings_}), 1);
  EXPECT_THAT(err_, HasSubstr("conduct.rules: cannot be read"));
  std::ofstream(rules) << "# ours\nword names hodl : tonta\n";
  EXPECT_EQ(run({"check-config", settings_}), 1);
  EXPECT_THAT(err_, HasSubstr("conduct.rules:2: 'hodl' is no action"));
  std::ofstream(rules) << "word names hold : tonta\n";
  EXPECT_EQ(run({"check-config", settings_}), 0) << err_;
  write_settings("[organisation]\nconduct_rules_file = \"\"\n");
  EXPECT_EQ(run({"check-config", settings_}), 0) << err_;
}

TEST_F(command_line_test, words_shows_what_each_line_would_meet) {
  const std::string rules = std::string(folder_.path()) + "/conduct.rules";
  const std::string tried = std::string(folder_.path()) + "/room.rules";
  std::ofstream(rules) << "word names hold : tonta\n";
  std::ofstream(tried) << "switch names alert\n";
  write_settings("[organisation]\nconduct_rules_file = \"" + rules + "\"\n");
  words_order order{settings_, {}};
  std::istringstream said("¡tonta! ana@example.org\nthe 2 am feed\n\n");
  std::ostringstream told;
  EXPECT_EQ(words_command(said, told, order), 0);
  EXPECT_EQ(told.str(),
            "1: hold names \"tonta\"\n1: rephrase email-address \"ana@example.org\"\n2: nothing\n3: nothing\n");
  for (const std::string& above : {tried, rules}) {
    order.rules_file = above;
    std::istringstream again("😀 tonta");
    std::ostringstream now;
    EXPECT_EQ(words_command(again, now, order), 0);
    EXPECT_EQ(now.str(), above == tried ? "1: alert names \"tonta\"\n" : "1: hold names \"tonta\"\n");
  }
}

TEST_F(command_line_test, words_refuses_rules_with_a_problem) {
  const std::string tried = std::string(folder_.path()) + "/room.rules";
  EXPECT_EQ(run({"words", "--config", settings_, "--rules", tried}), 1);
  EXPECT_THAT(err_, HasSubstr("room.rules: cannot be read"));
  std::ofstream(tried) << "\npattern p hold : (\n";
  EXPECT_EQ(run({"words", "--config", settings_, "--rules", tried}), 1);
  EXPECT_THAT(err_, HasSubstr("room.rules:2: the pattern cannot be read"));
}

TEST_F(command_line_test, migrate_makes_a_store_for_its_owner_alone) {
  EXPECT_EQ(run({"migrate", "--config", settings_}), 0);
  const auto mode = std::filesystem::status(std::string(folder_.path()) + "/kept").permissions();
  EXPECT_EQ(mode, std::filesystem::perms::owner_all);
}

TEST_F(command_line_test, a_demo_evening_has_four_links_and_keeps_its_people_for_a_second_run) {
  ASSERT_EQ(run({"seed-demo", "--config", settings_}), 0) << err_;
  const std::string links = read("kept/demo-links.json");
  EXPECT_EQ(out_, links);
  for (const char* name : {"mother", "mother2", "moderator", "facilitator"}) EXPECT_THAT(links, HasSubstr(name));
  EXPECT_THAT(links, HasSubstr("http://ana.localhost:8080/#/enter/"));
  ASSERT_EQ(run({"seed-demo", "--config", settings_}), 0) << err_;
  EXPECT_NE(read("kept/demo-links.json"), links);
  ASSERT_EQ(run({"staff", "list", "--config", settings_}), 0);
  EXPECT_THAT(out_, HasSubstr("Kim"));
}

TEST_F(command_line_test, a_demo_is_never_made_in_a_real_store_nor_for_other_machines) {
  ASSERT_EQ(run({"seed-load", "--config", settings_, "--rooms", "1", "--members", "2", "--out", settings_ + ".load"}),
            0);
  EXPECT_EQ(run({"seed-demo", "--config", settings_}), 1);
  EXPECT_THAT(err_, HasSubstr("real circle"));
  write_settings(
      "[server]\nlisten_address = \"0.0.0.0\"\ntrusted_proxies = [\"10.0.0.1\"]\n"
      "public_origins = [\"https://circle.example.org\"]\n");
  EXPECT_EQ(run({"seed-demo", "--config", settings_}), 1);
  EXPECT_THAT(err_, HasSubstr("this machine only"));
}

TEST_F(command_line_test, a_load_seed_has_one_line_for_each_member_and_one_for_the_facilitator) {
  ASSERT_EQ(run({"seed-load", "--config", settings_, "--rooms", "2", "--members", "60", "--out", settings_ + ".load"}),
            0)
      << err_;
  const std::string lines = read("server.toml.load");
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2 * 61);
  EXPECT_THAT(lines, HasSubstr("\"role\":\"facilitator\""));
}

}  // namespace
}  // namespace nightlight::app
