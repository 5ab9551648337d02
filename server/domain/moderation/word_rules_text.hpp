// The readable form of word rules: one line a rule, described in config/conduct.rules.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "domain/moderation/word_rules.hpp"

namespace nightlight::domain {

// One text as it was read: an organisation's file, or what a room keeps.
struct word_rules_source {
  std::string name;
  std::string content;
};

inline constexpr std::size_t word_rules_text_bytes_max = std::size_t{64} * 1024;
inline constexpr std::size_t room_words_bytes_max = std::size_t{16} * 1024;  // what a room may keep

struct word_rules_text_problem {
  std::string file;
  std::size_t line = 0;
  std::string what;
};

struct parsed_word_rules {
  std::shared_ptr<const word_rules> made;  // null when there is any problem
  std::vector<word_rules_text_problem> problems;
};

// The organisation's text first, then the room's. An empty text, or none, leaves the built-in rules as they are.
parsed_word_rules parse_word_rules(std::span<const word_rules_source> layers);

}  // namespace nightlight::domain
