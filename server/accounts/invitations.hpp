// Links that open a room. The secret travels in the fragment of a URL, so it reaches no server until the page posts
// it, and a preview of the link spends nothing. Only its hash is kept.
#pragma once

#include <cstdint>
#include <string>

#include "accounts/denial.hpp"
#include "accounts/secret.hpp"
#include "base/ids.hpp"
#include "base/instant.hpp"
#include "domain/room/role.hpp"
#include "ports/store.hpp"

namespace nightlight::accounts {

inline constexpr std::size_t invitation_bytes = 16;

struct new_invitation {
  room_id room;
  domain::role role = domain::role::member;
  person_id person;            // empty: everyone who uses it is somebody new
  std::string suggested_name;  // demo links only: never a real person's
  std::int64_t uses = 1;       // negative: as often as wanted
  instant expires_at;
};

// Inside one transaction. The secret exists only in what this returns.
result<secret> make_invitation(records& r, const new_invitation& wanted);

// Finds an invitation that can still be used, without using it. An error is the store's.
result<answer<invitation_row>> find_invitation(records& r, const secret& shown, instant now);

}  // namespace nightlight::accounts
