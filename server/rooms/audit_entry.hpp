// How an event of a room is told to the audit log: what staff and the system did to the meeting and its people. What is
// said, by members or by staff, is not for it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/ids.hpp"
#include "domain/room/event.hpp"
#include "domain/room/state.hpp"
#include "ports/audit_row.hpp"

namespace nightlight::rooms {

// `room` is the state that `e` belongs to, or a later one of the same meeting. Nothing: the event is not audited. The
// entry's room is left to the caller: neither argument knows it.
std::optional<audit_entry> audit_entry_of(const domain::logged_event& e, const domain::room_state& room);

// Those of `events` that stand after `after`, in their order.
std::vector<audit_entry> audit_entries_of(const room_id& id, std::span<const domain::logged_event> events,
                                          const domain::room_state& room, position after = {});

}  // namespace nightlight::rooms
