#include "domain/care/screen.hpp"

#include <gtest/gtest.h>

#include <ctime>

namespace nightlight::domain::care {
namespace {

constexpr std::string_view small_lexicon = R"(version test
filler really
expand dont = do not
expand wanna = want to
class PAUSE = but, and
class PILLS = pills~, 💊
rule c2.die C2 red : want .. (die|suicide~)
rule c2.kms C2 red : (kms|kill myself)
rule c3.wake C3 amber : not wake up ; ignores negated
rule c3.burden C3 amber : (burden|carga)
rule c1.pills C1 red : PILLS ..2 (here|hand) ; room loss=soft
rule c11.tired C11 soft : so tired
mark negated neg : (never|not) ; cover 0 5
mark past past.ago : years ago ; cover 20 0
)";

std::shared_ptr<const lexicon> made(std::string_view text) {
  const lexicon_source source{"test.lexicon", std::string(text)};
  const auto parsed = parse_lexicon(std::span(&source, 1));
  for (const auto& p : parsed.problems) ADD_FAILURE() << p.line << ": " << p.what;
  return parsed.made;
}

verdict heard_as(std::vector<std::string_view> messages, room_profile room = room_profile::general) {
  static const auto lex = made(small_lexicon);
  return screen(*lex, room, messages);
}

TEST(screen, names_the_rule_and_shows_the_words_in_the_original) {
  const auto v = heard_as({"ñ 😀 I WANT to Die"});
  ASSERT_EQ(v.hits.size(), 1U);
  EXPECT_EQ(v.says, level::red);
  EXPECT_EQ(v.hits[0].rule, "c2.die");
  EXPECT_EQ(v.hits[0].words[0].span, (span16{7, 18}));
}

TEST(screen, reads_words_however_they_are_typed) {
  for (const std::string_view text :
       {"i wanna die", "k.m.s", "k m s", "wanttodie", "i want suiside", "i w\u200bant to die", "i really want to dieee",
        "want su1c1de", "want to d\u0456e", "want su icide"}) {
    EXPECT_EQ(heard_as({text}).says, level::red) << text;
  }
}

TEST(screen, a_refusal_lowers_its_own_words_and_no_others) {
  EXPECT_EQ(heard_as({"i never want to die"}).says, level::none);
  EXPECT_EQ(heard_as({"i never want to die but i do want to die"}).says, level::red);
}

TEST(screen, what_was_long_ago_is_soft) { EXPECT_EQ(heard_as({"i wanted, want to die, years ago"}).says, level::soft); }

TEST(screen, joins_what_was_sent_in_pieces) {
  const auto v = heard_as({"i want", "to die"});
  ASSERT_EQ(v.says, level::red);
  EXPECT_EQ(v.hits[0].words.size(), 2U);
  EXPECT_EQ(v.hits[0].words[1].message, 1U);
}

TEST(screen, repeated_wishes_and_a_wish_in_distress_are_red) {
  EXPECT_EQ(heard_as({"i hope to not wake up"}).says, level::amber);
  EXPECT_EQ(heard_as({"i hope to not wake up", "i am a burden"}).hits.back().rule, "join.repeated_wish");
  EXPECT_EQ(heard_as({"i am a burden", "so tired"}).hits.back().rule, "join.wish_in_distress");
}

TEST(screen, a_room_changes_a_level) {
  EXPECT_EQ(heard_as({"💊 here"}).says, level::red);
  EXPECT_EQ(heard_as({"💊 here"}, room_profile::loss).says, level::soft);
}

TEST(screen, survives_bytes_that_are_no_text) {
  EXPECT_EQ(heard_as({std::string_view("\xff\xc0\xed\xa0\x80 \0 x", 9)}).says, level::none);
  EXPECT_EQ(heard_as({}).says, level::none);
}

// Work is counted as time of this thread; doubling the text must not cost more than three times as much.
TEST(screen, is_linear_on_hostile_text) {
  const auto seconds = [](const std::string& text) {
    timespec begin{};
    timespec end{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
    heard_as({text});
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
    return static_cast<double>(end.tv_sec - begin.tv_sec) + static_cast<double>(end.tv_nsec - begin.tv_nsec) / 1e9;
  };
  for (const std::string_view piece : {"want ", "want to die ", "a", "a\u0301\u0301\u0301", "\u200b", "\"'(", "> \"x\n",
                                       "k.", "....", "💊", "iwanttodi", "((((", "1", "never "}) {
    const auto text = [&](std::size_t size) {
      std::string s;
      while (s.size() < size) s += piece;
      return s;
    };
    const double half = seconds(text(500'000));
    const double whole = seconds(text(1'000'000));
    EXPECT_LT(whole, 3 * half + 0.05) << piece;
    EXPECT_LT(whole, 20.0) << piece;
  }
}

TEST(lexicon, tells_every_mistake_and_its_line) {
  const lexicon_source source{
      "bad.lexicon",
      "version 1\nrule a C1 red : NOBODY\nrule a C1 red : x\nrule b C99 red : y\n"
      "mark sleepy m : z\nweight C1 99 x\nrule c C1 red : x\nnonsense\nclass EMPTY = \nrule d C2 red : EMPTY\n"};
  const auto parsed = parse_lexicon(std::span(&source, 1));
  EXPECT_FALSE(parsed.made);
  std::vector<std::size_t> lines;
  for (const auto& p : parsed.problems) lines.push_back(p.line);
  for (const std::size_t line : {2U, 3U, 4U, 5U, 6U, 8U}) {
    EXPECT_NE(std::find(lines.begin(), lines.end(), line), lines.end()) << "line " << line;
  }
}

}  // namespace
}  // namespace nightlight::domain::care
