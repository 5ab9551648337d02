// Side rooms: one member and one of the team, apart from the others and unannounced to them. She can go back whenever
// she likes; the circle's messages wait for her meanwhile.
#include <algorithm>

#include "domain/room/verdict.hpp"
#include "domain/text/code_points.hpp"

namespace nightlight::domain {
namespace {

// Hers, or for one of the team the one with that member.
const side_room* side_meant(const wish& w, member_number member) {
  if (w.who == nullptr) return nullptr;
  if (!is_staff(w.by.role)) return w.room.side_of(w.who->number);
  const side_room* side = w.room.side_of(member);
  return side != nullptr && side->staff == w.who->number ? side : nullptr;
}

}  // namespace

verdict rule_of(const wish& w, const open_side& c) {
  if (const auto no = not_running(w)) return *no;
  const member* m = w.room.find(c.member);
  if (m == nullptr || !m->present) return because(refusal_code::member_unknown);
  if (is_staff(m->role)) return because(refusal_code::staff_not_sanctioned);
  if (w.room.side_of(c.member) != nullptr) return because(refusal_code::side_room_open);
  return happened(side_opened{c.member, number_for(w)});
}

// Any of the team may end one: nobody is left in a side room with someone who has gone.
verdict rule_of(const wish& w, const close_side& c) {
  const side_room* side = w.room.side_of(c.member);
  if (side == nullptr) return because(refusal_code::side_room_unknown);
  return happened(side_ended{c.member, side->staff});
}

verdict rule_of(const wish& w, const leave_side&) {
  if (w.who == nullptr) return because(refusal_code::side_room_unknown);
  const auto hers = [&](const side_room& s) { return s.member == w.who->number || s.staff == w.who->number; };
  std::vector<event_body> bodies;
  for (const side_room& s : w.room.sides) {
    if (hers(s)) bodies.emplace_back(side_ended{s.member, s.staff});
  }
  if (bodies.empty()) return because(refusal_code::side_room_unknown);
  return bodies;
}

verdict rule_of(const wish& w, const say_side& c) {
  if (const auto no = not_running(w)) return *no;
  const side_room* side = side_meant(w, c.member);
  if (side == nullptr) return because(refusal_code::side_room_unknown);
  if (is_blank(c.text.reveal())) return because(refusal_code::body_empty);
  if (code_points(c.text.reveal()) > w.around.rules.body_code_points_max) return because(refusal_code::body_too_long);
  return happened(side_said{side->member, w.who->number, c.text});
}

}  // namespace nightlight::domain
