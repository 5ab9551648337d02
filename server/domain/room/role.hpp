// Who someone is to a room. The numbers are kept in the store and travel on the wire: never reuse one.
#pragma once

#include <cstdint>

namespace nightlight::domain {

enum class role : std::uint8_t { member = 1, facilitator = 2, moderator = 3, on_call = 4, admin = 5 };

constexpr bool is_staff(role r) { return r != role::member; }

}  // namespace nightlight::domain
