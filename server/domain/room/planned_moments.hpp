// The moments of a planned meeting, in their order: the circle begins, who waits comes in, the notices before the end,
// the end, and the closing. Pure: a room's plan and the rules in, moments out.
#pragma once

#include "domain/room/command.hpp"
#include "domain/room/limits.hpp"
#include "domain/room/state.hpp"

namespace nightlight::domain {

struct circle_begins {};
struct lobby_opens {};
struct ending_notice {
  std::chrono::minutes before{0};  // zero: at the end
};

// When the room closes by itself: after a short grace, and while somebody is talked with aside or a red alert is open,
// up to an hour later. The epoch's plan has none: ask has_end() first.
instant closing_moment(const room_state& room, const limits& rules);

// Whether this notice is still to come: its moment lies after the beginning and after the end was last moved.
bool is_to_come(const meeting_plan& plan, ending_notice notice);

// Calls then(moment, what) for each that is still to come; `what` is one of the above, or close_room.
void each_planned_moment(const room_state& room, const limits& rules, const auto& then) {
  const meeting_plan& plan = room.plan;
  if (plan.gathering) then(plan.starts_at, circle_begins{});
  const bool kept_waiting = room.controls.lobby || room.door_shut();
  if (!room.waiting.empty() && !kept_waiting) then(plan.gathering ? plan.starts_at : room.opened_at, lobby_opens{});
  if (!plan.has_end()) return;
  for (const std::chrono::minutes before : rules.ending_notices) {
    if (is_to_come(plan, {before})) then(plan.ends_at - before, ending_notice{before});
  }
  const bool stays = rules.closing_grace.count() > 0;
  if (stays && is_to_come(plan, {})) then(plan.ends_at, ending_notice{});
  then(closing_moment(room, rules), close_room{});
}

}  // namespace nightlight::domain
