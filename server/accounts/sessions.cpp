#include "accounts/sessions.hpp"

#include <utility>
#include <variant>

#include "accounts/store_work.hpp"

namespace nightlight::accounts {

async::task<answer<session_row>> sessions::async_find(async::executor ex, secret cookie_half) {
  if (!cookie_half.has_bytes(half_bytes)) co_return denial(denial_code::not_signed_in);
  auto unit = [now = clock_.now(), hash = cookie_half.hash()](records& r, answer<session_row>& found) -> result<void> {
    auto row = r.find_session(hash);
    if (!row) return row.error();
    if (*row && now < (*row)->expires_at) {
      found = std::move(**row);
    } else {
      found = denial(denial_code::not_signed_in);
    }
    return {};
  };
  co_return co_await transact<session_row>(ex, store_, std::move(unit));
}

async::task<answer<signed_in>> sessions::async_prove(async::executor ex, token shown) {
  answer<session_row> row = co_await async_find(ex, shown.cookie_half);
  if (!row) co_return row.error();
  std::optional<signed_in> in = prove(*row, shown, clock_.now());
  if (!in) co_return denial(denial_code::not_signed_in);
  co_return std::move(*in);
}

async::task<answer<std::monostate>> sessions::async_end(async::executor ex, std::string cookie_half_hash) {
  auto unit = [cookie_half_hash](records& r, answer<std::monostate>& done) -> result<void> {
    if (auto ended = r.delete_session(cookie_half_hash); !ended) return ended.error();
    done = std::monostate{};
    return {};
  };
  answer<std::monostate> done = co_await transact<std::monostate>(ex, store_, std::move(unit));
  if (done) ended_.end_session(cookie_half_hash);
  co_return done;
}

async::task<answer<sessions::watched_session>> sessions::async_find_and_watch(async::executor ex, secret cookie_half) {
  const std::uint64_t endings = ended_.endings();
  answer<session_row> row = co_await async_find(ex, cookie_half);
  if (!row) co_return row.error();
  revocations::watch watch = ended_.add(row->cookie_half_hash, row->person, row->expires_at, ex);
  if (ended_.endings() != endings) {
    row = co_await async_find(ex, std::move(cookie_half));
    if (!row) co_return row.error();
  }
  co_return watched_session{std::move(*row), std::move(watch)};
}

}  // namespace nightlight::accounts
