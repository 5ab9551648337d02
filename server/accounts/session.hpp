// One session: the row that is kept and what it takes to open it. Pure, apart from randomness.
#pragma once

#include <optional>
#include <string>

#include "accounts/token.hpp"
#include "base/instant.hpp"
#include "ports/store.hpp"
#include "rooms/principal.hpp"

namespace nightlight::accounts {

struct session_lengths {
  seconds member{12 * 3600};
  seconds staff{12 * 3600};
};

// How a session begins. The language and the guidelines she agreed to are kept beside it.
struct new_session {
  rooms::principal who;
  std::string guidelines_version;  // empty for staff
};

struct opened_session {
  accounts::token token;
  session_row row;
};

// A session whose both halves were shown.
struct signed_in {
  rooms::principal who;
  std::string cookie_half_hash;  // its name in the store and in the revocations
  std::string guidelines_version;
  instant expires_at;
};

opened_session make_session(const new_session& wanted, instant now, const session_lengths& lengths);

// Nothing when the page half is not this session's, or its time is over.
std::optional<signed_in> prove(const session_row& row, const token& shown, instant now);

}  // namespace nightlight::accounts
