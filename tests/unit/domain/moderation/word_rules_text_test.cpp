#include "domain/moderation/word_rules_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "places.hpp"

namespace nightlight::domain {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using sources = std::vector<word_rules_source>;

std::vector<std::string> problems(const sources& all) {
  const parsed_word_rules parsed = parse_word_rules(all);
  EXPECT_EQ(parsed.made == nullptr, !parsed.problems.empty());
  std::vector<std::string> out;
  for (const auto& p : parsed.problems) out.push_back(p.file + ":" + std::to_string(p.line) + ": " + p.what);
  return out;
}

std::vector<std::string> problems(const std::string& text) { return problems(sources{{"f", text}}); }

std::vector<std::string> found(const sources& all, std::string_view text) {
  const parsed_word_rules parsed = parse_word_rules(all);
  for (const auto& p : parsed.problems) ADD_FAILURE() << p.file << ":" << p.line << ": " << p.what;
  std::vector<std::string> out;
  if (!parsed.made) return out;
  for (const word_match& m : judge(*parsed.made, text).matches)
    out.push_back(m.rule + " " + std::string(name_of(m.action)));
  return out;
}

std::vector<std::string> found(const std::string& rules, std::string_view text) {
  return found(sources{{"f", rules}}, text);
}

TEST(word_rules_text, each_kind_of_rule_is_one_line) {
  const std::string text =
      "# remark\n\nword w hold : one, two three\nprefix p alert: four\ncontains c rephrase :five\n"
      "pattern q hold : six(,|;) seven\nswitch link off\n";
  EXPECT_THAT(found(text, "two  three"), ElementsAre("w hold"));
  EXPECT_THAT(found(text, "fourteen"), ElementsAre("p alert"));
  EXPECT_THAT(found(text, "highfive"), ElementsAre("c rephrase"));
  EXPECT_THAT(found(text, "six; seven"), ElementsAre("q hold"));
  EXPECT_THAT(found(text, "ones https://example.org"), IsEmpty());
}

TEST(word_rules_text, exceptions_follow_a_semicolon) {
  const std::string text =
      "word w hold : one ; except one day, just one\npattern p hold : a ; b ; except a ; b c\n"
      "switch link hold ; except our.example.org\n";
  EXPECT_THAT(found(text, "one day, just one"), IsEmpty());
  EXPECT_THAT(found(text, "one a ; b"), ElementsAre("w hold", "p hold"));
  EXPECT_THAT(found(text, "a ; b c https://our.example.org/x"), IsEmpty());
}

TEST(word_rules_text, a_line_that_begins_with_a_space_continues_the_one_above) {
  EXPECT_THAT(found("word w hold : one,\n  two\n", "two"), ElementsAre("w hold"));
}

TEST(word_rules_text, carriage_returns_are_nothing) {
  EXPECT_THAT(found("word w hold : one\r\nswitch link off\r\n", "one example.org"), ElementsAre("w hold"));
}

TEST(word_rules_text, no_text_leaves_the_built_in_rules) {
  EXPECT_THAT(found(sources{}, "see example.org"), ElementsAre("link hold"));
  EXPECT_THAT(found("", "see example.org"), ElementsAre("link hold"));
}

TEST(word_rules_text, a_room_s_text_stands_above_its_organisation_s) {
  const sources both{{"organisation", "word w hold : one\nswitch link off\n"},
                     {"room", "switch w alert\nswitch link alert\n"}};
  EXPECT_THAT(found(both, "one example.org"), ElementsAre("w alert", "link alert"));
}

TEST(word_rules_text, every_problem_has_its_file_and_line) {
  EXPECT_THAT(
      problems(sources{{"a", "\nwrod w hold : x\nword w hodl : x\nword w hold x\n"},
                       {"b", "# fine\nswitch nothing off\npattern p hold : (\nword W hold : x\nswitch link\n"}}),
      ElementsAre(HasSubstr("a:2: expected word, prefix, contains, pattern or switch in place of 'wrod'"),
                  HasSubstr("a:3: 'hodl' is no action: write hold, rephrase, alert or off"),
                  HasSubstr("a:4: expected: word ID ACTION : TEXT"), HasSubstr("b:2: no rule is called 'nothing'"),
                  HasSubstr("b:3: the pattern cannot be read"), HasSubstr("b:4: 'W' cannot be a name"),
                  HasSubstr("b:5: expected: switch ID ACTION")));
}

TEST(word_rules_text, a_rule_without_a_text_is_a_problem) {
  for (const std::string rule :
       {"word w hold :", "word w hold : , ,", "pattern w hold : ", "word w hold : ; except x"}) {
    EXPECT_THAT(problems(rule), ElementsAre(HasSubstr("f:1: "))) << rule;
  }
}

TEST(word_rules_text, a_text_has_64_kib_at_most) {
  std::string text(word_rules_text_bytes_max, '#');
  EXPECT_THAT(problems(text), IsEmpty());
  EXPECT_THAT(problems(text + "#"), ElementsAre("f:1: longer than 65536 bytes"));
}

TEST(word_rules_text, there_are_200_rules_at_most_in_both_texts) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "word r" + std::to_string(i) + " hold : x\n";
  EXPECT_THAT(problems(text), IsEmpty());
  EXPECT_THAT(problems(text + "word more hold : x\n"), ElementsAre("f:201: more than 200 rules"));
  EXPECT_THAT(problems(sources{{"f", text}, {"room", "\nword more hold : x\n"}}),
              ElementsAre("room:2: more than 200 rules"));
}

TEST(word_rules_text, nonsense_is_a_problem_and_no_crash) {
  for (const std::string& text :
       {std::string("\0\0\0", 3), std::string("\xff\xfe word"), std::string(60'000, '('), std::string("word"),
        std::string(":"), std::string("; except x"), std::string("switch : ;"), std::string("pattern p hold : \xff")}) {
    EXPECT_EQ(problems(text).size(), 1U) << text.substr(0, 20);
  }
}

TEST(word_rules_text, the_file_that_is_delivered_and_its_examples_can_be_read) {
  std::ifstream in(NIGHTLIGHT_SOURCE_DIR "/config/conduct.rules");
  std::ostringstream text;
  text << in.rdbuf();
  const std::string delivered = text.str();
  EXPECT_THAT(problems(delivered), IsEmpty());
  const std::size_t examples = delivered.find("# Examples.");
  ASSERT_NE(examples, std::string::npos);
  std::istringstream lines(delivered.substr(examples));
  std::string used;
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# Examples") || line == "#") continue;
    used += line.substr(2) + "\n";
    ++count;
  }
  EXPECT_GE(count, 8U);
  EXPECT_THAT(problems(used), IsEmpty());
  EXPECT_THAT(found(used, "join zoom.us/j/123 on crypto, mala madre"),
              ElementsAre("link hold", "zoom-room hold", "crypto hold", "shaming rephrase"));
}

}  // namespace
}  // namespace nightlight::domain
