#include "accounts/staff_book.hpp"

#include <memory>
#include <utility>

#include "accounts/staff.hpp"
#include "accounts/store_work.hpp"
#include "async/port_call.hpp"
#include "domain/calendar/typed_text.hpp"
#include "sealing/random.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::accounts {
namespace {

constexpr std::size_t password_letters = 16;  // of five random bits each
constexpr std::size_t letters_together = 4;   // so that it can be read out
constexpr milliseconds busy_retry{5'000};

denial denial_of(const error_code& why) {
  if (why == failure::not_found) return denial_code::account_unknown;
  if (why == failure::already_exists) return denial_code::account_name_taken;
  if (why == failure::corrupt) return denial_code::account_name_not_allowed;
  return denial_code::store_unavailable;
}

private_text new_password() {
  const std::string letters = sealing::random_base32(password_letters);
  std::string spoken;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i != 0 && i % letters_together == 0) spoken += '-';
    spoken += letters[i];
  }
  return private_text{std::move(spoken)};
}

result<listed_account> listed(records& r, const staff_row& row, const std::vector<on_call_row>& turns, instant now) {
  listed_account out{row.id, row.name, static_cast<domain::role>(row.role), row.disabled};
  const auto contact = r.paging().find_contact(row.id);
  if (!contact) return contact.error();
  out.reachable = contact->has_value();
  for (const on_call_row& turn : turns) {
    if (turn.person == row.id && turn.from <= now && now < turn.until) out.on_call = true;
  }
  return out;
}

answer<staff_row> find(records& r, const person_id& who) {
  auto found = r.find_staff_by_id(who);
  if (!found) return denial(denial_code::store_unavailable);
  if (!*found) return denial(denial_code::account_unknown);
  return std::move(**found);
}

answer<listed_account> told(records& r, const person_id& who, instant now) {
  const answer<staff_row> row = find(r, who);
  if (!row) return row.error();
  const auto turns = r.paging().list_on_call();
  if (!turns) return denial_of(turns.error());
  auto out = listed(r, *row, *turns, now);
  if (!out) return denial_of(out.error());
  return std::move(*out);
}

// Why the change would leave nobody who can make an admin.
std::optional<denial> leaves_no_admin(records& r, const account_change& change) {
  const bool stays =
      !change.disabled.value_or(false) && change.role.value_or(domain::role::admin) == domain::role::admin;
  if (stays) return std::nullopt;
  const auto last = is_last_admin(r, change.of);
  if (!last) return denial_code::store_unavailable;
  return *last ? std::optional<denial>(denial_code::last_admin) : std::nullopt;
}

std::optional<denial> set_disabled(records& r, const staff_row& row, bool disabled) {
  const auto done = disabled ? disable_staff(r, row.name) : enable_staff(r, row.id);
  return done ? std::nullopt : std::optional(denial_of(done.error()));
}

}  // namespace

async::task<answer<std::string>> staff_book::async_hash(async::executor ex, private_text password) {
  auto start = [&](auto done) { pool_.async_hash(std::move(password), std::move(done)); };
  auto hash = co_await async::async_port_call<std::optional<std::string>>(ex, start);
  if (!hash) co_return denial(denial_code::too_busy, busy_retry);
  co_return std::move(*hash);
}

async::task<answer<listed_account>> staff_book::async_keep(async::executor ex, rooms::principal by, change_unit unit) {
  auto found = std::make_shared<answer<listed_account>>(denial_code::store_unavailable);
  told_unit doing = [found, unit = std::move(unit), by = std::move(by),
                     now = clock_.now()](records& r) -> result<std::vector<audit_entry>> {
    std::vector<std::string> actions;
    *found = unit(r, actions);
    if (!*found) return failure::conflict;  // undone; why is in `found`
    std::vector<audit_entry> entries;
    for (std::string& action : actions) {
      audit_entry& entry = entries.emplace_back();
      entry.time = now;
      entry.actor = sealing::to_hex(by.person.value);
      entry.role = static_cast<std::uint32_t>(by.role);
      entry.action = std::move(action);
      entry.subject = sealing::to_hex((*found)->id.value);
    }
    return entries;
  };
  auto keeping = keep_(ex, std::move(doing));
  const result<void> kept = co_await std::move(keeping);
  if (!kept && *found) co_return denial(denial_code::store_unavailable);
  co_return std::move(*found);
}

async::task<answer<std::vector<listed_account>>> staff_book::async_list(async::executor ex) {
  auto unit = [now = clock_.now()](records& r, answer<std::vector<listed_account>>& found) -> result<void> {
    const auto rows = r.list_staff();
    if (!rows) return rows.error();
    const auto turns = r.paging().list_on_call();
    if (!turns) return turns.error();
    std::vector<listed_account> all;
    for (const staff_row& row : *rows) {
      auto one = listed(r, row, *turns, now);
      if (!one) return one.error();
      all.push_back(std::move(*one));
    }
    found = std::move(all);
    return {};
  };
  co_return co_await transact<std::vector<listed_account>>(ex, store_, std::move(unit));
}

async::task<answer<account_with_password>> staff_book::async_add(async::executor ex, rooms::principal by,
                                                                 std::string name, domain::role role) {
  if (domain::calendar::check_text(name, domain::calendar::title_limits)) {
    co_return denial(denial_code::account_name_not_allowed);
  }
  if (!domain::is_staff(role)) co_return denial(denial_code::role_unknown);
  account_with_password made{{}, new_password()};
  auto hashing = async_hash(ex, made.password);
  answer<std::string> hash = co_await std::move(hashing);
  if (!hash) co_return hash.error();
  change_unit unit = [name = std::move(name), role, hash = std::move(*hash), now = clock_.now()](
                         records& r, std::vector<std::string>& actions) -> answer<listed_account> {
    const auto row = add_staff(r, name, role, hash);
    if (!row) return denial_of(row.error());
    actions = {"staff_added"};
    return told(r, row->id, now);
  };
  auto keeping = async_keep(ex, std::move(by), std::move(unit));
  answer<listed_account> kept = co_await std::move(keeping);
  if (!kept) co_return kept.error();
  made.account = std::move(*kept);
  co_return std::move(made);
}

async::task<answer<listed_account>> staff_book::async_change(async::executor ex, rooms::principal by,
                                                             account_change change) {
  if (change.role && !domain::is_staff(*change.role)) co_return denial(denial_code::role_unknown);
  change_unit unit = [change, now = clock_.now()](records& r,
                                                  std::vector<std::string>& actions) -> answer<listed_account> {
    const answer<staff_row> row = find(r, change.of);
    if (!row) return row.error();
    if (const auto no = leaves_no_admin(r, change)) return *no;
    if (change.role && static_cast<std::uint32_t>(*change.role) != row->role) {
      if (const auto done = set_staff_role(r, row->name, *change.role); !done) return denial_of(done.error());
      actions.emplace_back("staff_role_set");
    }
    if (change.disabled && *change.disabled != row->disabled) {
      if (const auto no = set_disabled(r, *row, *change.disabled)) return *no;
      actions.emplace_back(*change.disabled ? "staff_disabled" : "staff_enabled");
    }
    return told(r, change.of, now);
  };
  auto keeping = async_keep(ex, std::move(by), std::move(unit));
  answer<listed_account> kept = co_await std::move(keeping);
  if (!kept) co_return kept.error();
  if (change.disabled.value_or(false)) {
    ended_.end_sessions_of(change.of);
  } else if (change.role) {
    ended_.change_sessions_of(change.of);
  }
  co_return std::move(kept);
}

async::task<answer<account_with_password>> staff_book::async_reset_password(async::executor ex, rooms::principal by,
                                                                            person_id who) {
  account_with_password made{{}, new_password()};
  auto hashing = async_hash(ex, made.password);
  answer<std::string> hash = co_await std::move(hashing);
  if (!hash) co_return hash.error();
  change_unit unit = [who, hash = std::move(*hash), now = clock_.now()](
                         records& r, std::vector<std::string>& actions) -> answer<listed_account> {
    const answer<staff_row> row = find(r, who);
    if (!row) return row.error();
    if (const auto done = set_staff_password(r, row->name, hash); !done) return denial_of(done.error());
    actions = {"staff_password_set"};
    return told(r, who, now);
  };
  auto keeping = async_keep(ex, std::move(by), std::move(unit));
  answer<listed_account> kept = co_await std::move(keeping);
  if (!kept) co_return kept.error();
  ended_.end_sessions_of(who);
  made.account = std::move(*kept);
  co_return std::move(made);
}

async::task<answer<listed_account>> staff_book::async_end_sessions(async::executor ex, rooms::principal by,
                                                                   person_id who) {
  change_unit unit = [who, now = clock_.now()](records& r,
                                               std::vector<std::string>& actions) -> answer<listed_account> {
    if (const auto gone = r.delete_sessions_of(who); !gone) return denial_of(gone.error());
    actions = {"staff_sessions_ended"};
    return told(r, who, now);
  };
  auto keeping = async_keep(ex, std::move(by), std::move(unit));
  answer<listed_account> kept = co_await std::move(keeping);
  if (kept) ended_.end_sessions_of(who);
  co_return std::move(kept);
}

}  // namespace nightlight::accounts
