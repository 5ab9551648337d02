// What the API needs from the live rooms, as functions that the server wires: nothing here knows how rooms run.
#pragma once

#include <functional>
#include <optional>
#include <variant>
#include <vector>

#include "accounts/denial.hpp"
#include "base/ids.hpp"
#include "base/instant.hpp"
#include "domain/incident/incident.hpp"
#include "domain/room/command.hpp"
#include "nightlight/wire/v1/room.pb.h"
#include "rooms/principal.hpp"

namespace nightlight::transport {

struct room_status {
  wire::v1::Phase phase = wire::v1::PHASE_SCHEDULED;
  instant opened_at;
  bool invitations_closed = false;  // somebody new would be turned away at the door
};

struct rooms_front {
  // Called once, on any thread.
  template <class T>
  using completion = std::function<void(accounts::answer<T>)>;

  // Begins, or ends, a meeting for that staff member. Any shard may call.
  std::function<void(room_id, rooms::principal, completion<room_status>)> open;
  std::function<void(room_id, rooms::principal, completion<room_status>)> close;
  // Tells the room's team what somebody writes whom it keeps out.
  std::function<void(room_id, domain::note_appeal, completion<std::monostate>)> appeal;
  // Ends a ban that was made in this room, in whichever meeting.
  std::function<void(room_id, domain::note_ban_lifted, completion<std::monostate>)> lift_ban;
  // One of the alerts of the newest meeting; nothing when the room does not know it, or not any more.
  std::function<void(room_id, alert_number, completion<std::optional<domain::noted_alert>>)> alert;
  // In the order of the ids. A room without a meeting is PHASE_SCHEDULED.
  std::function<void(std::vector<room_id>, completion<std::vector<room_status>>)> status;
};

}  // namespace nightlight::transport
