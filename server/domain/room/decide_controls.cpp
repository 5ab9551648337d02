// How staff set the room: all of it can be undone, and lock-down lies over the rest without changing it.
#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

verdict changed(const wish& w, const room_controls& wanted) {
  if (const auto no = not_running(w)) return *no;
  if (wanted == w.room.controls) return nothing_to_do();
  return happened(controls_changed{wanted});
}

}  // namespace

verdict rule_of(const wish& w, const set_slow_mode& c) {
  if (const auto no = not_running(w)) return *no;
  if (c.interval < seconds{0} || c.interval > w.around.rules.slow_mode_max) {
    return because(refusal_code::length_out_of_range);
  }
  if (w.room.slow_mode == c.interval) return nothing_to_do();
  return happened(slow_mode_set{c.interval});
}

verdict rule_of(const wish& w, const set_door& c) {
  if (const auto no = not_running(w)) return *no;
  if (w.room.controls.door_locked == c.locked) return nothing_to_do();
  return happened(door_changed{c.locked});
}

verdict rule_of(const wish& w, const set_hold& c) {
  if (c.mode > hold_mode::everything) return because(refusal_code::choice_unknown);
  room_controls wanted = w.room.controls;
  if (c.first > w.around.rules.hold_first_max) return because(refusal_code::length_out_of_range);
  wanted.hold = c.mode;
  wanted.hold_first = c.mode != hold_mode::newcomers ? 0 : c.first != 0 ? c.first : w.around.rules.hold_first;
  return changed(w, wanted);
}

verdict rule_of(const wish& w, const set_listening_default& c) {
  room_controls wanted = w.room.controls;
  wanted.listening_default = c.on;
  return changed(w, wanted);
}

verdict rule_of(const wish& w, const set_invitations& c) {
  room_controls wanted = w.room.controls;
  wanted.invitations_closed = c.closed;
  return changed(w, wanted);
}

verdict rule_of(const wish& w, const set_lockdown& c) {
  room_controls wanted = w.room.controls;
  wanted.lockdown = c.on;
  return changed(w, wanted);
}

verdict rule_of(const wish& w, const set_hands_required& c) {
  if (const auto no = not_running(w)) return *no;
  if (w.room.hands_required == c.on) return nothing_to_do();
  return happened(hands_required_set{c.on});
}

// Whoever has the floor passes it: to somebody who asked for it, or back.
verdict rule_of(const wish& w, const give_floor& c) {
  if (const auto no = not_running(w)) return *no;
  const member* m = w.room.find(c.member);
  if (!is_staff(w.by.role)) {
    if (w.who == nullptr || w.room.floor != w.who->number) return because(refusal_code::not_permitted);
    if (m != nullptr && m != w.who && !m->hand) return because(refusal_code::not_permitted);
  }
  if (c.member && (m == nullptr || !m->present)) return because(refusal_code::member_unknown);
  if (w.room.floor == c.member) return nothing_to_do();
  return happened(floor_given{c.member});
}

}  // namespace nightlight::domain
