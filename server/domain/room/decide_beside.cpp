// The second room beside a room: it is opened when the first fills up, people are asked over for a while and come back,
// and what the team decided about somebody in one of the two holds in the other. Nobody is moved: she is asked, and
// goes herself. What is said in one of them is not known to the other's rules.
#include <algorithm>
#include <utility>

#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

std::optional<refusal> no_second(const wish& w) {
  if (const auto no = not_running(w)) return no;
  if (w.room.beside.second_open) return std::nullopt;
  return refusal{refusal_code::no_second_room};
}

void ask_nobody(const wish& w, std::vector<event_body>& out) {
  for (const member_number who : w.room.beside.asked) out.emplace_back(over_answered{who, false});
}

bool is_to_be_called(const kept_seat& seat) { return seat.visiting && !seat.called; }

verdict calls_visitors(const wish& w) {
  const auto& seats = w.room.beside.seats;
  if (std::ranges::none_of(seats, is_to_be_called)) return nothing_to_do();
  return happened(called_back{});
}

// The first room's end is the second's.
verdict ends_with_the_first(const wish& w) {
  if (!w.room.beside.is_second || not_running(w)) return nothing_to_do();
  return rule_of(w, close_room{});
}

verdict has_no_second_now(const wish& w) {
  if (!w.room.beside.second_open) return nothing_to_do();
  std::vector<event_body> bodies;
  ask_nobody(w, bodies);
  bodies.emplace_back(second_closed{});
  return bodies;
}

// What somebody stands under here, made like what stands over there.
struct aligning {
  const wish& w;
  const note_standings& told;
  std::vector<event_body>& out;

  bool holds(bool given, instant until) const { return given && (until == instant{} || until > time_of(w)); }

  static bool in_force(const std::optional<sanction>& s, instant time) { return s && s->in_force(time); }

  void mute(const member& m, const standing_beside& who) const {
    const bool now = in_force(m.mute, time_of(w));
    const bool wanted = holds(who.muted, who.muted_until);
    if (now && told.adds_only) return;
    if (wanted && (!now || m.mute->until != who.muted_until)) {
      silence(w, m.number, who.muted_until, told.reason, out);
    } else if (!wanted && now) {
      out.emplace_back(member_unmuted{m.number});
    }
  }

  void keep_out(const member& m, const standing_beside& who) const {
    const bool now = in_force(m.removal, time_of(w));
    const bool wanted = holds(who.kept_out, who.kept_out_until);
    if (now && told.adds_only) return;
    if (wanted && (!now || m.removal->until != who.kept_out_until)) {
      send_away(w, m.number, told.reason, member_removed{m.number, who.kept_out_until, told.reason, false}, out);
    } else if (!wanted && now) {
      out.emplace_back(member_readmitted{m.number});
    }
  }

  // She has not come to this meeting, or waits to be let in.
  void remember(const standing_beside& who) const {
    const standing_beside* before = w.room.beside.standing_of(who.person);
    if (before != nullptr && told.adds_only) return;
    if ((before != nullptr ? *before : standing_beside{who.person, false, {}, false, {}, 0}) == who) return;
    out.emplace_back(standing_noted{{}, who});
    const waiting_person* waits = w.room.waiting_of(who.person);
    if (waits != nullptr && holds(who.kept_out, who.kept_out_until)) out.emplace_back(wait_ended{waits->number});
  }

  void operator()(const standing_beside& who) const {
    const member* m = w.room.find(who.person);
    if (m == nullptr) return remember(who);
    if (is_staff(m->role)) return;
    mute(*m, who);
    keep_out(*m, who);
    if (who.warnings > m->warnings) out.emplace_back(standing_noted{m->number, who});
  }
};

}  // namespace

bool is_filling(const room_state& room, const limits& rules, std::uint32_t coming) {
  const rooms_beside& beside = room.beside;
  if (rules.second_room_at == 0 || beside.told_filling || beside.had_second || beside.is_second) return false;
  return members_here(room, false) + coming >= std::min(rules.second_room_at, speaking_places(room, rules));
}

verdict rule_of(const wish& w, const open_second&) {
  if (const auto no = not_running(w)) return *no;
  if (w.room.beside.is_second) return because(refusal_code::second_of_second);
  if (w.room.beside.second_open) return nothing_to_do();
  return happened(second_opened{});
}

// All of them, or none: whoever has gone meanwhile is looked for again by the one who asks.
verdict rule_of(const wish& w, const ask_over& c) {
  if (const auto no = no_second(w)) return *no;
  if (c.members.size() > w.around.rules.admitted_at_once) return because(refusal_code::length_out_of_range);
  std::vector<event_body> bodies;
  for (const member_number number : c.members) {
    const member* m = w.room.find(number);
    if (m == nullptr || !m->present || is_staff(m->role)) return because(refusal_code::member_unknown);
    const event_body asked = asked_over{number};
    if (!w.room.beside.is_asked(number) && std::ranges::find(bodies, asked) == bodies.end()) bodies.push_back(asked);
  }
  return bodies;
}

// Whoever goes has left this room, and may come back to it like anybody who was here.
verdict rule_of(const wish& w, const answer_over& c) {
  if (const auto no = not_running(w)) return *no;
  if (w.who == nullptr) return because(refusal_code::not_in_room);
  if (!w.room.beside.is_asked(w.who->number)) {
    return c.going ? because(refusal_code::no_second_room) : nothing_to_do();
  }
  std::vector<event_body> bodies{over_answered{w.who->number, c.going}};
  if (c.going) goes(w, w.who->number, bodies);
  return bodies;
}

verdict rule_of(const wish& w, const call_back&) {
  if (const auto no = not_running(w)) return *no;
  if (w.room.beside.is_second) return calls_visitors(w);
  if (const auto no = no_second(w)) return *no;
  std::vector<event_body> bodies;
  ask_nobody(w, bodies);
  bodies.emplace_back(called_back{});
  return bodies;
}

verdict rule_of(const wish& w, const note_seat_kept& c) {
  if (!w.room.beside.is_second || not_running(w)) return nothing_to_do();
  const kept_seat* before = w.room.beside.seat_of(c.person);
  if (before != nullptr && *before == kept_seat{c.person, c.visiting, false}) return nothing_to_do();
  return happened(seat_kept{c.person, c.visiting});
}

verdict rule_of(const wish& w, const note_standings& c) {
  std::vector<event_body> bodies;
  if (w.room.phase == phase::scheduled || w.room.purged) return bodies;
  for (const standing_beside& who : c.people) aligning{w, c, bodies}(who);
  return bodies;
}

verdict rule_of(const wish& w, const note_news_beside& c) {
  switch (c.what) {
    case news_beside::first_closed: return ends_with_the_first(w);
    case news_beside::second_closed: return has_no_second_now(w);
    case news_beside::called_back: break;
  }
  return not_running(w) ? nothing_to_do() : calls_visitors(w);
}

verdict rule_of(const wish& w, const note_end_beside& c) {
  if (!w.room.beside.is_second || not_running(w)) return nothing_to_do();
  return happened(ending_soon{c.before, c.ends_at, c.closes_at});
}

}  // namespace nightlight::domain
