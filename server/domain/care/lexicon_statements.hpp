// The readable form of a lexicon cut into statements: one keyword, its words, and where it stands. A line that
// begins with a space continues the statement above it; a line that begins with '#' is a comment.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/care/lexicon.hpp"

namespace nightlight::domain::care {

struct statement {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::string keyword;
  std::string rest;
};

std::vector<statement> statements_of(std::span<const lexicon_source> files);

std::string_view trimmed(std::string_view text);
// Cuts at every `mark` outside parentheses; the parts are trimmed, empty ones kept.
std::vector<std::string> cut(std::string_view text, char mark);
// Cuts at spaces outside parentheses; no empty parts.
std::vector<std::string> cut_words(std::string_view text);

}  // namespace nightlight::domain::care
