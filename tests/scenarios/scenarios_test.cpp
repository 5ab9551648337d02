// One test for each file beside this one, and the promise that together they meet every command and every refusal.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "domain/room/command.hpp"
#include "places.hpp"
#include "scenarios/play.hpp"

namespace nightlight::scenario {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(NIGHTLIGHT_SOURCE_DIR "/tests/scenarios")) {
    if (entry.path().extension() == ".scenario") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

performance play_file(const fs::path& path) {
  std::ifstream in(path);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  return play(read_script(text, path.filename().string()));
}

class scenarios : public testing::TestWithParam<fs::path> {};

TEST_P(scenarios, plays_as_written) {
  try {
    for (const std::string& wrong : play_file(GetParam()).wrong) ADD_FAILURE() << wrong;
  } catch (const std::exception& e) {
    FAIL() << GetParam().filename().string() << ": " << e.what();
  }
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) { return info.param.stem().string(); }

INSTANTIATE_TEST_SUITE_P(files, scenarios, testing::ValuesIn(files()), name_of);

performance all_files_together() {
  performance all;
  for (const fs::path& path : files()) {
    const performance p = play_file(path);
    all.refusals.insert(p.refusals.begin(), p.refusals.end());
    all.commands.insert(p.commands.begin(), p.commands.end());
    all.events.insert(p.events.begin(), p.events.end());
    all.outcomes.insert(p.outcomes.begin(), p.outcomes.end());
    all.heard = all.heard || p.heard;
  }
  return all;
}

TEST(scenarios_together, meet_every_command_refusal_and_event) {
  const performance all = all_files_together();
  for (int i = 0; i <= static_cast<int>(domain::newest_refusal); ++i) {
    const auto code = static_cast<domain::refusal_code>(i);
    EXPECT_TRUE(all.refusals.contains(code)) << "no scenario is refused with " << domain::code_name(code);
  }
  for (std::size_t i = 0; i < std::variant_size_v<domain::command_kinds>; ++i) {
    EXPECT_TRUE(all.commands.contains(i)) << "no scenario asks for command number " << i;
  }
  for (std::size_t i = 0; i < std::variant_size_v<domain::event_kinds>; ++i) {
    EXPECT_TRUE(all.events.contains(i)) << "in no scenario comes event number " << i;
  }
}

TEST(scenarios_together, meet_every_kind_of_answer) {
  const performance all = all_files_together();
  for (int i = 0; i <= static_cast<int>(outcome::kind::refused); ++i) {
    EXPECT_TRUE(all.outcomes.contains(static_cast<outcome::kind>(i))) << "number " << i;
  }
  EXPECT_TRUE(all.heard) << "nothing was refused and heard";
}

std::vector<std::string> controls() {
  std::ifstream in(NIGHTLIGHT_SOURCE_DIR "/tests/scenarios/CONTROLS.md");
  std::vector<std::string> rows;
  bool in_table = false;
  for (std::string line; std::getline(in, line);) {
    if (in_table && line.starts_with('|')) rows.push_back(line);
    in_table = in_table || line.starts_with("|---");
  }
  return rows;
}

// The files that a row names, each in backquotes.
std::vector<std::string> files_named_in(const std::string& row) {
  std::vector<std::string> named;
  for (std::size_t from = row.find('`'); from != std::string::npos; from = row.find('`', from + 1)) {
    const std::size_t to = std::min(row.find('`', from + 1), row.size());
    named.push_back(row.substr(from + 1, to - from - 1));
    from = to;
  }
  std::erase_if(named, [](const std::string& name) { return !name.ends_with(".scenario"); });
  return named;
}

TEST(controls_table, names_for_each_control_a_file_that_proves_it) {
  EXPECT_GE(controls().size(), 40U);
  for (const std::string& row : controls()) {
    const std::vector<std::string> named = files_named_in(row);
    EXPECT_FALSE(named.empty()) << row;
    for (const std::string& name : named) {
      EXPECT_TRUE(fs::exists(fs::path(NIGHTLIGHT_SOURCE_DIR "/tests/scenarios") / name)) << name;
    }
  }
}

// The language itself.

constexpr std::string_view heading = "room \"x\"; facilitator Kim; members Ana, Ben\n";

std::string complaint_about(const std::string& lines) {
  try {
    const performance p = play(read_script(std::string(heading) + lines, "x.scenario"));
    return p.wrong.empty() ? "" : p.wrong.front();
  } catch (const wrong_script& e) {
    return e.what();
  }
}

TEST(scenario_language, says_where_the_story_went_another_way) {
  EXPECT_EQ(complaint_about("19:00:00  Ana says \"hello\"  → #2\n"), "x.scenario:2: expected \"#2\", but: #1");
  EXPECT_EQ(complaint_about("19:00:00 Kim mutes Ana for 5m \"x\"\n19:00:01 Ana says \"hello\"\n"),
            "x.scenario:3: this should go well, but: refused: muted, 299s left");
  EXPECT_EQ(complaint_about("19:00:00 Ana says \"hello\"\nBen saw nothing\n"),
            "x.scenario:3: Ben did not see messages none, but saw #1 ");
  EXPECT_EQ(complaint_about("19:00:00 Ben says \"hello\"\nAna saw #1 and nothing about Ben\n"),
            "x.scenario:3: Ana did not see nothing about Ben");
  EXPECT_EQ(complaint_about("the door is locked\n"), "x.scenario:2: it is not so that the door is locked");
}

// One held message, one alert, and every way of looking at them that is not so.
TEST(scenario_language, looks_closely_at_what_the_team_has_before_it) {
  const std::string story =
      "19:00:00 Kim holds everything\n19:00:01 Ana says \"hello\"\n19:00:02 Ben reports Ana \"rude\"\n";
  for (const char* line : {"Ana's first waits as \"hi\"",
                           "Ana's first waits behind another",
                           "Ana's first waits too long",
                           "Ana's first waits to be said another way",
                           "nothing waits",
                           "the room holds nothing",
                           "nothing is due",
                           "something is due in 5s",
                           "alert 1 is red",
                           "alert 1 is a worry",
                           "alert 1 is about Ben",
                           "alert 1 is by Ana",
                           "alert 1 is Kim's",
                           "alert 1 is closed as talked",
                           "alert 1 is on Ana's first",
                           "alert 1 is accepted",
                           "alert 1 is with the co-facilitator",
                           "alert 1 is with the words \"kind\"",
                           "there is no alert",
                           "there are 2 alerts",
                           "Ana has 1 warning",
                           "Ana has the floor",
                           "Ana is in a side room with Kim",
                           "Ana is banned",
                           "backstage reads \"hello\"",
                           "nobody can read \"hello\"",
                           "newcomers listen first",
                           "invitations are closed",
                           "the room is locked down"}) {
    EXPECT_EQ(complaint_about(story + line), "x.scenario:5: it is not so that " + std::string(line)) << line;
  }
}

TEST(scenario_language, says_what_waited_and_what_was_heard) {
  EXPECT_EQ(complaint_about("19:00:00 Kim holds everything\n19:00:01 Ana says \"hello\" → #1\n"),
            "x.scenario:3: expected \"#1\", but: held");
  EXPECT_EQ(complaint_about("19:00:00 Kim pauses the room\nAna's words call staff as red \"c2.die\"\n"
                            "19:00:01 Ana says \"hello\" → refused: room_paused, 2s left\n"),
            "x.scenario:4: expected \"refused: room_paused, 2s left\", but: refused: room_paused, 2s left, the team "
            "hears it");
  EXPECT_EQ(complaint_about("19:00:00 Kim releases Ana's first\n"), "x.scenario:2: nothing of Ana's waits there");
}

TEST(scenario_language, says_which_words_it_does_not_know) {
  EXPECT_EQ(complaint_about("19:00:00 Zoe says \"hello\"\n"), "x.scenario:2: who is this? \"Zoe says \"hello\"\"");
  EXPECT_EQ(complaint_about("19:00:00 Ana sings\n"), "x.scenario:2: Ana does what? \"sings\"");
  EXPECT_EQ(complaint_about("19:00:00 Ana says \"hello → #1\n"), "x.scenario:2: a quotation is not closed");
  EXPECT_EQ(complaint_about("19:00:00 Ana says \"hello\" loudly\n"), "x.scenario:2: did not understand \"loudly\"");
  EXPECT_EQ(complaint_about("19:00:00 Ana says \"hello\" → refused: tired\n"),
            "x.scenario:2: there is no refusal called tired");
  EXPECT_EQ(complaint_about("19:00:10 Ana says \"a\"\n19:00:00 Ana says \"b\"\n"),
            "x.scenario:3: this is earlier than the line before");
}

TEST(scenario_language, needs_a_heading) {
  EXPECT_THROW(read_script("19:00:00 Ana says \"hello\"\n", "x.scenario"), wrong_script);
  EXPECT_THROW(read_script("", "x.scenario"), wrong_script);
}

}  // namespace
}  // namespace nightlight::scenario
