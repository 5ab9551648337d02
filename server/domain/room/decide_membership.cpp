// Coming in, going out, listening. Coming back is always allowed: the door and the places matter only to someone who
// was not here before, and her name only when she comes back under another.
#include <algorithm>
#include <utility>

#include "domain/room/marks.hpp"
#include "domain/room/name.hpp"
#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

std::size_t present(const room_state& room, bool listening) {
  return static_cast<std::size_t>(std::ranges::count_if(
      room.members, [&](const member& m) { return m.present && m.listening == listening && !is_staff(m.role); }));
}

bool speaking_place_free(const wish& w) {
  const std::uint32_t places =
      w.room.speaking_capacity != 0 ? w.room.speaking_capacity : w.around.rules.speaking_capacity;
  return present(w.room, false) < places;
}

bool listening_place_free(const wish& w) { return present(w.room, true) < w.around.rules.listening_capacity; }

member_joined come_in(const wish& w, private_text name, bool listening) {
  return {number_for(w), w.by.person, std::move(name), w.by.role, listening, w.by.marks};
}

// Many newcomers at once propose a lock-down, once for as long as nobody has looked at it. Those who waited for the
// room to open are no burst.
bool is_a_burst(const wish& w) {
  const seconds window = w.around.rules.burst_window;
  if (w.room.controls.lockdown || time_of(w) < w.room.opened_at + window) return false;
  const instant since = std::max(time_of(w) - window, w.room.opened_at + window - milliseconds{1});
  const auto just_came = [&](const member& m) { return !is_staff(m.role) && m.joined_at > since; };
  const auto proposed = [](const alert& a) { return a.cause.kind == alert_kind::join_burst && !a.closed; };
  if (std::ranges::any_of(w.room.alerts, proposed)) return false;
  return std::ranges::count_if(w.room.members, just_came) + 1 >= w.around.rules.burst_joins;
}

// The name as it will be shown. Staff bear the organisation's own record of theirs.
name_finding fit_name(const wish& w) {
  if (is_staff(w.by.role)) return w.by.name;
  name_finding finding = check_name(w.by.name.reveal(), w.around.rules);
  const auto* name = std::get_if<private_text>(&finding);
  if (name == nullptr) return finding;
  const std::string skeleton = skeleton_of(*name);
  const auto looks_the_same = [&](const member& m) { return m.skeleton == skeleton && m.person != w.by.person; };
  if (std::ranges::any_of(w.room.members, looks_the_same)) return refusal_code::name_taken;
  return finding;
}

// She was removed in an earlier meeting, and her time is not over.
std::optional<refusal> still_removed(const wish& w) {
  const auto left = std::ranges::find(w.room.carried, w.by.person, &carried_person::person);
  if (left == w.room.carried.end() || left->removed_until <= time_of(w)) return std::nullopt;
  return refusal{refusal_code::removed, left->removed_until - time_of(w)};
}

// Somebody who was banned from this meeting came with the same marks: another name and another session are no way in.
std::optional<refusal> shares_a_ban(const wish& w) {
  const auto same = [&](const member& m) {
    return m.banned && m.removal && m.removal->in_force(time_of(w)) && share_a_mark(m.marks, w.by.marks);
  };
  const auto banned = std::ranges::find_if(w.room.members, same);
  if (banned == w.room.members.end()) return std::nullopt;
  return held_back(refusal_code::removed, *banned->removal, time_of(w));
}

// For the team: what else would they see of it before they look at the room anew?
void tell_of_carried(const wish& w, std::vector<event_body>& out) {
  const auto left = std::ranges::find(w.room.carried, w.by.person, &carried_person::person);
  if (left == w.room.carried.end()) return;
  const instant muted_until = left->muted_until > time_of(w) ? left->muted_until : instant{};
  if (muted_until == instant{} && left->warnings == 0) return;
  out.emplace_back(sanctions_carried{number_for(w), muted_until, left->warnings});
}

verdict first_visit(const wish& w, const join& c) {
  if (w.room.phase == phase::scheduled) return because(refusal_code::room_not_open, seconds{15});
  if (w.room.phase == phase::closed) return because(refusal_code::room_closed);
  const bool listening = c.listening || (w.room.controls.listening_default && !is_staff(w.by.role));
  if (!is_staff(w.by.role)) {
    if (const auto no = still_removed(w)) return *no;
    if (const auto no = shares_a_ban(w)) return *no;
    if (w.room.controls.invitations_closed) return because(refusal_code::invitations_closed);
    if (w.room.door_shut()) return because(refusal_code::door_locked, seconds{60});
    if (listening ? !listening_place_free(w) : !speaking_place_free(w)) {
      return because(listening ? refusal_code::listening_places_full : refusal_code::room_full, seconds{60});
    }
  }
  const name_finding finding = fit_name(w);
  if (const auto* no = std::get_if<refusal_code>(&finding)) return because(*no);
  std::vector<event_body> bodies{come_in(w, std::get<private_text>(finding), listening)};
  tell_of_carried(w, bodies);
  if (!is_staff(w.by.role) && is_a_burst(w)) {
    alert_cause burst;
    burst.kind = alert_kind::join_burst;
    burst.level = alert_level::amber;
    bodies.emplace_back(raise(w, std::move(burst)));
  }
  return bodies;
}

}  // namespace

verdict rule_of(const wish& w, const join& c) {
  if (w.who == nullptr) return first_visit(w, c);
  if (w.who->removal && w.who->removal->in_force(time_of(w))) {
    return held_back(refusal_code::removed, *w.who->removal, time_of(w));
  }
  if (w.who->present || w.room.phase == phase::closed) return nothing_to_do();
  const bool listening = w.who->listening || c.listening;
  if (w.by.name == w.who->name) return happened(come_in(w, w.who->name, listening));
  const name_finding finding = fit_name(w);
  if (const auto* no = std::get_if<refusal_code>(&finding)) return because(*no);
  return happened(come_in(w, std::get<private_text>(finding), listening));
}

verdict rule_of(const wish& w, const leave&) {
  if (w.who == nullptr || !w.who->present) return nothing_to_do();
  std::vector<event_body> bodies;
  goes(w, w.who->number, bodies);
  return bodies;
}

verdict rule_of(const wish& w, const set_listening& c) {
  if (w.room.phase == phase::closed) return because(refusal_code::room_closed);
  if (w.who == nullptr) return because(refusal_code::not_in_room);
  if (w.who->listening == c.listening) return nothing_to_do();
  if (!is_staff(w.by.role) && !(c.listening ? listening_place_free(w) : speaking_place_free(w))) {
    return because(c.listening ? refusal_code::listening_places_full : refusal_code::room_full, seconds{60});
  }
  return happened(listening_changed{w.who->number, c.listening});
}

verdict rule_of(const wish& w, const raise_hand& c) {
  if (const auto no = not_running(w)) return *no;
  if (w.who == nullptr) return because(refusal_code::not_in_room);
  if (w.who->hand_raised == c.raised) return nothing_to_do();
  return happened(hand_raised{w.who->number, c.raised});
}

}  // namespace nightlight::domain
