// One person's messages as one row of words, spelling repaired, fillers gone, each word remembering where it stood.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/care/lexicon.hpp"
#include "domain/care/normalise.hpp"

namespace nightlight::domain::care {

struct heard_word {
  reading read;
  span16 span;
  std::uint32_t message = 0;
  bool sentence_end = false;
  bool quoted = false;
  bool pause_after = false;  // a comma, or the end of a message
};

// A word as it was typed, fillers too, for the evidence.
struct typed_word {
  std::string text;  // folded; "." for the end of a sentence or a message
  span16 span;
  std::uint32_t message = 0;
  std::uint32_t names_begin = 0;  // in `names`: what it was read as
  std::uint32_t names_end = 0;
};

struct heard {
  std::vector<heard_word> words;
  std::vector<typed_word> typed;
  std::vector<std::uint32_t> names;
  std::vector<reading> readings;  // the same, without places, for looking up phrases
};

heard hear(const lexicon& lex, std::span<const std::string_view> messages);

}  // namespace nightlight::domain::care
