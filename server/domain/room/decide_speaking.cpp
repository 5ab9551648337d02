// Saying, answering, reacting, and taking back one's own words, which stays hers whatever else is closed to her.
#include <algorithm>

#include "domain/room/verdict.hpp"
#include "domain/text/code_points.hpp"

namespace nightlight::domain {
namespace {

constexpr milliseconds soon{2000};

// What stands in the way of anyone's voice: the meeting itself, then her own mute.
std::optional<refusal> no_voice(const wish& w) {
  switch (w.room.phase) {
    case phase::scheduled: return refusal{refusal_code::room_not_open, seconds{15}};
    case phase::closed: return refusal{refusal_code::room_closed};
    case phase::paused:
      if (!is_staff(w.by.role)) return refusal{refusal_code::room_paused, soon};
      break;
    case phase::open: break;
  }
  if (!is_staff(w.by.role) && !w.around.staff_here) return refusal{refusal_code::waiting_for_staff, soon};
  if (w.who != nullptr && w.who->mute && w.who->mute->in_force(time_of(w))) {
    return held_back(refusal_code::muted, *w.who->mute, time_of(w));
  }
  return std::nullopt;
}

// A round comes before hands and the floor, which wait as they stand until it is over. Where hands are required,
// members speak when they have the floor.
std::optional<refusal> out_of_turn(const wish& w) {
  if (is_staff(w.by.role)) return std::nullopt;
  if (w.room.round) {
    if (w.who != nullptr && w.room.round->turn == w.who->number) return std::nullopt;
    return refusal{refusal_code::not_your_turn};
  }
  if (!w.room.hands_required) return std::nullopt;
  if (w.who != nullptr && w.room.floor == w.who->number) return std::nullopt;
  return refusal{refusal_code::hand_needed};
}

seconds slow_mode_now(const wish& w) {
  return w.room.controls.lockdown ? std::max(w.room.slow_mode, w.around.rules.lockdown_slow_mode) : w.room.slow_mode;
}

// By the machine's clock, and in her favour: when it was set back since her last message, nobody can tell how long she
// has waited, and she need not wait for it to catch up.
std::optional<refusal> too_soon(const wish& w) {
  const seconds between = slow_mode_now(w);
  if (between == seconds{0} || is_staff(w.by.role) || w.who->last_said_at == instant{}) return std::nullopt;
  const milliseconds waited = w.around.now - w.who->last_said_at;
  if (waited < milliseconds{0} || waited >= between) return std::nullopt;
  return refusal{refusal_code::slow_mode_active, between - waited};
}

// Why a person reads this message before the circle does; none when it is said at once. Care never holds.
std::optional<hold_cause> reason_to_hold(const wish& w) {
  if (is_staff(w.by.role)) return std::nullopt;
  const auto hers = [&](const held_message& h) { return h.author == w.who->number; };
  const bool flagged = w.around.heard.conduct && w.around.heard.conduct->action == conduct_action::hold;
  if (w.room.controls.lockdown) return hold_cause::lockdown;
  if (w.room.controls.hold == hold_mode::everything) return hold_cause::everything;
  if (flagged && w.room.controls.hold != hold_mode::off) return hold_cause::flagged;
  const auto waiting = static_cast<std::uint32_t>(std::ranges::count_if(w.room.held, hers));
  if (w.room.controls.hold == hold_mode::newcomers && w.who->said + waiting < w.room.controls.hold_first) {
    return hold_cause::newcomer;
  }
  return waiting > 0 ? std::optional{hold_cause::behind} : std::nullopt;
}

// The number that the message will have: staff who speak from outside are introduced in the step before it.
circle_number number_to_come(const wish& w) {
  const bool introduced = is_staff(w.by.role) && (w.who == nullptr || !w.who->present);
  return introduced ? w.room.circle_head.next().next() : w.room.circle_head.next();
}

// A rule that only tells staff, or one that would hold where nothing is held.
bool is_told(const conduct_flag& flag, bool held) {
  return flag.action == conduct_action::alert || (flag.action == conduct_action::hold && !held);
}

verdict said_or_held(const wish& w, const written& what) {
  const auto& [conduct, care] = w.around.heard;
  if (conduct && conduct->action == conduct_action::rephrase && !is_staff(w.by.role)) {
    return because(refusal_code::please_rephrase);
  }
  const member_number author = number_for(w);
  const auto cause = reason_to_hold(w);
  const hold_number hold = cause ? w.room.newest_hold.next() : hold_number{};
  std::vector<event_body> bodies;
  if (cause) {
    bodies.emplace_back(message_held{hold, author, what, *cause, *cause == hold_cause::flagged ? conduct->rule : ""});
  } else {
    bodies.emplace_back(message_said{author, what, {}});
  }
  std::uint32_t raised = 0;
  const auto tell = [&](alert_cause found) {
    found.number = cause ? circle_number{} : number_to_come(w);
    found.hold = hold;
    bodies.emplace_back(raise(w, std::move(found), raised++));
  };
  if (care) tell(cause_of(*care, author));
  if (conduct && is_told(*conduct, cause.has_value()) && !is_staff(w.by.role)) {
    alert_cause found;
    found.kind = alert_kind::conduct;
    found.level = alert_level::soft;
    found.about = author;
    found.rule = conduct->rule;
    found.spans = conduct->spans;
    tell(std::move(found));
  }
  return bodies;
}

bool has_reacted(const message& m, reaction kind, member_number who) {
  const auto count = std::ranges::find(m.reactions, kind, &reaction_count::reaction);
  return count != m.reactions.end() && std::ranges::find(count->members, who) != count->members.end();
}

}  // namespace

verdict rule_of(const wish& w, const say& c) {
  if (is_blank(c.what.text.reveal())) return because(refusal_code::body_empty);
  if (code_points(c.what.text.reveal()) > w.around.rules.body_code_points_max) {
    return because(refusal_code::body_too_long);
  }
  if (code_points(c.what.content_note.reveal()) > w.around.rules.content_note_code_points_max) {
    return because(refusal_code::content_note_too_long);
  }
  if (const auto no = no_voice(w)) return *no;
  if (w.who != nullptr && w.who->listening && !is_staff(w.by.role)) return because(refusal_code::listening);
  if (const auto no = out_of_turn(w)) return *no;
  if (c.what.reply_to && w.room.find(c.what.reply_to) == nullptr) return because(refusal_code::message_unknown);
  if (const auto no = too_soon(w)) return *no;
  return said_or_held(w, c.what);
}

verdict rule_of(const wish& w, const react& c) {
  if (c.reaction < reaction::heart || c.reaction > reaction::clap) return because(refusal_code::reaction_unknown);
  if (const auto no = no_voice(w)) return *no;
  const message* m = w.room.find(c.number);
  if (m == nullptr) return because(refusal_code::message_unknown);
  if (m->retracted) return because(refusal_code::message_retracted);
  if (m->hidden) return because(refusal_code::message_hidden);
  const member_number self = number_for(w);
  if (has_reacted(*m, c.reaction, self) != c.withdraw) return nothing_to_do();
  return happened(reaction_changed{c.number, self, c.reaction, c.withdraw});
}

verdict rule_of(const wish& w, const retract_own& c) {
  const message* m = w.room.find(c.number);
  if (m == nullptr) return because(refusal_code::message_unknown);
  if (w.who == nullptr || m->author != w.who->number) return because(refusal_code::not_your_message);
  if (m->retracted) return nothing_to_do();
  return happened(messages_retracted{{c.number}, {}});
}

// Said another way it still waits for its reader; without any words it does not wait any more, and nothing of hers
// waits behind it.
verdict rule_of(const wish& w, const edit_held& c) {
  const held_message* waiting = w.room.find(c.hold);
  if (waiting == nullptr || w.who == nullptr || waiting->author != w.who->number) {
    return because(refusal_code::held_unknown);
  }
  if (is_blank(c.text.reveal())) {
    std::vector<event_body> bodies{held_declined{{{c.hold, waiting->author}}, {}}};
    if (!no_voice(w)) release_in_order(w, {}, {c.hold}, bodies);
    return bodies;
  }
  if (code_points(c.text.reveal()) > w.around.rules.body_code_points_max) return because(refusal_code::body_too_long);
  if (const auto no = no_voice(w)) return *no;
  std::vector<event_body> bodies{held_edited{c.hold, c.text}};
  if (w.around.heard.care) {
    alert_cause cause = cause_of(*w.around.heard.care, waiting->author);
    cause.hold = c.hold;
    bodies.emplace_back(raise(w, std::move(cause)));
  }
  return bodies;
}

}  // namespace nightlight::domain
