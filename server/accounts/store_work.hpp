// One unit of work in the store, awaited from a shard. What the unit finds out travels in a value of its own that
// both sides hold, so a caller that is gone cannot be written to.
#pragma once

#include <memory>
#include <utility>

#include "accounts/denial.hpp"
#include "async/store_work.hpp"
#include "ports/store.hpp"

namespace nightlight::accounts {

// Runs unit(records, found) in one transaction, where `unit` returns result<void> and fills `found`. A denial that it
// leaves there commits what was written before it, so look first and write last.
template <class Found, class Unit>
async::task<answer<Found>> transact(async::executor ex, store& s, Unit unit) {
  auto found = std::make_shared<answer<Found>>(denial_code::store_unavailable);
  auto working = async::async_transact(
      ex, s, [found, unit = std::move(unit)](records& r) mutable -> result<void> { return unit(r, *found); });
  const result<void> kept = co_await std::move(working);
  if (!kept) co_return denial(denial_code::store_unavailable);
  co_return std::move(*found);
}

}  // namespace nightlight::accounts
