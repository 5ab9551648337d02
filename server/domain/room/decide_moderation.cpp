// What staff do to keep the room safe. Every sanction has a length and a reason; none falls on staff.
#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

std::optional<refusal> unfit(const wish& w, const private_text& reason) {
  if (w.room.phase == phase::scheduled) return refusal{refusal_code::room_not_open};
  if (code_points(reason.reveal()) > w.around.rules.reason_code_points_max) {
    return refusal{refusal_code::reason_too_long};
  }
  return std::nullopt;
}

std::optional<refusal> no_target(const wish& w, member_number target) {
  const member* m = w.room.find(target);
  if (m == nullptr) return refusal{refusal_code::member_unknown};
  if (is_staff(m->role)) return refusal{refusal_code::staff_not_sanctioned};
  return std::nullopt;
}

std::optional<refusal> unfit_sanction(const wish& w, member_number target, seconds length, const private_text& reason) {
  if (const auto no = unfit(w, reason)) return no;
  if (const auto no = no_target(w, target)) return no;
  if (length < seconds{0} || length > w.around.rules.sanction_max) return refusal{refusal_code::length_out_of_range};
  return std::nullopt;
}

instant end_of(const wish& w, seconds length) { return length == seconds{0} ? instant{} : time_of(w) + length; }

}  // namespace

verdict decide_moderation(const wish& w, const mute_member& c) {
  if (const auto no = unfit_sanction(w, c.member, c.length, c.reason)) return *no;
  return happened(member_muted{c.member, end_of(w, c.length), c.reason});
}

verdict decide_moderation(const wish& w, const unmute_member& c) {
  if (const auto no = no_target(w, c.member)) return *no;
  if (!w.room.find(c.member)->mute) return nothing_to_do();
  return happened(member_unmuted{c.member});
}

verdict decide_moderation(const wish& w, const remove_member& c) {
  if (const auto no = unfit_sanction(w, c.member, c.length, c.reason)) return *no;
  const member_removed removed{c.member, end_of(w, c.length), c.reason};
  if (!w.room.find(c.member)->present) return happened(removed);
  return happened(removed, member_left{c.member});
}

verdict decide_moderation(const wish& w, const retract_message& c) {
  if (const auto no = unfit(w, c.reason)) return *no;
  const message* m = w.room.find(c.number);
  if (m == nullptr) return because(refusal_code::message_unknown);
  if (m->retracted) return nothing_to_do();
  return happened(messages_retracted{{c.number}, c.reason});
}

verdict decide_moderation(const wish& w, const retract_all_of& c) {
  if (const auto no = unfit(w, c.reason)) return *no;
  if (w.room.find(c.member) == nullptr) return because(refusal_code::member_unknown);
  messages_retracted retracted{{}, c.reason};
  for (const message& m : w.room.messages) {
    if (m.author == c.member && !m.retracted) retracted.numbers.push_back(m.number);
  }
  if (retracted.numbers.empty()) return nothing_to_do();
  return happened(std::move(retracted));
}

verdict decide_moderation(const wish& w, const set_slow_mode& c) {
  if (w.room.phase == phase::scheduled) return because(refusal_code::room_not_open);
  if (w.room.phase == phase::closed) return because(refusal_code::room_closed);
  if (c.interval < seconds{0} || c.interval > w.around.rules.slow_mode_max) {
    return because(refusal_code::length_out_of_range);
  }
  if (w.room.slow_mode == c.interval) return nothing_to_do();
  return happened(slow_mode_set{c.interval});
}

verdict decide_moderation(const wish& w, const set_door& c) {
  if (w.room.phase == phase::scheduled) return because(refusal_code::room_not_open);
  if (w.room.phase == phase::closed) return because(refusal_code::room_closed);
  if (w.room.door_locked == c.locked) return nothing_to_do();
  return happened(door_changed{c.locked});
}

}  // namespace nightlight::domain
