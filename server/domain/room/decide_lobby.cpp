// The lobby: whoever is new waits there until the circle begins, or until somebody of the team lets her in. Who was let
// in once is a member and comes back as one.
#include <algorithm>

#include "domain/room/marks.hpp"
#include "domain/room/verdict.hpp"

namespace nightlight::domain {

// Staff who act from outside are introduced first, and take the number before.
void let_in(const wish& w, std::span<const waiting_person> who, std::vector<event_body>& out) {
  const bool introduced = static_cast<bool>(w.by.person) && w.who == nullptr;
  auto next = static_cast<std::uint32_t>(w.room.members.size() + (introduced ? 2 : 1));
  for (const waiting_person& p : who) {
    out.emplace_back(
        member_joined{member_number{next++}, p.person, p.name, role::member, p.listening, p.marks, p.number});
  }
}

void turn_away_with(const wish& w, const member& banned, std::vector<event_body>& out) {
  for (const waiting_person& p : w.room.waiting) {
    if (share_a_mark(banned.marks, p.marks)) out.emplace_back(wait_ended{p.number});
  }
}

// A member's name stands beside her words and stays.
verdict rule_of(const wish& w, const change_name& c) {
  const waiting_person* self = w.room.waiting_of(w.by.person);
  if (self == nullptr) return because(refusal_code::name_stays);
  const name_finding finding = fit_name(w, c.name);
  if (const auto* no = std::get_if<refusal_code>(&finding)) return because(*no);
  const auto& name = std::get<private_text>(finding);
  if (name == self->name) return nothing_to_do();
  return happened(wait_renamed{self->number, name});
}

// Whoever waits when it is switched off comes in by the room's clock (decide_time.cpp).
verdict rule_of(const wish& w, const set_lobby& c) {
  if (const auto no = not_running(w)) return *no;
  if (w.room.controls.lobby == c.on) return nothing_to_do();
  room_controls wanted = w.room.controls;
  wanted.lobby = c.on;
  return happened(controls_changed{wanted});
}

verdict rule_of(const wish& w, const admit_waiting& c) {
  if (const auto no = not_running(w)) return *no;
  const waiting_person* who = w.room.find(c.waiting);
  if (who == nullptr) return because(refusal_code::waiting_unknown);
  std::vector<event_body> bodies;
  let_in(w, {who, 1}, bodies);
  return bodies;
}

verdict rule_of(const wish& w, const admit_all&) {
  if (const auto no = not_running(w)) return *no;
  std::vector<event_body> bodies;
  const std::size_t together = std::min(w.room.waiting.size(), w.around.rules.admitted_at_once);
  let_in(w, std::span(w.room.waiting).first(together), bodies);
  return bodies;
}

}  // namespace nightlight::domain
