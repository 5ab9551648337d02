// Why coming in, signing in or keeping rooms was refused: a code for programs, words for the person. The refusals of a
// room's own rules (a name, for one) come through unchanged.
#pragma once

#include <boost/system/result.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "domain/room/refusal.hpp"

namespace nightlight::accounts {

enum class denial_code : std::uint8_t {
  by_rule,  // a rule of the domain: see `rule`
  invitation_unknown,
  invitation_spent,
  invitation_expired,
  guidelines_changed,
  wrong_name_or_password,
  second_factor_needed,
  too_busy,
  too_often,
  not_signed_in,
  staff_only,
  room_unknown,
  title_not_allowed,
  language_unknown,
  number_out_of_range,
  profile_unknown,
  banned,
  ban_unknown,
  admins_only,
  account_unknown,
  account_name_not_allowed,
  account_name_taken,  // or one that looks like it
  role_unknown,
  last_admin,  // there would be nobody left who can make one
  store_unavailable,
};

struct denial {
  denial_code code{};
  domain::refusal_code rule{};
  milliseconds retry_after{0};  // zero: trying again will not help

  denial() = default;
  denial(denial_code c, milliseconds retry = milliseconds{0}) : code(c), retry_after(retry) {}
  denial(domain::refusal_code r) : code(denial_code::by_rule), rule(r) {}
};

// A value, or why not.
template <class T>
using answer = boost::system::result<T, denial>;

// For value() without a value: a bug, which stops the process.
[[noreturn]] void throw_exception_from_error(const denial& d, const boost::source_location& where);

// "invitation_spent": stable, for programs.
std::string_view name_of(const denial& d);
// At most two short sentences in "en" or "es" (anything else reads English).
std::string words_of(const denial& d, std::string_view language);

}  // namespace nightlight::accounts
