#include "domain/room/figures.hpp"

#include <algorithm>

namespace nightlight::domain {
namespace {

std::uint32_t count(const room_state& room, leaving how) {
  return static_cast<std::uint32_t>(std::ranges::count(room.check_outs, how, &check_out_line::leaving));
}

// She is counted in the room that she was asked over from.
bool visits(const room_state& room, const member& m) {
  const kept_seat* seat = room.beside.seat_of(m.person);
  return seat != nullptr && seat->visiting;
}

alert_figure figure_of(const alert& a) {
  alert_figure f{a.cause.level, a.climbed_to, std::nullopt};
  if (a.taken_at != instant{}) f.taken_after = std::chrono::duration_cast<seconds>(a.taken_at - a.raised_at);
  return f;
}

}  // namespace

std::optional<meeting_figures> figures_of(const room_state& room) {
  if (room.phase != phase::closed || room.purged || room.reports_purged) return std::nullopt;
  meeting_figures made;
  made.opened_at = room.opened_at;
  made.closed_at = room.closed_at;
  made.attendance = static_cast<std::uint32_t>(
      std::ranges::count_if(room.members, [&](const member& m) { return !is_staff(m.role) && !visits(room, m); }));
  made.first_timers =
      static_cast<std::uint32_t>(std::ranges::count(room.check_outs, true, &check_out_line::first_time));
  made.lighter = count(room, leaving::lighter);
  made.same = count(room, leaving::same);
  made.heavier = count(room, leaving::heavier);
  for (const alert& a : room.alerts) {
    if (a.cause.kind == alert_kind::unanswered) {
      ++made.unanswered;
    } else {
      made.alerts.push_back(figure_of(a));
    }
  }
  std::ranges::sort(made.alerts);
  return made;
}

}  // namespace nightlight::domain
