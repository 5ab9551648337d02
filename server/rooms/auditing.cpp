#include "rooms/auditing.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "async/port_call.hpp"
#include "rooms/audit_entry.hpp"

namespace nightlight::rooms {

staff_deeds deeds_in(const room_id& room, std::span<const domain::logged_event> events, const domain::room_state& state,
                     position after) {
  return {room, state.meeting, audit_entries_of(room, events, state, after), ban_changes_of(events, state, after),
          paging::calls_in(events, state, after)};
}

async::task<result<void>> async_keep_deeds(async::executor ex, store& kept, audit::audit_log& log,
                                           const paging::ways_out& ways, staff_deeds deeds) {
  if (deeds.none()) co_return result<void>{};
  audit_mark newest;
  auto write = [&](auto done) {
    kept.transact(
        [&](records& r) -> result<void> {
          if (auto banned = keep_bans(r, deeds.room, deeds.bans); !banned) return banned;
          auto called = paging::keep_calls(r, deeds.room, deeds.meeting, deeds.calls, ways);
          if (!called || deeds.entries.empty()) return called;
          result<audit_mark> at = log.keep(r, deeds.entries);
          if (!at) return at.error();
          newest = std::move(*at);
          return {};
        },
        std::move(done));
  };
  const result<void> written = co_await async::async_port_call<result<void>>(ex, write);
  if (!written) co_return written;
  if (deeds.entries.empty()) co_return result<void>{};
  auto move_anchor = [&](auto done) { kept.transact([&](records&) { return log.anchor(newest); }, std::move(done)); };
  const result<void> anchored = co_await async::async_port_call<result<void>>(ex, move_anchor);
  if (!anchored) spdlog::warn("the anchor of the audit log could not be moved; the next record will move it");
  co_return result<void>{};
}

}  // namespace nightlight::rooms
