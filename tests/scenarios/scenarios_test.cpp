// One test for each file beside this one, and the promise that together they meet every command and every refusal.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "domain/room/command.hpp"
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

TEST(scenarios_together, meet_every_refusal_and_every_command) {
  std::set<domain::refusal_code> refusals;
  std::set<std::size_t> commands;
  for (const fs::path& path : files()) {
    const performance p = play_file(path);
    refusals.insert(p.refusals.begin(), p.refusals.end());
    commands.insert(p.commands.begin(), p.commands.end());
  }
  for (int i = 0; i <= static_cast<int>(domain::refusal_code::room_already_open); ++i) {
    const auto code = static_cast<domain::refusal_code>(i);
    EXPECT_TRUE(refusals.contains(code)) << "no scenario is refused with " << domain::code_name(code);
  }
  for (std::size_t i = 0; i < std::variant_size_v<domain::command>; ++i) {
    EXPECT_TRUE(commands.contains(i)) << "no scenario asks for command number " << i;
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
