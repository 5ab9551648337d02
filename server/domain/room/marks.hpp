// What a ban is known by: keyed hashes that somebody else made, of 32 bytes each, one behind the other. The room can
// tell that two people came with the same one and nothing else about them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/private_text.hpp"

namespace nightlight::domain {

inline constexpr std::size_t mark_bytes = 32;

// Whatever is left over at the end is none.
std::vector<std::string> marks_in(const private_text& marks);

bool share_a_mark(const private_text& a, const private_text& b);

}  // namespace nightlight::domain
