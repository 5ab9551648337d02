#include "domain/care/evidence.hpp"

#include <gtest/gtest.h>

#include "domain/care/screen.hpp"

namespace nightlight::domain::care {
namespace {

// A message that holds one item of evidence is as long as that item, so the sums are what its line says.
constexpr std::string_view weighed_lexicon = R"(version test
concept PILLS = pill, pills, pastill*, sleeping tablets
concept MANY = all, todas
rule c1.plain C1 red : goodbye everyone ; alone
rule c9.limp C9 red : limp
rule c6.image C6 soft : image
rule c2.gone C2 red : farewell to her ; alone
rule c2.done C2 red : did it ; alone ; act
demand soft 0.2
demand amber 0.6
demand red 0.5
demand page -1
demand fear 1
demand calm 0.2
demand against -1
bias any 0 C1 0
weight c:MANY+PILLS 1 any 2 C1 1.5
weight w:bridge 1 any 1 C3 0.3 tell 1
weight w:flash 1 any 2 C6 2 C5 1.2
weight w:drowns 1 any 2 C9 1.5
weight w:haircut 1 any -2
weight w:vitamins 1 any 2 C1 1.5 page -2
weight w:storage 1 any 0.2 C1 0.2 tell 1
weight w:closet 1 any 0.2 C1 0.2
weight w:dread 1 any 2 C6 2
weight p:_ahog 1 any 1 C9 0.9
weight w:never~again 1 any 1 C9 1
weight w:with+the+light 1 any 1 C9 1
)";

const lexicon& lex() {
  static const auto made = [] {
    const lexicon_source source{"test.lexicon", std::string(weighed_lexicon)};
    const auto parsed = parse_lexicon(std::span(&source, 1));
    for (const auto& p : parsed.problems) ADD_FAILURE() << p.line << ": " << p.what;
    return parsed.made;
  }();
  return *made;
}

verdict heard_as(std::vector<std::string_view> messages) { return screen(lex(), room_profile::general, messages); }

TEST(evidence, hears_two_concepts_near_each_other_in_either_language) {
  for (const std::string_view text :
       {"all those pills", "me quedan todas las pastillitas", "all of my sleeping tablets"}) {
    const auto v = heard_as({text});
    ASSERT_EQ(v.hits.size(), 1U) << text;
    EXPECT_EQ(v.says, level::red) << text;
    EXPECT_EQ(v.hits[0].rule, "c1.weighed") << text;
  }
}

TEST(evidence, does_not_join_concepts_that_are_far_apart) {
  EXPECT_EQ(heard_as({"all a b c d e f g h i j k l pills"}).says, level::none);
  EXPECT_EQ(heard_as({"all a b c d e f g h i j k pills"}).says, level::red);
}

TEST(evidence, hears_two_words_with_one_or_two_between) {
  for (const std::string_view near : {"never home again", "never ever home again"}) {
    EXPECT_EQ(heard_as({near}).says, level::red) << near;
  }
  for (const std::string_view other : {"never again", "never ever come home again", "again home never"}) {
    EXPECT_EQ(heard_as({other}).says, level::none) << other;
  }
}

TEST(evidence, hears_three_words_in_a_row) {
  EXPECT_EQ(heard_as({"with the light"}).says, level::red);
  EXPECT_EQ(heard_as({"with all the light"}).says, level::none);
}

TEST(evidence, shows_the_words_it_came_from) {
  const auto v = heard_as({"the", "bridge"});
  ASSERT_EQ(v.says, level::amber);
  EXPECT_TRUE(v.hits[0].touches(1));
}

TEST(evidence, knows_a_misspelt_word_by_its_letters) { EXPECT_EQ(heard_as({"se me ahogga"}).hits[0].about, 9); }

TEST(evidence, calls_an_unwanted_thought_soft) {
  EXPECT_EQ(heard_as({"flash"}).says, level::soft);
  EXPECT_EQ(heard_as({"flash"}).hits[0].about, 6);
}

TEST(evidence, stays_behind_a_rule_unless_the_rule_is_plain) {
  EXPECT_EQ(heard_as({"goodbye everyone"}).says, level::red);
  EXPECT_EQ(heard_as({"limp"}).says, level::none);
  EXPECT_EQ(heard_as({"limp"}).hits[0].rule, "c9.limp");
}

TEST(evidence, that_is_clearly_against_a_plain_rule_leaves_it_soft) {
  EXPECT_EQ(heard_as({"goodbye everyone", "haircut"}).says, level::soft);
  EXPECT_EQ(heard_as({"goodbye everyone", "haircut"}).hits[0].rule, "c1.plain");
}

TEST(evidence, pages_nobody_by_weight_for_a_thought_she_calls_unwanted) {
  EXPECT_EQ(heard_as({"he drowns"}).says, level::red);
  EXPECT_EQ(heard_as({"the image he drowns"}).says, level::amber);
  EXPECT_EQ(heard_as({"the image he drowns", "goodbye everyone"}).says, level::red);
  EXPECT_EQ(heard_as({"the image of all those pills"}).says, level::red);
}

TEST(evidence, is_red_only_where_paging_somebody_is_not_ruled_out) {
  EXPECT_EQ(heard_as({"vitamins"}).says, level::amber);
}

TEST(evidence, is_amber_where_the_team_is_to_be_told) {
  EXPECT_EQ(heard_as({"storage"}).says, level::amber);
  EXPECT_EQ(heard_as({"closet"}).says, level::soft);
}

TEST(evidence, that_an_unwanted_thought_leads_leaves_red_to_what_was_done) {
  EXPECT_EQ(heard_as({"farewell to her"}).says, level::red);
  EXPECT_EQ(heard_as({"dread", "farewell to her"}).says, level::amber);
  EXPECT_EQ(heard_as({"dread", "did it"}).says, level::red);
}

TEST(evidence, hears_one_window_of_a_long_text) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "la ";
  EXPECT_EQ(heard_as({text + "bridge"}).says, level::amber);
  EXPECT_EQ(heard_as({text}).says, level::none);
}

TEST(evidence, refuses_lines_that_say_nothing_or_too_much) {
  for (const std::string_view line :
       {"weight w:x 1 any 99", "weight x 1 any 1", "weight w:x 1 C13 1", "weight w:x 1", "bias C1", "demand often 1",
        "concept = x", "concept LONG = one two three four five six", "weight w:x 1 any 1\nweight w:x 1 any 1"}) {
    const lexicon_source source{"bad.lexicon", "version 1\n" + std::string(line) + "\n"};
    EXPECT_FALSE(parse_lexicon(std::span(&source, 1)).made) << line;
  }
}

}  // namespace
}  // namespace nightlight::domain::care
