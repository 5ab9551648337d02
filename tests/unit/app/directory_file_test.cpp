#include "app/directory_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "app/config.hpp"
#include "places.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

using fields = std::map<std::string, std::string>;

fields good_entry() {
  return {{"id", R"("walk")"},
          {"name", R"({"en": "A walk", "es": "Un paseo"})"},
          {"about", R"({"en": "Walking together", "es": "Caminar juntas"})"},
          {"who", R"({"en": "Everyone", "es": "Para todas"})"},
          {"topic", R"({"en": "Groups", "es": "Grupos"})"},
          {"area", R"({"en": "North", "es": "Norte"})"},
          {"call", R"("+13125550100")"},
          {"display", R"("312-555-0100")"},
          {"web", R"("https://walk.example")"},
          {"languages", R"(["en"])"},
          {"source", R"("its own page")"},
          {"checked", R"("2026-11-24")"},
          {"review", R"("unreviewed")"},
          {"state", R"("ok")"}};
}

std::string as_text(const fields& entry) {
  std::string out;
  for (const auto& [name, value] : entry) out += (out.empty() ? "{" : ", ") + ('"' + name + "\": " + value);
  return out + "}";
}

directory_file with_entries(const std::string& entries) {
  return read_directory("directory.json", R"({"note": "", "entries": [)" + entries + "]}");
}

std::vector<std::string> problems_with(const std::string& field, const std::string& value) {
  fields entry = good_entry();
  entry[field] = value;
  return with_entries(as_text(entry)).problems;
}

TEST(the_directory, that_is_shipped_is_right_and_names_nobody) {
  const directory_file shipped = load_directory(NIGHTLIGHT_SOURCE_DIR "/config/directory.json");
  EXPECT_THAT(shipped.problems, IsEmpty());
  EXPECT_EQ(shipped.shown, R"({"entries":[]})");
}

TEST(the_directory, is_explained_by_an_entry_that_is_right) {
  std::ifstream in(NIGHTLIGHT_SOURCE_DIR "/config/README.md");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::size_t begin = text.find("```json\n");
  ASSERT_NE(begin, text.npos);
  const std::size_t end = text.find("```", begin + 8);
  const directory_file example = read_directory("README.md", text.substr(begin + 8, end - begin - 8));
  EXPECT_THAT(example.problems, IsEmpty());
  EXPECT_THAT(example.shown, HasSubstr(R"("id":)"));
}

TEST(the_directory, shows_what_a_reader_needs_and_keeps_the_rest) {
  const directory_file read = with_entries(as_text(good_entry()));
  EXPECT_THAT(read.problems, IsEmpty());
  for (const char* shown :
       {R"("id":"walk")", R"("es":"Un paseo")", "+13125550100", "https://walk.example", "2026-11-24"}) {
    EXPECT_THAT(read.shown, HasSubstr(shown));
  }
  for (const char* kept : {"source", "review", "state"}) EXPECT_THAT(read.shown, Not(HasSubstr(kept)));
}

TEST(the_directory, shows_only_what_somebody_has_found_right) {
  for (const char* state : {R"("confirm")", R"("old")"}) {
    fields entry = good_entry();
    entry["state"] = state;
    const directory_file read = with_entries(as_text(entry));
    EXPECT_THAT(read.problems, IsEmpty());
    EXPECT_EQ(read.shown, R"({"entries":[]})");
  }
}

TEST(the_directory, names_the_file_the_entry_and_the_field) {
  fields second = good_entry();
  second["id"] = R"("talk")";
  second["web"] = R"("walk.example")";
  EXPECT_THAT(with_entries(as_text(good_entry()) + "," + as_text(second)).problems,
              ElementsAre("directory.json: entry 2 (talk): web: \"walk.example\" must begin with https:// and hold no "
                          "space"));
}

TEST(the_directory, wants_every_field_in_its_form) {
  for (const auto& [field, value] : good_entry()) {
    fields entry = good_entry();
    entry.erase(field);
    EXPECT_THAT(with_entries(as_text(entry)).problems, ElementsAre(HasSubstr(": " + field + ": is missing"))) << field;
    EXPECT_THAT(problems_with(field, "7"), SizeIs(1)) << field;
  }
  const std::vector<std::pair<std::string, std::string>> wrong{{"id", R"("")"},
                                                               {"id", R"("A walk")"},
                                                               {"name", R"({"en": "x"})"},
                                                               {"name", R"({"en": "x", "es": "y", "fr": "z"})"},
                                                               {"call", R"("312-555-0100")"},
                                                               {"call", R"("+1312555010012345")"},
                                                               {"display", R"("312-555-0101")"},
                                                               {"display", R"("")"},
                                                               {"web", R"("http://walk.example")"},
                                                               {"web", R"("https://")"},
                                                               {"web", R"("https://a \"b")"},
                                                               {"languages", R"(["fr"])"},
                                                               {"languages", "[7]"},
                                                               {"source", R"("")"},
                                                               {"checked", R"("24/11/2026")"},
                                                               {"checked", R"("2026-02-30")"},
                                                               {"review", R"("")"},
                                                               {"state", R"("fine")"},
                                                               {"fone", R"("1")"}};
  for (const auto& [field, value] : wrong) {
    EXPECT_THAT(problems_with(field, value), ::testing::Contains(HasSubstr(": " + field))) << field << " " << value;
  }
}

TEST(the_directory, takes_words_of_the_longest_length_and_no_longer) {
  const auto named = [](std::size_t length) {
    std::string name;
    for (std::size_t i = 0; i < length; ++i) name += "ñ";
    return R"({"en": ")" + name + R"(", "es": "x"})";
  };
  EXPECT_THAT(problems_with("name", named(80)), IsEmpty());
  EXPECT_THAT(problems_with("name", named(81)), ElementsAre(HasSubstr("name.en: is longer than 80 characters")));
}

TEST(the_directory, wants_one_way_to_reach_each) {
  fields entry = good_entry();
  entry["web"] = entry["call"] = entry["display"] = R"("")";
  EXPECT_THAT(with_entries(as_text(entry)).problems, ElementsAre(HasSubstr("call: there must be a number to call")));
  entry["call"] = entry["display"] = R"("211")";
  EXPECT_THAT(with_entries(as_text(entry)).problems, IsEmpty());
}

TEST(the_directory, has_each_entry_once) {
  const std::string one = as_text(good_entry());
  EXPECT_THAT(with_entries(one + "," + one).problems,
              ElementsAre("directory.json: entry 2 (walk): id: an entry before has the same"));
}

TEST(the_directory, is_refused_whole_when_it_is_something_else) {
  for (const char* nonsense : {"", "[]", "{", "entries: []", "{\"entries\": {}}", "{}",
                               "{\"entries\": [], \"more\": 1}", "{\"entries\": [3]}", "{\"entries\": [[]]}"}) {
    const directory_file read = read_directory("directory.json", nonsense);
    EXPECT_THAT(read.problems, ElementsAre(::testing::StartsWith("directory.json: "))) << nonsense;
    EXPECT_EQ(read.shown, "") << nonsense;
  }
  EXPECT_THAT(read_directory("directory.json", std::string((1 << 20) + 1, ' ')).problems,
              ElementsAre(HasSubstr("larger than a megabyte")));
}

TEST(the_directory, may_be_left_out_and_has_to_be_there_when_it_is_named) {
  EXPECT_EQ(load_directory("").shown, R"({"entries":[]})");
  const testing::temporary_directory nowhere;
  EXPECT_THAT(load_directory(nowhere.file("list.json")).problems, ElementsAre(HasSubstr("list.json: cannot be read")));
  EXPECT_THAT(load_directory(nowhere.path()).problems, ElementsAre(HasSubstr("cannot be read")));
}

}  // namespace
}  // namespace nightlight::app
