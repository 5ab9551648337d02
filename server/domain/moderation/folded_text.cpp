#include "domain/moderation/folded_text.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace nightlight::domain {
namespace {

using care::span16;

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

bool is_ascii(std::string_view text) {
  unsigned any = 0;
  for (const char c : text) any |= static_cast<unsigned char>(c);
  return any < 0x80;
}

bool is_space(UChar32 c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

// What NFKC leaves different although nobody means a difference; 0 when the character stays.
char plain_form(UChar32 c) {
  if (is_space(c)) return ' ';
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return '\'';
  if (c == 0x201C || c == 0x201D) return '"';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  return 0;
}

class writer {
 public:
  explicit writer(std::size_t bytes) {
    out_.text.reserve(bytes);
    out_.typed.reserve(bytes);
  }

  void put(char c, span16 from) {
    if (c == ' ' && out_.text.ends_with(' ')) return;
    out_.text.push_back(c);
    out_.typed.push_back(from);
  }

  void put(UChar32 c, std::string_view bytes, span16 from) {
    if (const char plain = plain_form(c); plain != 0) return put(plain, from);
    out_.text.append(bytes);
    out_.typed.insert(out_.typed.end(), bytes.size(), from);
  }

  folded_text finish() { return std::move(out_); }

 private:
  folded_text out_;
};

folded_text fold_ascii(std::string_view typed) {
  writer out(typed.size());
  for (std::uint32_t i = 0; i < typed.size(); ++i) {
    const char c = typed[i];
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    out.put(is_space(c) ? ' ' : lower, {i, i + 1});
  }
  return out.finish();
}

// Walks the typed text beside its normal form.
class walk {
 public:
  walk(std::string_view typed, std::string_view normal) : typed_(typed), normal_(normal), out_(normal.size()) {}

  void unchanged(std::int32_t bytes) {
    const std::size_t end = normal_at_ + static_cast<std::size_t>(bytes);
    while (normal_at_ < end) {
      const std::uint32_t begin = unit_;
      const std::size_t before = normal_at_;
      const UChar32 c = next(normal_, normal_at_);
      pass_typed(normal_at_ - before);
      out_.put(c, normal_.substr(before, normal_at_ - before), {begin, unit_});
    }
  }

  void changed(std::int32_t typed_bytes, std::int32_t normal_bytes) {
    const std::uint32_t begin = unit_;
    pass_typed(static_cast<std::size_t>(typed_bytes));
    const std::size_t end = normal_at_ + static_cast<std::size_t>(normal_bytes);
    while (normal_at_ < end) {
      const std::size_t before = normal_at_;
      const UChar32 c = next(normal_, normal_at_);
      out_.put(c, normal_.substr(before, normal_at_ - before), {begin, unit_});
    }
  }

  folded_text finish() { return out_.finish(); }

 private:
  static UChar32 next(std::string_view text, std::size_t& at) {
    UChar32 c = 0;
    U8_NEXT(bytes_of(text), at, text.size(), c);
    return c;
  }

  void pass_typed(std::size_t bytes) {
    const std::size_t end = typed_at_ + bytes;
    while (typed_at_ < end) unit_ += next(typed_, typed_at_) > 0xFFFF ? 2 : 1;
  }

  std::string_view typed_;
  std::string_view normal_;
  std::size_t typed_at_ = 0;
  std::size_t normal_at_ = 0;
  std::uint32_t unit_ = 0;
  writer out_;
};

}  // namespace

folded_text fold(std::string_view typed) {
  if (is_ascii(typed)) return fold_ascii(typed);
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const casefold = [] {
    UErrorCode error = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCCasefoldInstance(error);
  }();
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal, static_cast<std::int32_t>(typed.size()));
  icu::Edits edits;
  const icu::StringPiece piece(typed.data(), static_cast<std::int32_t>(typed.size()));
  casefold->normalizeUTF8(0, piece, sink, &edits, status);
  walk both(typed, normal);
  for (auto edit = edits.getFineIterator(); edit.next(status);) {
    if (edit.hasChange()) {
      both.changed(edit.oldLength(), edit.newLength());
    } else {
      both.unchanged(edit.oldLength());
    }
  }
  return both.finish();
}

namespace {

bool is_part_of_a_word(UChar32 c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

UChar32 character_before(std::string_view text, std::size_t at) {
  UChar32 c = 0;
  auto index = static_cast<std::int32_t>(at);
  U8_PREV(bytes_of(text), 0, index, c);
  return c;
}

UChar32 character_at(std::string_view text, std::size_t at) {
  UChar32 c = 0;
  U8_NEXT(bytes_of(text), at, text.size(), c);
  return c;
}

}  // namespace

bool begins_a_word(std::string_view text, std::size_t begin) {
  if (begin == 0 || begin >= text.size() || !is_part_of_a_word(character_at(text, begin))) return true;
  return !is_part_of_a_word(character_before(text, begin));
}

bool ends_a_word(std::string_view text, std::size_t end) {
  if (end == 0 || end >= text.size() || !is_part_of_a_word(character_before(text, end))) return true;
  return !is_part_of_a_word(character_at(text, end));
}

std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

}  // namespace nightlight::domain
