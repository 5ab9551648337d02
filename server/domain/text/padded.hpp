// A number as it stands in dates, times and tables.
#pragma once

#include <cstdint>
#include <string>

namespace nightlight::domain {

// With zeros before it, `digits` long at least: 7 in 2 is "07".
inline std::string padded(std::int64_t value, std::size_t digits) {
  std::string text = std::to_string(value);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return text;
}

}  // namespace nightlight::domain
