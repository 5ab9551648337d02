// Writing down what staff did, whom an alert calls and what a meeting comes to in numbers, from a room's shard: one
// unit of work for the audit log's records, the bans, the pages and the figures, then one that moves the anchor.
#pragma once

#include <optional>
#include <vector>

#include "async/awaitable.hpp"
#include "audit/audit_log.hpp"
#include "paging/calls.hpp"
#include "ports/store.hpp"
#include "rooms/bans.hpp"

namespace nightlight::rooms {

// What some events of one room leave beside its log.
struct staff_deeds {
  room_id room;
  meeting_id meeting;
  std::vector<audit_entry> entries;
  std::vector<ban_change> bans;
  std::vector<paging::call> calls;
  std::optional<figures_row> figures;  // of a meeting that is over

  bool none() const { return entries.empty() && bans.empty() && calls.empty() && !figures; }
};

// Of those of `events` that stand after `after`; the figures are the whole meeting's, made anew by each of its events
// after its end. `state` is as the events left it, or later in the same meeting.
staff_deeds deeds_in(const room_id& room, std::span<const domain::logged_event> events, const domain::room_state& state,
                     position after = {});

// Completes once they are kept; at once when there are none. A failure means that nobody knows. `kept`, `log` and
// `ways` outlive the call.
async::task<result<void>> async_keep_deeds(async::executor ex, store& kept, audit::audit_log& log,
                                           const paging::ways_out& ways, staff_deeds deeds);

}  // namespace nightlight::rooms
