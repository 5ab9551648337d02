// How long a text is for whoever reads it, not for whoever stores it.
#pragma once

#include <algorithm>
#include <string_view>

namespace nightlight::domain {

inline std::size_t code_points(std::string_view utf8) {
  const auto starts = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; };
  return static_cast<std::size_t>(std::ranges::count_if(utf8, starts));
}

}  // namespace nightlight::domain
