// Whether a text is one mailbox as SMTP takes it, without a name around it: nothing in it could begin another header or
// another recipient.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace nightlight::domain {

inline constexpr std::size_t mail_address_bytes_max = 254;  // RFC 5321, 4.5.3.1.3, without the angle brackets

enum class address_problem : std::uint8_t {
  too_long,
  breaks_line,  // a line end or another control character
  not_plain,    // letters beyond ASCII: many mail servers still do not take them
  two_at_signs,
  not_an_address,
};

// Nothing when all is well.
std::optional<address_problem> check_mail_address(std::string_view typed);

}  // namespace nightlight::domain
