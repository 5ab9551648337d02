// The lobby, the beginning and the end of a meeting that the calendar planned.
#include "scenarios/checker.hpp"

namespace nightlight::scenario {
namespace {

// "Ana waits as "Luna"", "Ana does not wait"
std::optional<bool> take_waiting(phrase& p, const script& s, const stage& on) {
  phrase ahead = p;
  const auto who = ahead.take_one_of(s.labels());
  if (!who) return std::nullopt;
  const domain::waiting_person* waits = on.waiting(*who);
  bool so = false;
  if (ahead.take("does not wait")) {
    so = waits == nullptr;
  } else if (ahead.take("waits as")) {
    const auto name = ahead.take_quoted();
    so = waits != nullptr && waits->name.reveal() == name.value_or("");
  } else if (ahead.take("waits to listen")) {
    so = waits != nullptr && waits->listening;
  } else if (ahead.take("waits in the lobby")) {
    so = waits != nullptr;
  } else {
    return std::nullopt;
  }
  p = ahead;
  return so;
}

}  // namespace

std::optional<bool> check_meeting(phrase& p, const script& s, const stage& on) {
  const domain::room_state& room = on.room();
  if (p.take("nobody is in the lobby")) return room.waiting.empty();
  if (p.take("the circle has begun")) return !room.plan.gathering;
  if (p.take("the circle has not begun")) return room.plan.gathering;
  if (p.take("no end is planned")) return !room.plan.has_end();
  if (p.take("the meeting ends at")) {
    const auto when = p.take_time_of_day();
    if (!when) p.complain("at what time? Such as 20:30");
    return room.plan.ends_at == midnight + *when;
  }
  return take_waiting(p, s, on);
}

}  // namespace nightlight::scenario
