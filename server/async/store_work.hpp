// One unit of work in the store, awaited from a shard.
#pragma once

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "async/port_call.hpp"
#include "base/result.hpp"
#include "ports/store.hpp"

namespace nightlight::async {

// Runs unit(records) in one transaction and answers what it answers: result<void>, or result<T> with what it found. Its
// failure rolls back, and so does a failure to commit. What it finds travels in a value of its own that both sides
// hold, so a caller that is gone cannot be written to.
//
//   auto looking = async::async_transact(ex_, store_, [now](records& r) { return r.jobs_due(kind, now, 64); });
//   const result<std::vector<job_row>> due = co_await std::move(looking);
//
// The call is made outside the co_await (GCC 12 can destroy a temporary twice inside it).
template <class Unit>
task<std::invoke_result_t<Unit&, records&>> async_transact(executor ex, store& s, Unit unit) {
  using answer = std::invoke_result_t<Unit&, records&>;
  if constexpr (std::is_same_v<answer, result<void>>) {
    auto start = [&](auto done) { s.transact(std::move(unit), std::move(done)); };
    co_return co_await async_port_call<result<void>>(ex, start);
  } else {
    auto found = std::make_shared<std::optional<answer>>();
    auto start = [&](auto done) {
      s.transact(
          [found, unit = std::move(unit)](records& r) mutable -> result<void> {
            const answer& made = found->emplace(unit(r));
            if (!made) return made.error();
            return {};
          },
          std::move(done));
    };
    const result<void> kept = co_await async_port_call<result<void>>(ex, start);
    if (!kept) co_return answer{boost::system::in_place_error, kept.error()};
    co_return std::move(**found);
  }
}

}  // namespace nightlight::async
