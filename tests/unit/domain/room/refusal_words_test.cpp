#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "domain/room/refusal.hpp"

namespace nightlight::domain {
namespace {

std::vector<refusal_code> all_codes() {
  std::vector<refusal_code> codes;
  for (int i = 0; i <= static_cast<int>(newest_refusal); ++i) {
    codes.push_back(static_cast<refusal_code>(i));
  }
  return codes;
}

std::vector<std::string> sentences_of(const std::string& words) {
  std::vector<std::string> sentences(1);
  for (const char c : words) {
    sentences.back() += c;
    if (c == '.' || c == '?') sentences.emplace_back();
  }
  std::erase_if(sentences, [](const std::string& s) { return s.find_first_not_of(' ') == std::string::npos; });
  return sentences;
}

std::ptrdiff_t words_in(const std::string& sentence) {
  std::istringstream in(sentence);
  return std::distance(std::istream_iterator<std::string>(in), {});
}

TEST(refusal_words, are_short_in_both_languages) {
  for (const refusal_code code : all_codes()) {
    for (const char* language : {"en", "es"}) {
      const std::string words = words_of({code, {}}, language);
      ASSERT_FALSE(words.empty()) << code_name(code);
      const auto sentences = sentences_of(words);
      EXPECT_LE(sentences.size(), 2U) << words;
      for (const std::string& s : sentences) {
        EXPECT_LE(words_in(s), 15) << s;
        EXPECT_TRUE(s.ends_with('.') || s.ends_with('?')) << s;
      }
    }
    EXPECT_NE(words_of({code, {}}, "en"), words_of({code, {}}, "es")) << code_name(code);
  }
}

TEST(refusal_words, are_english_for_any_other_language) {
  EXPECT_EQ(words_of({refusal_code::muted, {}}, "pl"), words_of({refusal_code::muted, {}}, "en"));
  EXPECT_EQ(words_of({refusal_code::muted, {}}, ""), words_of({refusal_code::muted, {}}, "en"));
}

TEST(refusal_words, never_show_the_code_to_a_person) {
  for (const refusal_code code : all_codes()) {
    for (const char* language : {"en", "es"}) EXPECT_EQ(words_of({code, {}}, language).find('_'), std::string::npos);
  }
}

TEST(refusal_codes, are_distinct_snake_case_names) {
  std::set<std::string_view> names;
  for (const refusal_code code : all_codes()) {
    EXPECT_TRUE(names.insert(code_name(code)).second) << code_name(code);
    EXPECT_TRUE(std::ranges::all_of(code_name(code), [](char c) { return c == '_' || (c >= 'a' && c <= 'z'); }));
  }
  EXPECT_EQ(code_name(refusal_code::slow_mode_active), "slow_mode_active");
  EXPECT_EQ(code_name(refusal_code::room_already_open), "room_already_open");
  EXPECT_EQ(code_name(refusal_code::held_behind), "held_behind");
  EXPECT_EQ(code_name(newest_refusal), "seat_needed");
}

}  // namespace
}  // namespace nightlight::domain
