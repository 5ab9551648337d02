// Names that mothers choose: what may be one, and when two look the same. Unicode's own rules do the work (NFKC,
// UTS #39 confusable skeletons); the rest keeps phone numbers, addresses and staff look-alikes out.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/private_text.hpp"
#include "domain/room/limits.hpp"
#include "domain/room/refusal.hpp"

namespace nightlight::domain {

// The name as it will be shown (NFKC, spaces tidied), or why it cannot be one.
using name_finding = std::variant<private_text, refusal_code>;

name_finding check_name(std::string_view typed, const limits& rules);

// Equal for names that look alike to a person: case, accents, spaces and confusable letters do not count.
std::string skeleton_of(const private_text& name);

}  // namespace nightlight::domain
