// Writing down what staff did from a room's shard: one unit of work for the audit log's records and the bans, then one
// that moves the anchor.
#pragma once

#include <vector>

#include "async/awaitable.hpp"
#include "audit/audit_log.hpp"
#include "ports/store.hpp"
#include "rooms/bans.hpp"

namespace nightlight::rooms {

// What some events of one room leave beside its log.
struct staff_deeds {
  room_id room;
  std::vector<audit_entry> entries;
  std::vector<ban_change> bans;

  bool none() const { return entries.empty() && bans.empty(); }
};

// Of those of `events` that stand after `after`. `state` is as the events left it, or later in the same meeting.
staff_deeds deeds_in(const room_id& room, std::span<const domain::logged_event> events, const domain::room_state& state,
                     position after = {});

// Completes once they are kept; at once when there are none. A failure means that nobody knows. `kept` and `log`
// outlive the call.
async::task<result<void>> async_keep_deeds(async::executor ex, store& kept, audit::audit_log& log, staff_deeds deeds);

}  // namespace nightlight::rooms
