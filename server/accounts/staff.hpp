// Staff accounts: what can be done with them inside one transaction, for the command line and for sign-in. Their
// names are the organisation's own records and kept in clear.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/denial.hpp"
#include "base/private_text.hpp"
#include "domain/room/role.hpp"
#include "ports/store.hpp"

namespace nightlight::accounts {

// What a name is found by: names that look alike are one name.
std::string staff_name_key(std::string_view name);

// "facilitator", "moderator", "on_call", "admin".
std::optional<domain::role> staff_role(std::string_view name);
std::string_view role_name(domain::role role);

// Why a password cannot be one, in words for whoever is choosing it; nothing when it can.
std::optional<std::string_view> password_problem(const private_text& password);

// `password_hash` comes from hash_password(); hash before the transaction, it takes long. already_exists when the name
// is taken. Adding does not sign anybody in.
result<staff_row> add_staff(records& r, std::string_view name, domain::role role, std::string password_hash);

// Her sessions go on, in the new role.
result<person_id> set_staff_role(records& r, std::string_view name, domain::role role);

// Her password is the one she had.
result<person_id> enable_staff(records& r, const person_id& who);

// Nobody else could make an admin: she is one who is not disabled, and the only one.
result<bool> is_last_admin(records& r, const person_id& who);

// Both end all of her sessions in the store and return who it was, for the revocations; not_found for an unknown
// name.
result<person_id> disable_staff(records& r, std::string_view name);
result<person_id> set_staff_password(records& r, std::string_view name, std::string password_hash);

}  // namespace nightlight::accounts
