// The key under which a caller may send a write again.
#pragma once

#include <cstddef>
#include <string_view>

namespace nightlight::domain {

inline constexpr std::size_t request_key_bytes_max = 64;

// 1 to 64 of [A-Za-z0-9._-], or none.
inline bool is_request_key(std::string_view key) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
  return key.size() <= request_key_bytes_max && key.find_first_not_of(letters) == std::string_view::npos;
}

}  // namespace nightlight::domain
