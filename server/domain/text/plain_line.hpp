// Which characters may stand in a line that people read as it was typed: letters of every script and emoji are welcome;
// what turns the line around, ends it or shows nothing is not.
#pragma once

#include <string_view>

namespace nightlight::domain {

bool may_stand_in_a_line(char32_t c);

// All of its characters may. What is not UTF-8 is not plain.
bool is_plain_line(std::string_view utf8);

}  // namespace nightlight::domain
