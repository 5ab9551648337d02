#include "domain/room/apply_sanctions.hpp"

#include "domain/room/changeable.hpp"

namespace nightlight::domain {

void fold(room_state& room, const member_warned& warned, member_number by) {
  member* m = changeable(room, warned.member);
  if (m == nullptr) return;
  m->warnings += 1;
  m->warned_by = by;
}

void fold(room_state& room, const member_muted& muted, member_number by) {
  if (member* m = changeable(room, muted.member)) m->mute = sanction{muted.until, muted.reason, by};
}

void fold(room_state& room, const member_unmuted& unmuted) {
  if (member* m = changeable(room, unmuted.member)) m->mute.reset();
}

void fold(room_state& room, const member_removed& removed, member_number by) {
  member* m = changeable(room, removed.member);
  if (m == nullptr || removed.may_return) return;
  m->removal = sanction{removed.until, removed.reason, by};
  m->banned = false;
}

void fold(room_state& room, const member_banned& banned, const logged_event& e) {
  member* m = changeable(room, banned.member);
  if (m == nullptr) return;
  m->removal = sanction{banned.until, banned.reason, e.what.actor, e.at};
  m->banned = true;
}

void fold(room_state& room, const member_readmitted& readmitted) {
  member* m = changeable(room, readmitted.member);
  if (m == nullptr) return;
  m->removal.reset();
  m->banned = false;
}

void fold(room_state& room, const ban_lifted& lifted) {
  for (member& m : room.members) {
    if (!m.banned || !m.removal || m.removal->at != lifted.ban) continue;
    m.removal.reset();
    m.banned = false;
  }
  for (carried_person& c : room.carried) {
    if (!c.banned || c.banned_at != lifted.ban) continue;
    c.removed_until = {};
    c.banned = false;
  }
}

}  // namespace nightlight::domain
