// One rule about words and what comes of it. Conduct only: what keeps a circle kind and private. Words that mean danger
// are the business of care/, never of a rule.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nightlight::domain {

// Weakest first. With `alert` the words go out and staff are told, with `rephrase` she is asked to say it another way,
// with `hold` a person reads it first.
enum class word_action : std::uint8_t { off, alert, rephrase, hold };
inline constexpr std::array<std::string_view, 4> word_action_names{"off", "alert", "rephrase", "hold"};
constexpr std::string_view name_of(word_action a) { return word_action_names.at(static_cast<std::size_t>(a)); }

// `switched` looks for nothing itself: it gives a built-in rule, or one of the layer below, another action.
enum class looks_for : std::uint8_t { word, prefix, contains, pattern, switched };
inline constexpr std::array<std::string_view, 5> looks_for_names{"word", "prefix", "contains", "pattern", "switch"};

struct word_rule {
  std::string id;  // 1 to 32 of [a-z0-9-]
  looks_for how = looks_for::word;
  word_action action = word_action::hold;
  std::vector<std::string> texts;   // words or phrases; for a pattern exactly one (RE2)
  std::vector<std::string> except;  // words or phrases: where one of them stands, this rule finds nothing
};

inline constexpr std::size_t word_rules_max = 200;  // an organisation's and a room's together
inline constexpr std::size_t word_rule_id_max = 32;
inline constexpr std::size_t word_rule_texts_max = 32;  // and as many exceptions
inline constexpr std::size_t word_rule_text_code_points_max = 200;

}  // namespace nightlight::domain
