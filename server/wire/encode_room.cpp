#include "wire/encode_room.hpp"

#include "domain/room/second_room.hpp"

#include <string>

namespace nightlight::wire {
namespace {

namespace pb = nightlight::wire::v1;

std::string revealed(const private_text& words) { return std::string(words.reveal()); }

}  // namespace

void fill(pb::Person& out, const domain::member& m) {
  out.set_member(m.number.value);
  out.set_name(revealed(m.name));
  out.set_role(static_cast<pb::Role>(m.role));
  out.set_listening(m.listening);
  out.set_present(m.present);
  out.set_hand_raised(static_cast<bool>(m.hand));
  out.set_hand(m.hand.value);
}

void fill(pb::Message& out, const domain::message& m, bool staff_eyes) {
  out.set_number(m.number.value);
  out.set_author(m.author.value);
  out.set_at_ms(to_unix_ms(m.said_at));
  out.set_reply_to(m.what.reply_to.value);
  out.set_retracted(m.retracted);
  out.set_hidden(m.hidden);
  if (m.retracted) {
    if (staff_eyes) out.set_text(revealed(m.set_aside));
  } else if (!m.hidden || staff_eyes) {
    out.set_text(revealed(m.what.text));
    out.set_content_note(revealed(m.what.content_note));
  }
  out.set_retraction_reason(revealed(m.retraction_reason));
  for (const domain::reaction_count& r : m.reactions) {
    pb::ReactionCount& count = *out.add_reactions();
    count.set_reaction(static_cast<pb::Reaction>(r.reaction));
    for (const member_number n : r.members) count.add_members(n.value);
  }
}

void fill(pb::Sanction& out, const domain::member& m) {
  out.set_member(m.number.value);
  out.set_warnings(m.warnings);
  out.set_muted(m.mute.has_value());
  if (m.mute) out.set_muted_until_ms(to_unix_ms(m.mute->until));
  out.set_removed(m.removal.has_value());
  out.set_banned(m.banned);
  if (m.removal) out.set_removed_until_ms(to_unix_ms(m.removal->until));
  const auto& newest = m.removal ? m.removal : m.mute;
  if (!newest) return;
  out.set_reason(revealed(newest->reason));
  out.set_by(newest->by.value);
}

void fill(pb::Held& out, const domain::held_message& h) {
  out.set_hold(h.number.value);
  out.set_author(h.author.value);
  out.set_at_ms(to_unix_ms(h.at));
  out.set_text(revealed(h.what.text));
  out.set_reply_to(h.what.reply_to.value);
  out.set_content_note(revealed(h.what.content_note));
  out.set_cause(static_cast<pb::HoldCause>(h.cause));
  out.set_rule(h.rule);
  out.set_rephrase_asked(h.rephrase_asked);
  out.set_overdue(h.overdue);
}

void fill(pb::Alert& out, const domain::alert& a) {
  const domain::alert_cause& c = a.cause;
  out.set_alert(a.number.value);
  out.set_kind(static_cast<pb::AlertKind>(c.kind));
  out.set_level(static_cast<pb::AlertLevel>(c.level));
  out.set_at_ms(to_unix_ms(a.raised_at));
  out.set_about(c.about.value);
  out.set_by(a.by.value);
  out.set_number(c.number.value);
  out.set_hold(c.hold.value);
  out.set_words(revealed(c.words));
  out.set_rule(c.rule);
  out.set_category(c.category);
  for (const domain::text_span& s : c.spans) {
    pb::Span& span = *out.add_spans();
    span.set_begin(s.begin);
    span.set_end(s.end);
  }
  out.set_feeling(static_cast<pb::Feeling>(c.feeling));
  out.set_owner(a.owner.value);
  out.set_closed(a.closed);
  out.set_outcome(static_cast<pb::AlertOutcome>(a.outcome));
  out.set_note(revealed(a.note));
  out.set_accepted(a.accepted);
  out.set_rung(static_cast<pb::AlertRung>(a.rung));
  out.set_climbed_at_ms(to_unix_ms(a.climbed_at));
}

void fill(pb::RoomControls& out, const domain::room_controls& c) {
  out.set_door_locked(c.door_locked);
  out.set_invitations_closed(c.invitations_closed);
  out.set_lockdown(c.lockdown);
  out.set_listening_default(c.listening_default);
  out.set_hold(static_cast<pb::HoldMode>(c.hold));
  out.set_hold_first(c.hold_first);
  out.set_lobby(c.lobby);
}

void fill(pb::Round& out, const domain::check_in_round& r) {
  out.set_question(revealed(r.question));
  out.set_turn(r.turn.value);
}

void fill(pb::Poll& out, const domain::open_poll& p, bool staff_eyes) {
  out.set_number(p.number.value);
  out.set_question(revealed(p.question));
  for (const private_text& answer : p.answers) out.add_answers(revealed(answer));
  if (staff_eyes) out.set_answered(static_cast<std::uint32_t>(p.choices.size()));
}

void fill(pb::Sanction& out, member_number member, const domain::standing_beside& s) {
  out.set_member(member.value);
  out.set_warnings(s.warnings);
  out.set_muted(s.muted);
  if (s.muted) out.set_muted_until_ms(to_unix_ms(s.muted_until));
  out.set_removed(s.kept_out);
  if (s.kept_out) out.set_removed_until_ms(to_unix_ms(s.kept_out_until));
}

void fill(pb::Beside& out, const room_id& room, const domain::rooms_beside& b) {
  if (b.second_open) out.set_second(domain::second_of(room).value);
  if (b.is_second) out.set_first(domain::first_of(room).value);
  for (const member_number n : b.asked) out.add_asked(n.value);
  for (const member_number n : b.over) out.add_over(n.value);
  out.set_filling(b.told_filling && !b.had_second);
}

void fill(pb::WaitingPerson& out, const domain::waiting_person& p) {
  out.set_waiting(p.number.value);
  out.set_name(revealed(p.name));
  out.set_listening(p.listening);
  out.set_since_ms(to_unix_ms(p.since));
}

void fill(pb::Side& out, const domain::side_room& s) {
  out.set_member(s.member.value);
  out.set_staff(s.staff.value);
}

void fill(pb::PersonNote& out, const domain::person_note& n) {
  out.set_member(n.member.value);
  out.set_text(revealed(n.text));
  out.set_by(n.by.value);
  out.set_until_ms(to_unix_ms(n.until));
}

void fill(pb::Backstage& out, const domain::backstage_line& b) {
  out.set_author(b.author.value);
  out.set_text(revealed(b.text));
  out.set_at_ms(to_unix_ms(b.at));
}

void fill(pb::CheckedOut& out, const domain::check_out_line& c) {
  out.set_member(c.member.value);
  out.set_leaving(static_cast<pb::Leaving>(c.leaving));
  out.set_first_time(c.first_time);
  out.set_text(std::string(c.text.reveal()));
}

void fill(pb::HandOver& out, const domain::hand_over_packet& h) {
  out.set_from(h.from.value);
  out.set_text(revealed(h.text));
  out.set_taken_by(h.taken_by.value);
}

}  // namespace nightlight::wire
