#include "domain/care/normalise.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace nightlight::domain::care {
namespace {

constexpr std::size_t word_letters_max = 64;
constexpr std::size_t quoted_words_max = 60;

// Letters of other scripts that are drawn like Latin ones. NFKC already unfolds the mathematical and full-width ones.
char32_t drawn_like(char32_t c) {
  static constexpr std::u32string_view seen = U"аеорсухіѕԁһјѵԛԝɡαεικνορτυχẓ";
  static constexpr std::u32string_view same = U"aeopcyxisdhjvqwgaeikvoptuxz";
  static_assert(seen.size() == same.size());
  const auto at = seen.find(c);
  return at == std::u32string_view::npos ? c : same[at];
}

// NFKC case fold, accents off. Empty when nothing is left (marks, zero-width characters).
std::string fold_by_icu(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const casefold = [] {
    UErrorCode error = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCCasefoldInstance(error);
  }();
  static const icu::Normalizer2* const decompose = [] {
    UErrorCode error = U_ZERO_ERROR;
    return icu::Normalizer2::getNFDInstance(error);
  }();
  const icu::UnicodeString one(static_cast<UChar32>(c));
  const icu::UnicodeString apart = decompose->normalize(casefold->normalize(one, status), status);
  icu::UnicodeString bare;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 part = apart.char32At(i);
    const auto type = u_charType(part);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK) continue;
    bare.append(static_cast<UChar32>(drawn_like(static_cast<char32_t>(part))));
  }
  std::string utf8;
  bare.toUTF8String(utf8);
  return utf8;
}

// Accented Latin letters are most of what is not ASCII here, so they are folded once.
const std::string& fold(char32_t c) {
  static constexpr char32_t first = 0x80;
  static constexpr char32_t last = 0x24F;
  static const auto table = [] {
    std::array<std::string, last - first + 1> made;
    for (char32_t at = first; at <= last; ++at) made[at - first] = fold_by_icu(at);
    return made;
  }();
  thread_local std::string other;
  if (c >= first && c <= last) return table[c - first];
  other = fold_by_icu(c);
  return other;
}

bool ascii_word(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x60 || c == 0xB4; }
bool ends_sentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == ';' || c == '\n' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}
bool is_comma(char32_t c) { return c == ',' || c == 0x2014 || c == ':' || c == 0x2026; }
// Inside a word these stand for letters (su!c!de, f*ck, p@stillas); at its edge they are punctuation.
bool stands_for_letter(char32_t c) { return c == '@' || c == '$' || c == '*' || c == '!' || c == '|'; }
bool is_picture(char32_t c) {
  return c >= 0x2190 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

class reader {
 public:
  explicit reader(std::string_view text) : text_(text) {}

  std::vector<plain_word> read() {
    while (byte_ < length()) take(next());
    close_word();
    close_quote();
    return std::move(words_);
  }

 private:
  int32_t length() const { return static_cast<int32_t>(text_.size()); }

  // Moves over one character and counts its UTF-16 units.
  char32_t next() {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    UChar32 c = 0;
    U8_NEXT(bytes, byte_, length(), c);
    unit_begin_ = unit_;
    unit_ += c > 0xFFFF ? 2 : 1;
    return c < 0 ? U' ' : static_cast<char32_t>(c);
  }

  char32_t peek() const {
    if (byte_ >= length()) return U' ';
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    int32_t at = byte_;
    UChar32 c = 0;
    U8_NEXT(bytes, at, length(), c);
    return c < 0 ? U' ' : static_cast<char32_t>(c);
  }

  void take(char32_t c) {
    if (ascii_word(c)) {
      add_letter(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
    } else if (is_apostrophe(c) && !open_.text.empty()) {
      // "don't" is one word; a closing single quote is followed by no letter and changes nothing.
    } else if (stands_for_letter(c) && !open_.text.empty() && ascii_word(peek())) {
      add_letter(static_cast<char>(c));
    } else if (c < 0x80) {
      take_punctuation(c);
    } else if (is_picture(c)) {
      take_picture(c);
    } else {
      take_other(c);
    }
  }

  void take_other(char32_t c) {
    if (is_comma(c) || ends_sentence(c) || c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB) {
      take_punctuation(c);
      return;
    }
    const std::string& letters = fold(c);
    if (letters.empty()) return;  // a mark or an invisible character inside a word
    if (u_isalnum(static_cast<UChar32>(c)) == 0 && !ascii_word(static_cast<unsigned char>(letters[0]))) {
      close_word();
      return;
    }
    for (const char letter : letters) add_letter(letter);
  }

  void take_punctuation(char32_t c) {
    const bool inside = !open_.text.empty() && ascii_word(peek());
    close_word();
    if (c == '"' || c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB) {
      toggle_quote();
    } else if (c == '>' && (words_.empty() || at_line_start_)) {
      quote_from_ = words_.size();
      quote_line_ = true;
    } else if (is_comma(c)) {
      if (!words_.empty()) words_.back().comma_after = true;
    } else if (ends_sentence(c) && !(inside && c != '\n') && c != U'\x2026') {
      take_sentence_end(c);
    }
    at_line_start_ = c == '\n' || (at_line_start_ && c == ' ');
  }

  // Three dots are a breath, not an end.
  void take_sentence_end(char32_t c) {
    if (c == '\n' && quote_line_) close_quote();
    if (words_.empty()) return;
    if (words_.back().what == plain_word::kind::sentence_end) {
      if (c == '.' && words_.back().text == "." && words_.back().span.end == unit_begin_) words_.back().text = "...";
      words_.back().span.end = unit_;
      return;
    }
    words_.push_back({std::string(1, c == '?' ? '?' : '.'), {unit_begin_, unit_}, plain_word::kind::sentence_end});
  }

  void take_picture(char32_t c) {
    close_word();
    std::string utf8;
    icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(utf8);
    words_.push_back({utf8, {unit_begin_, unit_}, plain_word::kind::picture});
  }

  void add_letter(char letter) {
    if (open_.text.size() >= word_letters_max) close_word();
    if (open_.text.empty()) open_.span.begin = unit_begin_;
    open_.text.push_back(letter);
    open_.span.end = unit_;
    at_line_start_ = false;
  }

  void close_word() {
    if (open_.text.empty()) return;
    words_.push_back(std::move(open_));
    open_ = {};
  }

  void toggle_quote() {
    if (quote_from_ == npos) {
      quote_from_ = words_.size();
    } else {
      close_quote();
    }
  }

  void close_quote() {
    if (quote_from_ != npos && (quote_line_ || byte_ < length() || ends_with_quote())) {
      const auto end = std::min(words_.size(), quote_from_ + quoted_words_max);
      for (auto i = quote_from_; i < end; ++i) words_[i].quoted = true;
    }
    quote_from_ = npos;
    quote_line_ = false;
  }

  bool ends_with_quote() const {
    return text_.ends_with('"') || text_.ends_with("\u201D") || text_.ends_with("\u00BB");
  }

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  std::string_view text_;
  int32_t byte_ = 0;
  std::uint32_t unit_ = 0;
  std::uint32_t unit_begin_ = 0;
  plain_word open_;
  std::vector<plain_word> words_;
  std::size_t quote_from_ = npos;
  bool quote_line_ = false;
  bool at_line_start_ = true;
};

}  // namespace

std::vector<plain_word> plain_words(std::string_view text) {
  auto words = reader(text).read();
  std::erase_if(words, [](const plain_word& w) { return w.what == plain_word::kind::sentence_end && w.text == "..."; });
  return words;
}

std::string folded(std::string_view word) {
  std::string all;
  for (const auto& part : plain_words(word)) all += part.text;
  return all;
}

}  // namespace nightlight::domain::care
