// What the sender of a command, a join or a question is told, in her language and subprotocol.
#pragma once

#include <string_view>

#include "domain/calendar/door.hpp"
#include "rooms/live_room.hpp"
#include "rooms/mail.hpp"
#include "rooms/payload.hpp"

namespace nightlight::rooms {

payload reply_to_command(const command_mail& c, audience_kind kind, const live_room& room, const kept_or_refused& end);
payload refusal_of_join(const join_mail& j, const room_id& room, const domain::refusal& why);
// By the door of the series.
payload turned_away(const join_mail& j, const room_id& room, domain::calendar::door_answer why);
payload history_page(const history_mail& h, const room_id& room, audience_kind kind, const live_room& live,
                     const options& settings);

// The store cannot be asked now, or there is no such room.
payload unavailable(wire::subprotocol spoken, const room_id& room, const command_id& id, std::string_view language,
                    failure why);
// The room has more waiting than it may; the client keeps its words and tries again.
payload busy(wire::subprotocol spoken, const room_id& room, const command_id& id, std::string_view language);

}  // namespace nightlight::rooms
