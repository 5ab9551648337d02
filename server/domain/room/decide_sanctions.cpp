// What staff do about a person. Every sanction has a length, a reason and an end; none falls on staff. What she has
// waiting to be read goes with it.
#include <algorithm>

#include "domain/room/marks.hpp"
#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

std::optional<refusal> no_target(const wish& w, member_number target) {
  if (w.room.phase == phase::scheduled) return refusal{refusal_code::room_not_open};
  const member* m = w.room.find(target);
  if (m == nullptr) return refusal{refusal_code::member_unknown};
  if (is_staff(m->role)) return refusal{refusal_code::staff_not_sanctioned};
  return std::nullopt;
}

std::optional<refusal> unfit(const wish& w, member_number target, seconds length, const private_text& reason) {
  if (w.room.phase == phase::scheduled) return refusal{refusal_code::room_not_open};
  if (const auto no = reason_unfit(w, reason)) return no;
  if (const auto no = no_target(w, target)) return no;
  if (length < seconds{0} || length > w.around.rules.sanction_max) return refusal{refusal_code::length_out_of_range};
  return std::nullopt;
}

instant end_of(const wish& w, seconds length) { return length == seconds{0} ? instant{} : time_of(w) + length; }

// By the same phone or link, under whatever name.
bool came_the_same_way(const member& a, const member& b) {
  return a.number != b.number && !is_staff(b.role) && share_a_mark(a.marks, b.marks);
}

}  // namespace

void silence(const wish& w, member_number who, instant until, const private_text& reason,
             std::vector<event_body>& out) {
  out.emplace_back(member_muted{who, until, reason});
  decline_all_of(w, who, reason, out);
  if (w.room.floor == who) out.emplace_back(floor_given{});
  turn_moves_on(w, who, false, out);
}

void send_away(const wish& w, member_number who, const private_text& reason, event_body how,
               std::vector<event_body>& out) {
  decline_all_of(w, who, reason, out);
  out.push_back(std::move(how));
  goes(w, who, out);
}

verdict rule_of(const wish& w, const warn_member& c) {
  if (const auto no = unfit(w, c.member, seconds{0}, c.reason)) return *no;
  const std::uint32_t warnings = w.room.find(c.member)->warnings + 1;
  std::vector<event_body> bodies{member_warned{c.member, c.reason, warnings}};
  if (warnings == w.around.rules.strikes) {
    alert_cause proposal;
    proposal.kind = alert_kind::strikes;
    proposal.level = alert_level::soft;
    proposal.about = c.member;
    bodies.emplace_back(raise(w, std::move(proposal)));
  }
  return bodies;
}

verdict rule_of(const wish& w, const mute_member& c) {
  if (const auto no = unfit(w, c.member, c.length, c.reason)) return *no;
  std::vector<event_body> bodies;
  silence(w, c.member, end_of(w, c.length), c.reason, bodies);
  return bodies;
}

verdict rule_of(const wish& w, const unmute_member& c) {
  if (const auto no = no_target(w, c.member)) return *no;
  const auto& mute = w.room.find(c.member)->mute;
  if (!mute || !mute->in_force(time_of(w))) return because(refusal_code::not_muted);
  return happened(member_unmuted{c.member});
}

verdict rule_of(const wish& w, const remove_member& c) {
  if (const auto no = unfit(w, c.member, c.length, c.reason)) return *no;
  const member& m = *w.room.find(c.member);
  if (m.banned && m.removal && m.removal->in_force(time_of(w))) return nothing_to_do();  // the ban is the longer word
  const instant until = c.may_return ? time_of(w) : end_of(w, c.length);
  std::vector<event_body> bodies;
  send_away(w, c.member, c.reason, member_removed{c.member, until, c.reason, c.may_return}, bodies);
  return bodies;
}

// A ban always has an end that everyone on the team can see. It falls on whoever is here by the same phone too, as the
// door would let none of them in.
verdict rule_of(const wish& w, const ban_member& c) {
  if (const auto no = unfit(w, c.member, c.length, c.reason)) return *no;
  if (c.length == seconds{0}) return because(refusal_code::length_out_of_range);
  const member& target = *w.room.find(c.member);
  const instant until = end_of(w, c.length);
  std::vector<event_body> bodies;
  send_away(w, c.member, c.reason, member_banned{c.member, until, c.reason}, bodies);
  for (const member& m : w.room.members) {
    if (!m.present || !came_the_same_way(target, m)) continue;
    send_away(w, m.number, c.reason, member_banned{m.number, until, c.reason}, bodies);
  }
  turn_away_with(w, target, bodies);
  return bodies;
}

verdict rule_of(const wish& w, const readmit_member& c) {
  if (const auto no = no_target(w, c.member)) return *no;
  const auto& removal = w.room.find(c.member)->removal;
  if (!removal || !removal->in_force(time_of(w))) return because(refusal_code::not_kept_out);
  return happened(member_readmitted{c.member});
}

// With it goes what fell on others by the same phone: they were banned in the same step, to the same end.
verdict rule_of(const wish& w, const note_ban_lifted& c) {
  if (w.room.phase == phase::scheduled) return nothing_to_do();
  const auto banned = [](const member& m) { return m.banned && m.removal; };
  const auto hers = [&](const member& m) { return banned(m) && m.removal->at == c.ban; };
  const auto whose = std::ranges::find_if(w.room.members, hers);
  const bool here = whose != w.room.members.end();
  std::vector<event_body> bodies{ban_lifted{c.ban, here ? whose->number : member_number{}, c.by, c.role}};
  for (const member& m : w.room.members) {
    if (!here || !banned(m) || m.removal->until != whose->removal->until || !came_the_same_way(*whose, m)) continue;
    bodies.emplace_back(ban_lifted{m.removal->at, m.number, c.by, c.role});
  }
  const auto left = std::ranges::find(w.room.carried, c.ban, &carried_person::banned_at);
  for (const carried_person& other : w.room.carried) {
    const bool with_her = left != w.room.carried.end() && left->banned && other.banned &&
                          other.person != left->person && other.removed_until == left->removed_until;
    if (with_her) bodies.emplace_back(ban_lifted{other.banned_at, {}, c.by, c.role});
  }
  return bodies;
}

}  // namespace nightlight::domain
