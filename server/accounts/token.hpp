// What proves a session: two halves of 32 random bytes. A page keeps one and the browser's cookie the other, so
// forgetting the page's half is enough to be gone; a program keeps both, joined.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "accounts/secret.hpp"
#include "sealing/secret_key.hpp"

namespace nightlight::accounts {

inline constexpr std::size_t half_bytes = 32;

struct token {
  secret page_half;
  secret cookie_half;

  static token random();
  // "page.cookie"; nothing when it has another form.
  static std::optional<token> from_bearer(std::string_view text);
  secret bearer() const;

  // The key of the session's name, which exists only while both halves are at hand.
  sealing::secret_key name_key() const;
};

}  // namespace nightlight::accounts
