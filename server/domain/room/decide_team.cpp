// The team among themselves: backstage talk, notes on a person, handing the room over, and the one way in which an
// admin comes into a room.
#include <algorithm>

#include "domain/room/verdict.hpp"

namespace nightlight::domain {

verdict rule_of(const wish& w, const say_backstage& c) {
  if (const auto no = not_running(w)) return *no;
  if (is_blank(c.text.reveal())) return because(refusal_code::body_empty);
  if (const auto no = staff_note_unfit(w, c.text)) return *no;
  return happened(backstage_said{number_for(w), c.text});
}

verdict rule_of(const wish& w, const note_person& c) {
  if (const auto no = staff_note_unfit(w, c.text)) return *no;
  const member* m = w.room.find(c.member);
  if (m == nullptr) return because(refusal_code::member_unknown);
  const auto about_her = [&](const person_note& n) { return n.member == c.member; };
  if (is_blank(c.text.reveal())) {
    if (std::ranges::none_of(w.room.notes, about_her)) return nothing_to_do();
    return happened(person_noted{c.member, {}, {}});
  }
  return happened(person_noted{c.member, c.text, time_of(w) + w.around.rules.note_kept});
}

verdict rule_of(const wish& w, const hand_over& c) {
  if (const auto no = not_running(w)) return *no;
  if (const auto no = staff_note_unfit(w, c.text)) return *no;
  return happened(handed_over{number_for(w), c.text});
}

// The one who leaves does not sign for both.
verdict rule_of(const wish& w, const take_over&) {
  if (!w.room.hand_over || w.room.hand_over->taken_by) return because(refusal_code::nothing_handed_over);
  if (w.room.hand_over->from == number_for(w)) return because(refusal_code::own_decision);
  return happened(taken_over{number_for(w)});
}

// One admin at a time: whoever was here by an earlier leave goes.
verdict rule_of(const wish& w, const break_glass& c) {
  if (const auto no = not_running(w)) return *no;
  if (is_blank(c.reason.reveal())) return because(refusal_code::body_empty);
  if (const auto no = reason_unfit(w, c.reason)) return *no;
  if (c.length < std::chrono::minutes{1} || c.length > w.around.rules.glass_max) {
    return because(refusal_code::length_out_of_range);
  }
  const glass_broken broken{number_for(w), c.reason, time_of(w) + c.length};
  if (!w.room.glass || w.room.glass->admin == broken.admin) return happened(broken);
  std::vector<event_body> bodies{broken};
  goes(w, w.room.glass->admin, bodies);
  return bodies;
}

}  // namespace nightlight::domain
