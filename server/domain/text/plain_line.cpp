#include "domain/text/plain_line.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace nightlight::domain {
namespace {

// Emoji are joined and coloured by characters that show nothing by themselves.
bool belongs_to_emoji(UChar32 c) {
  constexpr UChar32 joiner = 0x200d;
  constexpr UChar32 variation = 0xfe0f;
  return c == joiner || c == variation;
}

}  // namespace

bool may_stand_in_a_line(char32_t character) {
  constexpr UChar32 replacement = 0xfffd;
  const auto c = static_cast<UChar32>(character);
  if (c < 0 || c == replacement) return false;
  if (belongs_to_emoji(c)) return true;
  if (u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
    return false;
  }
  switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_SURROGATE:
    case U_PRIVATE_USE_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return false;
    default: return true;  // ICU has 30 categories
  }
}

bool is_plain_line(std::string_view utf8) {
  const auto size = static_cast<int32_t>(utf8.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(utf8.data(), i, size, c);
    if (!may_stand_in_a_line(static_cast<char32_t>(c))) return false;
  }
  return true;
}

}  // namespace nightlight::domain
