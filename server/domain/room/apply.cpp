#include "domain/room/apply.hpp"

#include <algorithm>
#include <utility>

#include "domain/room/apply_beside.hpp"
#include "domain/room/apply_circle.hpp"
#include "domain/room/apply_meeting.hpp"
#include "domain/room/apply_sanctions.hpp"
#include "domain/room/changeable.hpp"
#include "domain/room/forget.hpp"
#include "domain/room/name.hpp"
#include "domain/room/visibility.hpp"

namespace nightlight::domain {
namespace {

// An event about someone or something this state does not hold changes nothing: logs outlive the rules that wrote them.
struct folding {
  room_state& room;
  const logged_event& e;

  member* who(member_number n) const { return changeable(room, n); }
  message* what(circle_number n) const { return changeable(room, n); }

  void operator()(const room_opened& opened) const { fold(room, opened, e.time); }
  void operator()(const room_paused& paused) const { fold(room, paused); }
  void operator()(const room_resumed& resumed) const { fold(room, resumed); }
  void operator()(const room_closed& closed) const { fold(room, closed, e.time); }
  void operator()(const circle_began& began) const { fold(room, began); }
  void operator()(const ending_soon& notice) const { fold(room, notice); }
  void operator()(const meeting_extended& extended) const { fold(room, extended, e.time); }
  void operator()(const wait_began& began) const { fold(room, began, e); }
  void operator()(const wait_renamed& renamed) const { fold(room, renamed, e); }
  void operator()(const wait_ended& ended) const { fold(room, ended, e); }

  // What an earlier meeting left in force against her becomes her own when she first comes.
  void take_up_carried(member& m) const {
    const auto left = std::ranges::find(room.carried, m.person, &carried_person::person);
    if (left == room.carried.end()) return;
    if (left->muted_until != instant{}) m.mute = sanction{left->muted_until, {}, {}};
    if (left->removed_until != instant{}) m.removal = sanction{left->removed_until, {}, {}, left->banned_at};
    m.warnings = left->warnings;
    m.banned = left->banned;
    room.carried.erase(left);
  }

  void operator()(const member_joined& joined) const {
    const bool first = joined.member.value == room.members.size() + 1;
    if (first) room.members.emplace_back();
    member* m = who(joined.member);
    if (m == nullptr) return;
    if (first) m->joined_at = e.time;
    m->number = joined.member;
    m->person = joined.person;
    if (!first && m->name != joined.name) m->came_as = private_text{};
    m->name = joined.name;
    m->skeleton = skeleton_of(joined.name);
    m->role = joined.role;
    m->listening = joined.listening;
    m->present = true;
    m->marks = joined.marks;
    room.by_person[joined.person] = joined.member;
    if (joined.waited) come_out_of_the_lobby(room, joined.waited, *m);
    take_up_carried(*m);
    comes_from_beside(room, *m);
    if (m->listening) goes_from_the_round(room, m->number);
    comes_to_the_round(room, m->number);
  }

  void operator()(const member_left& left) const {
    if (member* m = who(left.member)) {
      m->present = false;
      m->hand = {};
    }
    goes_from_the_round(room, left.member);
    asks_no_more(room, left.member);
    if (room.glass && room.glass->admin == left.member) room.glass.reset();
  }

  void operator()(const listening_changed& changed) const {
    if (member* m = who(changed.member)) m->listening = changed.listening;
    if (changed.listening) goes_from_the_round(room, changed.member);
    comes_to_the_round(room, changed.member);
  }

  void operator()(const message_said& said) const {
    message kept;
    kept.number = e.number;
    kept.author = said.author;
    kept.said_at = e.time;
    kept.what = said.what;
    room.messages.push_back(std::move(kept));
    forget_hold(said.hold);
    member* m = who(said.author);
    if (m == nullptr) return;
    if (!said.hold) m->last_said_at = e.time;  // a message that waited counts from when it was sent
    m->said += 1;
    note_share(said, *m);
  }

  // The phrase rules heard something in it while it waited.
  bool was_heavy(hold_number hold) const {
    const auto heard = [&](const alert& a) { return a.cause.kind == alert_kind::phrase && a.cause.hold == hold; };
    return hold && std::ranges::any_of(room.alerts, heard);
  }

  // A word of the team's answers everyone who waits; a member's, the one she answers.
  void note_share(const message_said& said, const member& author) const {
    if (is_staff(author.role)) {
      room.shares.clear();
    } else {
      if (said.what.reply_to) answered(said.what.reply_to, said.author);
      if (author.said == 1 || was_heavy(said.hold)) room.shares.push_back({e.number, said.author, e.time});
    }
  }

  void answered(circle_number number, member_number by) const {
    std::erase_if(room.shares, [&](const open_share& s) { return s.number == number && s.author != by; });
  }

  void forget_share(circle_number number) const {
    std::erase_if(room.shares, [&](const open_share& s) { return s.number == number; });
  }

  void operator()(const reaction_changed& changed) const {
    message* m = what(changed.number);
    if (m == nullptr || m->retracted) return;
    auto count = std::ranges::find(m->reactions, changed.reaction, &reaction_count::reaction);
    if (count == m->reactions.end()) {
      if (changed.withdrawn) return;
      count = m->reactions.insert(count, reaction_count{changed.reaction, {}});
    }
    std::erase(count->members, changed.member);
    if (!changed.withdrawn) {
      count->members.push_back(changed.member);
      answered(changed.number, changed.member);
    }
    if (count->members.empty()) m->reactions.erase(count);
  }

  void operator()(const messages_retracted& retracted) const {
    for (const circle_number number : retracted.numbers) {
      message* m = what(number);
      if (m == nullptr) continue;
      m->what.text = private_text{};
      m->what.content_note = private_text{};
      m->retracted = true;
      m->hidden = false;
      m->retraction_reason = retracted.reason;
      m->reactions.clear();
      forget_share(number);
    }
    for (const set_aside_words& kept : retracted.kept) {
      if (message* m = what(kept.number)) m->set_aside = kept.text;
    }
  }

  void operator()(const message_hidden& hidden) const {
    if (message* m = what(hidden.number)) m->hidden = true;
    forget_share(hidden.number);
  }

  void operator()(const message_shown& shown) const {
    if (message* m = what(shown.number)) m->hidden = false;
  }

  held_message* waiting(hold_number n) const { return changeable(room, n); }

  // However a held message was decided, nobody is called to it any more.
  void forget_hold(hold_number n) const {
    if (!n) return;
    std::erase_if(room.held, [n](const held_message& h) { return h.number == n; });
    for (alert& a : room.alerts) {
      if (a.closed || a.cause.kind != alert_kind::held || a.cause.hold != n) continue;
      note_taken(a);
      a.closed = true;
      a.outcome = alert_outcome::no_action;
    }
  }

  void operator()(const message_held& held) const {
    room.newest_hold = held.hold;
    room.held.push_back({held.hold, held.author, e.time, held.what, held.cause, held.rule});
    if (member* m = who(held.author)) m->last_said_at = e.time;
  }

  void operator()(const held_edited& edited) const {
    held_message* h = waiting(edited.hold);
    if (h == nullptr) return;
    h->what.text = edited.text;
    h->rephrase_asked = false;
    h->rephrase_reason = private_text{};
  }

  void operator()(const held_declined& declined) const {
    for (const declined_hold& d : declined.holds) forget_hold(d.hold);
  }

  void operator()(const rephrase_asked& asked) const {
    held_message* h = waiting(asked.hold);
    if (h == nullptr) return;
    h->rephrase_asked = true;
    h->rephrase_reason = asked.reason;
  }

  void operator()(const member_warned& warned) const { fold(room, warned, e.what.actor); }
  void operator()(const member_muted& muted) const { fold(room, muted, e.what.actor); }
  void operator()(const member_unmuted& unmuted) const { fold(room, unmuted); }
  void operator()(const member_removed& removed) const { fold(room, removed, e.what.actor); }
  void operator()(const member_banned& banned) const { fold(room, banned, e); }
  void operator()(const member_readmitted& readmitted) const { fold(room, readmitted); }
  void operator()(const sanctions_carried&) const {}  // they became hers when she came
  void operator()(const ban_lifted& lifted) const { fold(room, lifted); }

  void operator()(const slow_mode_set& set) const { room.slow_mode = set.interval; }

  void operator()(const door_changed& changed) const { room.controls.door_locked = changed.locked; }

  void operator()(const controls_changed& changed) const {
    if (!changed.controls.lockdown) {
      room.locked_down_by = {};
      room.locked_down_at = {};
    } else if (!room.controls.lockdown) {
      room.locked_down_by = e.what.actor;
      room.locked_down_at = e.time;
    }
    room.controls = changed.controls;
  }

  void operator()(const hands_required_set& set) const { fold(room, set); }
  void operator()(const hand_raised& raised) const { fold(room, raised, e.number); }
  void operator()(const floor_given& given) const { fold(room, given); }
  void operator()(const prompt_pinned& pinned) const { fold(room, pinned); }
  void operator()(const round_began& began) const { fold(room, began); }
  void operator()(const turn_given& given) const { fold(room, given); }
  void operator()(const round_ended& ended) const { fold(room, ended); }
  void operator()(const poll_began& began) const { fold(room, began, e.number); }
  void operator()(const poll_answered& answered) const { fold(room, answered); }
  void operator()(const poll_ended& ended) const { fold(room, ended); }
  void operator()(const filling_up& filling) const { fold(room, filling); }
  void operator()(const second_opened& opened) const { fold(room, opened, e.what.actor); }
  void operator()(const second_closed& closed) const { fold(room, closed); }
  void operator()(const asked_over& asked) const { fold(room, asked); }
  void operator()(const over_answered& answered) const { fold(room, answered); }
  void operator()(const called_back& called) const { fold(room, called); }
  void operator()(const seat_kept& kept) const { fold(room, kept); }
  void operator()(const standing_noted& noted) const { fold(room, noted); }

  void operator()(const side_opened& opened) const { room.sides.push_back({opened.member, opened.staff, {}}); }

  void operator()(const side_ended& ended) const {
    std::erase_if(room.sides, [&](const side_room& s) { return s.member == ended.member; });
  }

  void operator()(const side_said& said) const {
    const auto side = std::ranges::find(room.sides, said.member, &side_room::member);
    if (side != room.sides.end()) side->lines.push_back({said.author, said.text, e.time});
  }

  void operator()(const backstage_said& said) const { room.backstage.push_back({said.author, said.text, e.time}); }

  void operator()(const person_noted& noted) const {
    std::erase_if(room.notes, [&](const person_note& n) { return n.member == noted.member; });
    if (!noted.text.empty()) room.notes.push_back({noted.member, noted.text, e.what.actor, noted.until});
  }

  void operator()(const checked_out& out) const {
    std::erase_if(room.check_outs, [&](const check_out_line& c) { return c.member == out.member; });
    room.check_outs.push_back({out.member, out.leaving, out.text, out.first_time});
  }

  void operator()(const handed_over& packet) const { room.hand_over = hand_over_packet{packet.from, packet.text, {}}; }

  void operator()(const taken_over& signed_for) const {
    if (room.hand_over) room.hand_over->taken_by = signed_for.by;
  }

  void operator()(const glass_broken& broken) const { room.glass = broken_glass{broken.admin, broken.until}; }

  void operator()(const alert_raised& raised) const {
    alert a;
    a.number = raised.alert;
    a.cause = raised.cause;
    if (is_a_persons(raised.cause.kind)) a.by = e.what.actor;
    a.raised_at = e.time;
    a.waits_since = e.time;
    if (held_message* h = waiting(raised.cause.hold); h != nullptr && raised.cause.kind == alert_kind::held) {
      h->overdue = true;
    }
    if (raised.alert.value == room.alerts.size() + 1) room.alerts.push_back(std::move(a));
    note_heavy(raised.cause);
  }

  // Words that called staff wait for an answer like a first message; once that has been said, they no longer do.
  void note_heavy(const alert_cause& cause) const {
    if (cause.kind == alert_kind::unanswered) return forget_share(cause.number);
    if (cause.kind != alert_kind::phrase || !cause.number) return;
    const bool known = std::ranges::find(room.shares, cause.number, &open_share::number) != room.shares.end();
    const message* m = what(cause.number);
    const member* author = who(cause.about);
    if (known || m == nullptr || author == nullptr || is_staff(author->role)) return;
    room.shares.push_back({m->number, m->author, m->said_at});
  }

  alert* listed(alert_number n) const { return changeable(room, n); }

  void note_taken(alert& a) const {
    if (a.taken_at == instant{}) a.taken_at = e.time;
  }

  void operator()(const alert_claimed& claimed) const {
    alert* a = listed(claimed.alert);
    if (a == nullptr) return;
    a->owner = claimed.owner;
    a->accepted = claimed.owner && claimed.owner == e.what.actor;
    if (a->accepted) return note_taken(*a);
    a->waits_since = e.time;
    a->rung = alert_rung::facilitator;
    a->climbed_at = {};
  }

  void operator()(const alert_climbed& climbed) const {
    alert* a = listed(climbed.alert);
    if (a == nullptr) return;
    a->rung = climbed.rung;
    a->climbed_at = e.time;
    a->climbed_to = std::max(a->climbed_to, climbed.rung);
  }

  void operator()(const alert_closed& closed) const {
    alert* a = listed(closed.alert);
    if (a == nullptr) return;
    note_taken(*a);
    a->closed = true;
    a->outcome = closed.outcome;
    a->note = closed.note;
  }

  void operator()(const words_purged& purged) const {
    if (purged.meeting != room.meeting) return;
    forget(room, purged.words);
  }
};

}  // namespace

void apply(room_state& room, const logged_event& e) {
  std::visit(folding{room, e}, e.what.body);
  room.head = e.at;
  if (e.number) room.circle_head = e.number;
  room.newest_time = std::max(room.newest_time, e.time);
  if (e.what.command && e.what.actor) {
    const auto* held = std::get_if<message_held>(&e.what.body);
    room.answers.try_emplace(
        answer_key{e.what.actor, e.what.command},
        answer{e.at, e.number, e.time, e.what.words, held != nullptr ? held->hold : hold_number{}});
  }
}

logged_event place_next(const room_state& room, event what, instant now) {
  const bool in_circle = visibility_of(what.body) == visibility::circle;
  return {room.head.next(), in_circle ? room.circle_head.next() : circle_number{}, std::max(now, room.newest_time),
          std::move(what)};
}

}  // namespace nightlight::domain
