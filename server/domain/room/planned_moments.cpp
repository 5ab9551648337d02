#include "domain/room/planned_moments.hpp"

#include <algorithm>

namespace nightlight::domain {
namespace {

bool is_red_and_open(const alert& a) { return a.cause.level == alert_level::red && !a.closed; }

// Until when somebody of the team is needed; the epoch when nobody is. A side room with an admin ends with her leave.
instant needed_until(const room_state& room) {
  if (std::ranges::any_of(room.alerts, is_red_and_open)) return instant::max();
  instant until;
  for (const side_room& side : room.sides) {
    const bool with_admin = room.glass && (room.glass->admin == side.staff || room.glass->admin == side.member);
    until = std::max(until, with_admin ? room.glass->until : instant::max());
  }
  return until;
}

}  // namespace

instant closing_moment(const room_state& room, const limits& rules) {
  const instant planned = room.plan.ends_at + rules.closing_grace;
  return std::clamp(needed_until(room), planned, planned + rules.closing_wait);
}

bool is_to_come(const meeting_plan& plan, ending_notice notice) {
  if (plan.told && *plan.told <= notice.before) return false;
  return plan.ends_at - notice.before > std::max(plan.starts_at, plan.end_set_at);
}

}  // namespace nightlight::domain
