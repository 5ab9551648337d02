// The meeting itself: it begins, pauses, goes on and ends. A room without staff pauses by itself and goes on when
// one of them is back; what staff paused, staff resume.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

instant still_to_come(const std::optional<sanction>& s, instant time) {
  return s && s->until > time ? s->until : instant{};
}

// Of what was decided in the room beside this one.
instant still_to_come(bool given, instant until, instant time) { return given && until > time ? until : instant{}; }

bool is_worth_carrying(const carried_person& c) {
  return c.muted_until != instant{} || c.removed_until != instant{} || c.warnings > 0;
}

// "For 24 hours" means that also when the room is opened again tonight; "for the rest of this meeting" does not.
std::vector<carried_person> people_to_carry(const wish& w) {
  const instant time = time_of(w);
  std::vector<carried_person> carried;
  for (carried_person c : w.room.carried) {
    if (c.muted_until <= time) c.muted_until = {};
    if (c.removed_until <= time) c.removed_until = {};
    if (is_worth_carrying(c)) carried.push_back(c);
  }
  for (const member& m : w.room.members) {
    carried_person c{m.person, still_to_come(m.mute, time), still_to_come(m.removal, time), m.warnings, m.banned};
    if (m.banned && m.removal) c.banned_at = m.removal->at;
    if (is_worth_carrying(c)) carried.push_back(c);
  }
  for (const standing_beside& s : w.room.beside.standings) {
    const carried_person c{s.person, still_to_come(s.muted, s.muted_until, time),
                           still_to_come(s.kept_out, s.kept_out_until, time), s.warnings};
    const bool known = std::ranges::find(carried, s.person, &carried_person::person) != carried.end();
    if (!known && is_worth_carrying(c)) carried.push_back(c);
  }
  return carried;
}

}  // namespace

verdict rule_of(const wish& w, const open_room& c) {
  if (w.room.phase == phase::open || w.room.phase == phase::paused) return because(refusal_code::room_already_open);
  room_opened opened{c.meeting, c.retention_hours, c.slow_mode, c.speaking_capacity, people_to_carry(w)};
  opened.late_entry = c.late_entry;
  opened.second = c.second;
  // Opened again after its planned end, it is a meeting by hand.
  if (c.starts_at != instant{} && c.ends_at > std::max(c.starts_at, time_of(w))) {
    opened.starts_at = c.starts_at;
    opened.ends_at = c.ends_at;
  }
  if (c.controls == room_controls{}) return happened(std::move(opened));
  return happened(std::move(opened), controls_changed{c.controls});
}

// From the end as it is, or from now when that has passed.
verdict rule_of(const wish& w, const extend_meeting& c) {
  if (const auto no = not_running(w)) return *no;
  const limits& rules = w.around.rules;
  if (!w.room.plan.has_end()) return because(refusal_code::no_end_planned);
  if (c.length < rules.extension_min || c.length > rules.extension_max) {
    return because(refusal_code::length_out_of_range);
  }
  const instant end = std::max(w.room.plan.ends_at, time_of(w)) + c.length;
  if (end > w.room.plan.planned_end + rules.extension_total) return because(refusal_code::extended_enough);
  return happened(meeting_extended{end, c.length});
}

verdict rule_of(const wish& w, const pause_room&) {
  switch (w.room.phase) {
    case phase::scheduled: return because(refusal_code::room_not_open);
    case phase::closed: return because(refusal_code::room_closed);
    case phase::paused:
      if (w.room.paused_by == pause_cause::staff_decision) return nothing_to_do();
      break;
    case phase::open: break;
  }
  return happened(room_paused{pause_cause::staff_decision});
}

verdict rule_of(const wish& w, const resume_room&) {
  switch (w.room.phase) {
    case phase::scheduled: return because(refusal_code::room_not_open);
    case phase::closed: return because(refusal_code::room_closed);
    case phase::open: return nothing_to_do();
    case phase::paused: break;
  }
  return happened(room_resumed{});
}

verdict rule_of(const wish& w, const close_room&) {
  if (w.room.phase == phase::scheduled) return because(refusal_code::room_not_open);
  if (w.room.phase == phase::closed) return nothing_to_do();
  std::vector<event_body> bodies;
  held_declined unread{};
  for (const held_message& h : w.room.held) unread.holds.push_back({h.number, h.author});
  if (!unread.holds.empty()) bodies.emplace_back(std::move(unread));
  for (const side_room& side : w.room.sides) bodies.emplace_back(side_ended{side.member, side.staff});
  bodies.emplace_back(room_closed{});
  return bodies;
}

verdict rule_of(const wish& w, const note_staff_absent&) {
  if (w.room.phase != phase::open || w.around.staff_here) return nothing_to_do();
  return happened(room_paused{pause_cause::staff_absent});
}

verdict rule_of(const wish& w, const note_staff_returned&) {
  const bool waiting = w.room.phase == phase::paused && w.room.paused_by == pause_cause::staff_absent;
  if (!waiting || !w.around.staff_here) return nothing_to_do();
  return happened(room_resumed{});
}

verdict rule_of(const wish& w, const note_words_purged& c) {
  if (w.room.phase == phase::scheduled) return nothing_to_do();
  if (c.meeting != w.room.meeting) return happened(words_purged{c.meeting, {}, c.words});
  if (w.room.phase != phase::closed || w.room.has_forgotten(c.words)) return nothing_to_do();
  return happened(words_purged{c.meeting, w.room.circle_head, c.words});
}

}  // namespace nightlight::domain
