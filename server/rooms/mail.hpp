// What reaches a room's mailbox: commands, arrivals and departures of connections, and questions. Everything that
// can change what people see goes through here, so that it has one place in the room's order.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <variant>

#include "base/private_text.hpp"
#include "base/result.hpp"
#include "domain/incident/incident.hpp"
#include "domain/room/command.hpp"
#include "domain/room/decide.hpp"
#include "rooms/hall.hpp"
#include "rooms/principal.hpp"
#include "wire/client_frame.hpp"
#include "wire/subprotocol.hpp"

namespace nightlight::rooms {

using shared_principal = std::shared_ptr<const principal>;

// A person's command over her connection; the answer goes back to `from`.
struct command_mail {
  session_address from;
  wire::subprotocol spoken{};
  shared_principal who;
  command_id id;
  domain::command what;
};

// A person comes in, or comes back with what she saw last.
struct join_mail {
  session_address from;
  wire::subprotocol spoken{};
  shared_principal who;
  std::optional<wire::resume_point> resume;
  bool listening = false;
  private_text code{};  // of the door
};

// A connection is gone. Her place in the room stays.
struct departure_mail {
  session_address from;
};

struct history_mail {
  session_address from;
  circle_number before;
};

struct typing_mail {
  session_address from;
};

// How a command ended: where it stands in the log (nowhere, when the room already was as asked), or why not.
using kept_or_refused = std::variant<domain::answer, domain::refusal>;

// The same for a command without a connection; store_unavailable when nobody knows, not_found without such a room.
using outcome = result<kept_or_refused>;

// A command from outside the conversation: the API's, or the system's own (`who` is null). `done` runs on the room's
// shard and must only copy and post.
struct outside_mail {
  shared_principal who;
  domain::command what;
  std::function<void(outcome)> done;
  command_id id{};  // given by the room: deciding again after a doubtful append gives the first answer
};

struct glance {
  domain::phase phase = domain::phase::scheduled;
  instant opened_at;
  std::size_t here = 0;
  meeting_id meeting;  // the newest
  bool invitations_closed = false;
  std::optional<domain::noted_alert> alert{};  // the one that was asked for
};

// What the list of rooms shows of one, and whoever writes down one of its alerts.
struct glance_mail {
  std::function<void(result<glance>)> done;
  alert_number alert{};  // none: nobody wants to know
};

using mail =
    std::variant<command_mail, join_mail, departure_mail, history_mail, typing_mail, outside_mail, glance_mail>;

}  // namespace nightlight::rooms
