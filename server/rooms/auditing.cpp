#include "rooms/auditing.hpp"

#include <utility>

#include "audit/keeping.hpp"
#include "domain/room/figures.hpp"
#include "rooms/audit_entry.hpp"
#include "wire/figures_record.hpp"

namespace nightlight::rooms {

staff_deeds deeds_in(const room_id& room, std::span<const domain::logged_event> events, const domain::room_state& state,
                     position after) {
  std::optional<figures_row> numbers;
  const auto figures = events.empty() ? std::nullopt : domain::figures_of(state);
  if (figures) numbers = figures_row{state.meeting, room, state.closed_at, wire::encode_figures(*figures)};
  return {room,
          state.meeting,
          audit_entries_of(room, events, state, after),
          ban_changes_of(events, state, after),
          paging::calls_in(events, state, after),
          std::move(numbers)};
}

async::task<result<void>> async_keep_deeds(async::executor ex, store& kept, audit::audit_log& log,
                                           const paging::ways_out& ways, staff_deeds deeds) {
  if (deeds.none()) co_return result<void>{};
  // Made outside the co_await: GCC 12 destroys the temporaries of one inside it twice.
  auto keeping =
      audit::async_keep(ex, kept, log, [&log, &ways, deeds = std::move(deeds)](records& r) -> result<audit_mark> {
        if (auto banned = keep_bans(r, deeds.room, deeds.bans); !banned) return banned.error();
        if (auto called = paging::keep_calls(r, deeds.room, deeds.meeting, deeds.calls, ways); !called) {
          return called.error();
        }
        if (deeds.figures) {
          if (auto counted = r.figures().put_figures(*deeds.figures); !counted) return counted.error();
        }
        if (deeds.entries.empty()) return audit_mark{};
        return log.keep(r, deeds.entries);
      });
  co_return co_await std::move(keeping);
}

}  // namespace nightlight::rooms
