#include "accounts/staff.hpp"

#include <array>
#include <utility>

#include "accounts/passwords.hpp"
#include "domain/room/name.hpp"
#include "sealing/random.hpp"

namespace nightlight::accounts {
namespace {

constexpr std::size_t name_bytes_max = 200;

constexpr std::array<std::pair<std::string_view, domain::role>, 4> roles{{
    {"facilitator", domain::role::facilitator},
    {"moderator", domain::role::moderator},
    {"on_call", domain::role::on_call},
    {"admin", domain::role::admin},
}};

result<staff_row> find(records& r, std::string_view name) {
  auto found = r.find_staff(staff_name_key(name));
  if (!found) return found.error();
  if (!*found) return failure::not_found;
  return std::move(**found);
}

result<person_id> change(records& r, staff_row row) {
  if (auto kept = r.put_staff(row); !kept) return kept.error();
  if (auto ended = r.delete_sessions_of(row.id); !ended) return ended.error();
  return std::move(row.id);
}

}  // namespace

std::string staff_name_key(std::string_view name) {
  return domain::skeleton_of(private_text{std::string(name.substr(0, name_bytes_max))});
}

std::optional<domain::role> staff_role(std::string_view name) {
  for (const auto& [word, role] : roles) {
    if (word == name) return role;
  }
  return std::nullopt;
}

std::string_view role_name(domain::role role) {
  for (const auto& [word, r] : roles) {
    if (r == role) return word;
  }
  return "member";
}

std::optional<std::string_view> password_problem(const private_text& password) {
  if (password.size_bytes() < password_bytes_min) return "A password needs at least 12 characters.";
  if (password.size_bytes() > password_bytes_max) return "A password can have 256 bytes at most.";
  return std::nullopt;
}

result<staff_row> add_staff(records& r, std::string_view name, domain::role role, std::string password_hash) {
  staff_row row;
  row.id = sealing::new_person_id();
  row.name = std::string(name);
  row.name_key = staff_name_key(name);
  row.password_hash = std::move(password_hash);
  row.role = static_cast<std::uint32_t>(role);
  if (row.name_key.empty() || name.size() > name_bytes_max) return failure::corrupt;
  if (auto kept = r.put_staff(row); !kept) return kept.error();
  return row;
}

result<person_id> set_staff_role(records& r, std::string_view name, domain::role role) {
  result<staff_row> row = find(r, name);
  if (!row) return row.error();
  row->role = static_cast<std::uint32_t>(role);
  if (auto kept = r.put_staff(*row); !kept) return kept.error();
  return std::move(row->id);
}

result<person_id> enable_staff(records& r, const person_id& who) {
  result<std::optional<staff_row>> row = r.find_staff_by_id(who);
  if (!row) return row.error();
  if (!*row) return failure::not_found;
  (*row)->disabled = false;
  if (auto kept = r.put_staff(**row); !kept) return kept.error();
  return who;
}

result<bool> is_last_admin(records& r, const person_id& who) {
  const auto rows = r.list_staff();
  if (!rows) return result<bool>{boost::system::in_place_error, rows.error()};
  bool hers = false;
  bool others = false;
  for (const staff_row& row : *rows) {
    if (row.disabled || row.role != static_cast<std::uint32_t>(domain::role::admin)) continue;
    (row.id == who ? hers : others) = true;
  }
  return hers && !others;
}

result<person_id> disable_staff(records& r, std::string_view name) {
  result<staff_row> row = find(r, name);
  if (!row) return row.error();
  row->disabled = true;
  return change(r, std::move(*row));
}

result<person_id> set_staff_password(records& r, std::string_view name, std::string password_hash) {
  result<staff_row> row = find(r, name);
  if (!row) return row.error();
  row->password_hash = std::move(password_hash);
  return change(r, std::move(*row));
}

}  // namespace nightlight::accounts
