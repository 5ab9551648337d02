// A text as conduct rules read it: one form for all the ways of typing the same letters, with accents and tildes kept
// (an "ano" is no "año"). Each byte remembers where it was typed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/care/normalise.hpp"

namespace nightlight::domain {

struct folded_text {
  std::string text;
  std::vector<care::span16> typed;  // for each byte of `text`, the character that it comes from

  care::span16 typed_between(std::size_t begin, std::size_t end) const {
    return {typed[begin].begin, typed[end - 1].end};
  }
};

// NFKC and case folding; invisible characters are gone, a run of spaces or line ends is one space, and the quotation
// marks and dashes that phones put in are the plain ones. Linear; bytes that are not UTF-8 count as one unit each.
folded_text fold(std::string_view typed);

// True when nothing that is part of a word stands directly before `begin` (when a word begins there), or directly
// after `end` (when one ends there). Both lie between characters of `text`.
bool begins_a_word(std::string_view text, std::size_t begin);
bool ends_a_word(std::string_view text, std::size_t end);

std::size_t next_character(std::string_view text, std::size_t at);

}  // namespace nightlight::domain
