#include "domain/calendar/typed_text.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace nightlight::domain::calendar {
namespace {

// Emoji are joined and coloured by characters that show nothing by themselves.
bool belongs_to_emoji(UChar32 c) {
  constexpr UChar32 joiner = 0x200d;
  constexpr UChar32 variation = 0xfe0f;
  return c == joiner || c == variation;
}

bool may_stand(UChar32 c) {
  constexpr UChar32 replacement = 0xfffd;
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

}  // namespace

std::optional<problem_code> check_text(std::string_view typed, const text_limits& limits) {
  // Four bytes are the longest code point.
  if (typed.size() > limits.code_points_max * 4) return problem_code::too_long;
  std::size_t count = 0;
  std::size_t visible = 0;
  std::size_t lines = 1;
  const auto size = static_cast<int32_t>(typed.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(typed.data(), i, size, c);
    ++count;
    if (c == U'\n' && limits.lines_max > 1) {
      ++lines;
    } else if (!may_stand(c)) {
      return problem_code::letters_not_allowed;
    } else if (!u_isUWhiteSpace(c)) {
      ++visible;
    }
  }
  if (count > limits.code_points_max || lines > limits.lines_max) return problem_code::too_long;
  if (limits.code_points_min > 0 && (count < limits.code_points_min || visible == 0)) return problem_code::missing;
  return std::nullopt;
}

}  // namespace nightlight::domain::calendar
