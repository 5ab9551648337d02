#include "accounts/sign_in.hpp"

#include <optional>
#include <utility>

#include "accounts/staff.hpp"
#include "accounts/store_work.hpp"

namespace nightlight::accounts {
namespace {

constexpr milliseconds busy_retry{5'000};

// The account of that name, if it can be signed in to.
async::task<answer<std::optional<staff_row>>> async_find_account(async::executor ex, store& s, std::string name) {
  auto unit = [key = staff_name_key(name)](records& r, answer<std::optional<staff_row>>& found) -> result<void> {
    auto row = r.find_staff(key);
    if (!row) return row.error();
    if (*row && ((*row)->disabled || (*row)->password_hash.empty())) row->reset();
    found = std::move(*row);
    return {};
  };
  co_return co_await transact<std::optional<staff_row>>(ex, s, std::move(unit));
}

// Begins the session unless the account was changed while the password was being checked.
async::task<answer<staff_signed_in>> async_begin(async::executor ex, store& s, staff_row account, new_session wanted,
                                                 opened_session session) {
  auto unit = [account, wanted, session](records& r, answer<staff_signed_in>& in) -> result<void> {
    auto still = r.find_staff_by_id(account.id);
    if (!still) return still.error();
    if (!*still || (*still)->disabled || (*still)->password_hash != account.password_hash) {
      in = denial(denial_code::wrong_name_or_password);
      return {};
    }
    if (auto kept = r.put_session(session.row); !kept) return kept.error();
    in = staff_signed_in{session, wanted.who};
    return {};
  };
  co_return co_await transact<staff_signed_in>(ex, s, std::move(unit));
}

}  // namespace

async::task<answer<staff_signed_in>> sign_in::async_sign_in(async::executor ex, sign_in_request request) {
  answer<std::optional<staff_row>> account = co_await async_find_account(ex, store_, request.name);
  if (!account) co_return account.error();
  std::string hash = *account ? (*account)->password_hash : nobodys_hash();
  auto start = [&](auto done) { pool_.async_check(std::move(hash), std::move(request.password), std::move(done)); };
  const auto matches = co_await async::async_port_call<std::optional<bool>>(ex, start);
  if (!matches) co_return denial(denial_code::too_busy, busy_retry);
  if (!*matches || !*account) co_return denial(denial_code::wrong_name_or_password);
  if (!(*account)->totp_secret.empty()) co_return denial(denial_code::second_factor_needed);

  new_session wanted;
  wanted.who.person = (*account)->id;
  wanted.who.role = static_cast<domain::role>((*account)->role);
  wanted.who.name = private_text{(*account)->name};
  wanted.who.language = std::move(request.language);
  opened_session session = make_session(wanted, clock_.now(), lengths_);
  staff_row found = std::move(**account);
  co_return co_await async_begin(ex, store_, std::move(found), std::move(wanted), std::move(session));
}

}  // namespace nightlight::accounts
