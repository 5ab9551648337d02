// Turns what somebody typed into plain lower-case words for matching, each remembering where it stood in the
// original. Accents, zero-width characters, look-alike letters, separators inside words and apostrophes disappear
// here; spelling is repaired later, by the vocabulary. The text itself is never changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nightlight::domain::care {

// Offsets count UTF-16 code units of one message, as browsers do.
struct span16 {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const span16&, const span16&) = default;
};

struct plain_word {
  enum class kind : std::uint8_t { word, picture, sentence_end };

  std::string text;  // folded; for a picture its UTF-8; for a sentence end "."
  span16 span;
  kind what = kind::word;
  bool quoted = false;       // between a pair of quotation marks, or on a line that begins with '>'
  bool comma_after = false;  // a pause that ends the reach of "no" and "never"
};

// Linear in the text. Bytes that are not UTF-8 are skipped. A word longer than 64 characters is cut into words of 64.
std::vector<plain_word> plain_words(std::string_view text);

// The folded form of one word, as it stands in a lexicon: no spaces, accents or apostrophes.
std::string folded(std::string_view word);

}  // namespace nightlight::domain::care
