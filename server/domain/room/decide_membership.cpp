// Coming in, going out, listening. Coming back is always allowed: the door, the lobby and the places matter only to
// someone who was not here before, and her name only when she comes back under another.
#include <algorithm>
#include <utility>

#include "domain/room/marks.hpp"
#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

bool place_free(const wish& w, bool listening, std::size_t spoken_for = 0) {
  const limits& rules = w.around.rules;
  return members_here(w.room, listening) + spoken_for <
         (listening ? rules.listening_capacity : speaking_places(w.room, rules));
}

refusal no_place(bool listening) {
  return {listening ? refusal_code::listening_places_full : refusal_code::room_full, seconds{60}};
}

// Whoever waits has her place. Only somebody new is kept out by that: what the members may do must not differ by it.
bool place_free_for_somebody_new(const wish& w, bool listening) {
  const auto waiting = std::ranges::count(w.room.waiting, listening, &waiting_person::listening);
  return place_free(w, listening, static_cast<std::size_t>(waiting));
}

member_joined come_in(const wish& w, private_text name, bool listening) {
  return {number_for(w), w.by.person, std::move(name), w.by.role, listening, w.by.marks};
}

// Of the talk: as planned, or when the room was opened after that.
instant beginning(const room_state& room) { return std::max(room.plan.starts_at, room.opened_at); }

bool too_late(const wish& w) {
  const auto& own = w.room.plan.late_entry;
  const std::chrono::minutes open_for = own.count() != 0 ? own : w.around.rules.late_entry;
  return open_for.count() != 0 && time_of(w) >= beginning(w.room) + open_for;
}

// Many newcomers at once propose a lock-down, once for as long as nobody has looked at it. Those who waited for the
// room to open are no burst.
bool is_a_burst(const wish& w) {
  const seconds window = w.around.rules.burst_window;
  const instant begun = beginning(w.room);
  if (w.room.controls.lockdown || time_of(w) < begun + window) return false;
  const instant since = std::max(time_of(w) - window, begun + window - milliseconds{1});
  const auto just_came = [&](const member& m) { return !is_staff(m.role) && m.joined_at > since; };
  const auto proposed = [](const alert& a) { return a.cause.kind == alert_kind::join_burst && !a.closed; };
  if (std::ranges::any_of(w.room.alerts, proposed)) return false;
  return std::ranges::count_if(w.room.members, just_came) + 1 >= w.around.rules.burst_joins;
}

// She was removed in the room beside this one.
std::optional<refusal> removed_beside(const wish& w) {
  const standing_beside* hers = w.room.beside.standing_of(w.by.person);
  if (hers == nullptr || !hers->kept_out) return std::nullopt;
  const sanction removal{hers->kept_out_until, {}, {}};
  if (!removal.in_force(time_of(w))) return std::nullopt;
  return held_back(refusal_code::removed, removal, time_of(w));
}

// She was removed in an earlier meeting, and her time is not over.
std::optional<refusal> still_removed(const wish& w) {
  if (const auto no = removed_beside(w)) return no;
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

// The door, for a mother who was not here before.
std::optional<refusal> kept_out(const wish& w, bool listening) {
  if (const auto no = still_removed(w)) return no;
  if (const auto no = shares_a_ban(w)) return no;
  const bool has_no_seat = w.room.beside.is_second && w.room.beside.seat_of(w.by.person) == nullptr;
  if (has_no_seat) return refusal{refusal_code::seat_needed};
  if (w.room.controls.invitations_closed) return refusal{refusal_code::invitations_closed};
  if (w.room.door_shut()) return refusal{refusal_code::door_locked, seconds{60}};
  if (too_late(w)) return refusal{refusal_code::too_late};
  if (place_free_for_somebody_new(w, listening)) return std::nullopt;
  refusal no = no_place(listening);
  no.second_room = w.room.beside.second_open;
  return no;
}

// For the team: what else would they see of it before they look at the room anew?
void tell_of_carried(const wish& w, std::vector<event_body>& out) {
  if (const standing_beside* hers = w.room.beside.standing_of(w.by.person)) {
    out.emplace_back(standing_noted{number_for(w), *hers});
    return;
  }
  const auto left = std::ranges::find(w.room.carried, w.by.person, &carried_person::person);
  if (left == w.room.carried.end()) return;
  const instant muted_until = left->muted_until > time_of(w) ? left->muted_until : instant{};
  if (muted_until == instant{} && left->warnings == 0) return;
  out.emplace_back(sanctions_carried{number_for(w), muted_until, left->warnings});
}

verdict first_visit(const wish& w, const join& c) {
  if (w.room.phase == phase::scheduled) return because(refusal_code::room_not_open, seconds{15});
  if (w.room.phase == phase::closed) return because(refusal_code::room_closed);
  const bool a_mother = !is_staff(w.by.role);
  const bool listening = c.listening || (w.room.controls.listening_default && a_mother);
  if (a_mother) {
    if (const auto no = kept_out(w, listening)) return *no;
  }
  const name_finding finding = fit_name(w, w.by.name);
  if (const auto* no = std::get_if<refusal_code>(&finding)) return because(*no);
  const auto& name = std::get<private_text>(finding);
  if (a_mother && w.room.has_lobby()) {
    return happened(wait_began{w.room.newest_waiting.next(), w.by.person, name, listening, w.by.marks});
  }
  std::vector<event_body> bodies{come_in(w, name, listening)};
  tell_of_carried(w, bodies);
  if (a_mother && is_a_burst(w)) {
    alert_cause burst;
    burst.kind = alert_kind::join_burst;
    burst.level = alert_level::amber;
    bodies.emplace_back(raise(w, std::move(burst)));
  }
  return bodies;
}

// She was here before. Whoever comes to listen, or as one of the team by now, has no turn of a round.
std::vector<event_body> comes_back(const wish& w, const private_text& name, bool listening) {
  std::vector<event_body> bodies;
  if (listening || is_staff(w.by.role)) turn_moves_on(w, w.who->number, true, bodies);
  bodies.emplace_back(come_in(w, name, listening));
  return bodies;
}

}  // namespace

// Staff bear the organisation's own record of their names.
name_finding fit_name(const wish& w, const private_text& wanted) {
  if (is_staff(w.by.role)) return wanted;
  name_finding finding = check_name(wanted.reveal(), w.around.rules);
  const auto* name = std::get_if<private_text>(&finding);
  if (name == nullptr) return finding;
  const std::string skeleton = skeleton_of(*name);
  const auto looks_the_same = [&](const auto& other) {
    return other.skeleton == skeleton && other.person != w.by.person;
  };
  if (std::ranges::any_of(w.room.members, looks_the_same) || std::ranges::any_of(w.room.waiting, looks_the_same)) {
    return refusal_code::name_taken;
  }
  return finding;
}

verdict rule_of(const wish& w, const join& c) {
  if (w.who == nullptr) return w.room.waiting_of(w.by.person) != nullptr ? nothing_to_do() : first_visit(w, c);
  if (w.who->removal && w.who->removal->in_force(time_of(w))) {
    return held_back(refusal_code::removed, *w.who->removal, time_of(w));
  }
  const bool as_she_was = w.who->present && w.who->role == w.by.role;
  if (as_she_was || w.room.phase == phase::closed) return nothing_to_do();
  const bool listening = w.who->listening || c.listening;
  const bool as_before = w.by.name == w.who->name || (w.by.name == w.who->came_as && !w.by.name.empty());
  if (as_before) return comes_back(w, w.who->name, listening);
  const name_finding finding = fit_name(w, w.by.name);
  if (const auto* no = std::get_if<refusal_code>(&finding)) return because(*no);
  return comes_back(w, std::get<private_text>(finding), listening);
}

verdict rule_of(const wish& w, const leave&) {
  const waiting_person* waits = w.who == nullptr ? w.room.waiting_of(w.by.person) : nullptr;
  if (waits != nullptr) return happened(wait_ended{waits->number});
  if (w.who == nullptr || !w.who->present) return nothing_to_do();
  std::vector<event_body> bodies;
  goes(w, w.who->number, bodies);
  return bodies;
}

verdict rule_of(const wish& w, const set_listening& c) {
  if (w.room.phase == phase::closed) return because(refusal_code::room_closed);
  if (w.who == nullptr) return because(refusal_code::not_in_room);
  if (w.who->listening == c.listening) return nothing_to_do();
  if (!is_staff(w.by.role) && !place_free(w, c.listening)) return no_place(c.listening);
  std::vector<event_body> bodies;
  if (c.listening) turn_moves_on(w, w.who->number, true, bodies);
  bodies.emplace_back(listening_changed{w.who->number, c.listening});
  return bodies;
}

verdict rule_of(const wish& w, const raise_hand& c) {
  if (const auto no = not_running(w)) return *no;
  if (w.who == nullptr) return because(refusal_code::not_in_room);
  if (static_cast<bool>(w.who->hand) == c.raised) return nothing_to_do();
  return happened(hand_raised{w.who->number, c.raised});
}

}  // namespace nightlight::domain
