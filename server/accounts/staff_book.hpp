// Staff accounts as an admin keeps them from a page: what each change is, that an admin is left, and what the audit log
// is told, in one step with the change. What `nightlight staff` does is made of the same pieces (accounts/staff).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "accounts/denial.hpp"
#include "accounts/passwords.hpp"
#include "accounts/revocations.hpp"
#include "async/awaitable.hpp"
#include "domain/room/role.hpp"
#include "ports/clock.hpp"
#include "ports/store.hpp"
#include "rooms/principal.hpp"

namespace nightlight::accounts {

struct listed_account {
  person_id id;
  std::string name;
  domain::role role{};
  bool disabled = false;
  bool reachable = false;  // has an address for being called
  bool on_call = false;    // just now
};

// A password is told once, here.
struct account_with_password {
  listed_account account;
  private_text password;
};

// What is empty stays as it is.
struct account_change {
  person_id of;
  std::optional<domain::role> role{};
  std::optional<bool> disabled{};
};

class staff_book {
 public:
  // Runs a unit of work and keeps what it tells of in the audit log, in one step; what fails is undone whole.
  using told_unit = std::function<result<std::vector<audit_entry>>(records&)>;
  using audited = std::function<async::task<result<void>>(async::executor, told_unit)>;

  // All of them outlive it. Any shard.
  staff_book(store& s, const clock_port& clock, password_pool& pool, revocations& ended, audited keep)
      : store_(s), clock_(clock), pool_(pool), ended_(ended), keep_(std::move(keep)) {}

  async::task<answer<std::vector<listed_account>>> async_list(async::executor ex);  // by name
  async::task<answer<account_with_password>> async_add(async::executor ex, rooms::principal by, std::string name,
                                                       domain::role role);
  // Whoever is disabled is signed out everywhere; another role counts from her next command.
  async::task<answer<listed_account>> async_change(async::executor ex, rooms::principal by, account_change change);
  // The two sign her out everywhere.
  async::task<answer<account_with_password>> async_reset_password(async::executor ex, rooms::principal by,
                                                                  person_id who);
  async::task<answer<listed_account>> async_end_sessions(async::executor ex, rooms::principal by, person_id who);

 private:
  // What a unit finds out, or why it does not do it.
  using change_unit = std::function<answer<listed_account>(records&, std::vector<std::string>& actions)>;
  async::task<answer<listed_account>> async_keep(async::executor ex, rooms::principal by, change_unit unit);
  async::task<answer<std::string>> async_hash(async::executor ex, private_text password);

  store& store_;
  const clock_port& clock_;
  password_pool& pool_;
  revocations& ended_;
  const audited keep_;
};

}  // namespace nightlight::accounts
