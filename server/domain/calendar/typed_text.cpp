#include "domain/calendar/typed_text.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "domain/text/plain_line.hpp"

namespace nightlight::domain::calendar {

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
    } else if (!may_stand_in_a_line(static_cast<char32_t>(c))) {
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
