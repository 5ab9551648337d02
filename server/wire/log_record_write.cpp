// Events as durable bytes: whatever was typed is sealed on the way.
#include "nightlight/log/v1/record.pb.h"
#include "wire/log_record.hpp"
#include "wire/log_record_context.hpp"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::log::v1;

// Whoever waits has a key of her own, and no member's number: hers are counted from the other end.
member_number key_of(waiting_number waiting) { return member_number{~waiting.value}; }

struct writer {
  pb::Record& out;
  const room_id& room;
  const domain::logged_event& e;
  const seal_function& seal;

  void words(pb::Sealed* to, member_number whose, const private_text& typed, std::string_view field,
             kept_as kept = kept_as::talk) const {
    sealed_words sealed = seal(whose, kept, typed, context_of(room, e.at, field));
    to->set_participant(sealed.participant);
    to->set_retention_class(sealed.retention_class);
    to->set_nonce(std::move(sealed.nonce));
    to->set_ciphertext(std::move(sealed.ciphertext));
  }

  template <class Message>
  void message(Message* to, member_number author, const domain::written& what, kept_as kept = kept_as::talk) const {
    words(to->mutable_text(), author, what.text, "text", kept);
    to->set_reply_to(what.reply_to.value);
    if (!what.content_note.empty()) words(to->mutable_content_note(), author, what.content_note, "note", kept);
  }

  static std::uint32_t minutes(std::chrono::minutes length) { return static_cast<std::uint32_t>(length.count()); }

  // A reason is optional: none is written as none.
  template <class Event>
  void reason(Event* to, const private_text& typed) const {
    if (!typed.empty()) words(to->mutable_reason(), e.what.actor, typed, "reason");
  }

  void operator()(const domain::room_opened& o) const {
    auto* to = out.mutable_room_opened();
    to->set_meeting(o.meeting.value);
    to->set_retention_hours(o.retention_hours);
    to->set_slow_mode_seconds(static_cast<std::uint32_t>(o.slow_mode.count()));
    to->set_capacity(o.speaking_capacity);
    to->set_starts_at_ms(to_unix_ms(o.starts_at));
    to->set_ends_at_ms(to_unix_ms(o.ends_at));
    to->set_late_entry_minutes(minutes(o.late_entry));
    to->set_second(o.second);
    for (const domain::carried_person& c : o.carried) {
      auto* kept = to->add_carried();
      kept->set_person(c.person.value);
      kept->set_muted_until_ms(to_unix_ms(c.muted_until));
      kept->set_removed_until_ms(to_unix_ms(c.removed_until));
      kept->set_warnings(c.warnings);
      kept->set_banned(c.banned);
      kept->set_banned_at(c.banned_at.value);
    }
  }
  void operator()(const domain::room_paused& p) const {
    out.mutable_room_paused()->set_cause(static_cast<std::uint32_t>(p.cause));
  }
  void operator()(const domain::room_resumed&) const { out.mutable_room_resumed(); }
  void operator()(const domain::room_closed&) const { out.mutable_room_closed(); }
  void operator()(const domain::member_joined& j) const {
    auto* to = out.mutable_member_joined();
    to->set_member(j.member.value);
    to->set_person(j.person.value);
    words(to->mutable_name(), j.member, j.name, "name");
    to->set_role(static_cast<std::uint32_t>(j.role));
    to->set_listening(j.listening);
    if (!j.marks.empty()) words(to->mutable_marks(), j.member, j.marks, "marks");
    to->set_waited(j.waited.value);
  }
  void operator()(const domain::member_left& l) const { out.mutable_member_left()->set_member(l.member.value); }
  void operator()(const domain::listening_changed& c) const {
    out.mutable_listening_changed()->set_member(c.member.value);
    out.mutable_listening_changed()->set_listening(c.listening);
  }
  void operator()(const domain::message_said& s) const {
    auto* to = out.mutable_message_said();
    to->set_author(s.author.value);
    message(to, s.author, s.what);
    to->set_hold(s.hold.value);
  }
  void operator()(const domain::reaction_changed& r) const {
    auto* to = out.mutable_reaction_changed();
    to->set_number(r.number.value);
    to->set_member(r.member.value);
    to->set_reaction(static_cast<std::uint32_t>(r.reaction));
    to->set_withdrawn(r.withdrawn);
  }
  void operator()(const domain::messages_retracted& r) const {
    auto* to = out.mutable_messages_retracted();
    for (const circle_number n : r.numbers) to->add_numbers(n.value);
    reason(to, r.reason);
    for (const domain::set_aside_words& k : r.kept) {
      auto* kept = to->add_kept();
      kept->set_number(k.number.value);
      words(kept->mutable_text(), e.what.actor, k.text, "kept/" + std::to_string(k.number.value), kept_as::set_aside);
    }
  }
  void operator()(const domain::message_hidden& h) const { out.mutable_message_hidden()->set_number(h.number.value); }
  void operator()(const domain::message_shown& s) const {
    out.mutable_message_shown()->set_number(s.number.value);
    message(out.mutable_message_shown(), e.what.actor, s.what, kept_as::set_aside);  // it is there as it was said
  }
  void operator()(const domain::message_held& h) const {
    auto* to = out.mutable_message_held();
    to->set_hold(h.hold.value);
    to->set_author(h.author.value);
    message(to, h.author, h.what, kept_as::set_aside);
    to->set_cause(static_cast<std::uint32_t>(h.cause));
    to->set_rule(h.rule);
  }
  void operator()(const domain::held_edited& h) const {
    auto* to = out.mutable_held_edited();
    to->set_hold(h.hold.value);
    words(to->mutable_text(), e.what.actor, h.text, "text", kept_as::set_aside);
  }
  void operator()(const domain::held_declined& d) const {
    auto* to = out.mutable_held_declined();
    for (const domain::declined_hold& h : d.holds) {
      to->add_holds(h.hold.value);
      to->add_authors(h.author.value);
    }
    reason(to, d.reason);
  }
  void operator()(const domain::rephrase_asked& r) const {
    out.mutable_rephrase_asked()->set_hold(r.hold.value);
    reason(out.mutable_rephrase_asked(), r.reason);
  }
  void operator()(const domain::member_warned& m) const {
    out.mutable_member_warned()->set_member(m.member.value);
    out.mutable_member_warned()->set_warnings(m.warnings);
    reason(out.mutable_member_warned(), m.reason);
  }
  void operator()(const domain::member_banned& m) const {
    auto* to = out.mutable_member_banned();
    to->set_member(m.member.value);
    to->set_until_ms(to_unix_ms(m.until));
    reason(to, m.reason);
  }
  void operator()(const domain::member_readmitted& m) const {
    out.mutable_member_readmitted()->set_member(m.member.value);
  }
  void operator()(const domain::member_muted& m) const {
    auto* to = out.mutable_member_muted();
    to->set_member(m.member.value);
    to->set_until_ms(to_unix_ms(m.until));
    reason(to, m.reason);
  }
  void operator()(const domain::member_unmuted& u) const { out.mutable_member_unmuted()->set_member(u.member.value); }
  void operator()(const domain::member_removed& r) const {
    auto* to = out.mutable_member_removed();
    to->set_member(r.member.value);
    to->set_until_ms(to_unix_ms(r.until));
    reason(to, r.reason);
    to->set_may_return(r.may_return);
  }
  void operator()(const domain::slow_mode_set& s) const {
    out.mutable_slow_mode_set()->set_seconds(static_cast<std::uint32_t>(s.interval.count()));
  }
  void operator()(const domain::door_changed& d) const { out.mutable_door_changed()->set_locked(d.locked); }
  void operator()(const domain::controls_changed& c) const {
    auto* to = out.mutable_controls_changed();
    to->set_door_locked(c.controls.door_locked);
    to->set_invitations_closed(c.controls.invitations_closed);
    to->set_lockdown(c.controls.lockdown);
    to->set_listening_default(c.controls.listening_default);
    to->set_hold(static_cast<std::uint32_t>(c.controls.hold));
    to->set_hold_first(c.controls.hold_first);
    to->set_lobby(c.controls.lobby);
  }
  void operator()(const domain::hands_required_set& h) const { out.mutable_hands_required_set()->set_on(h.on); }
  void operator()(const domain::hand_raised& h) const {
    out.mutable_hand_raised()->set_member(h.member.value);
    out.mutable_hand_raised()->set_raised(h.raised);
  }
  void operator()(const domain::floor_given& f) const { out.mutable_floor_given()->set_member(f.member.value); }
  void operator()(const domain::prompt_pinned& p) const {
    auto* to = out.mutable_prompt_pinned();
    if (!p.text.empty()) words(to->mutable_text(), e.what.actor, p.text, "text");
  }
  void operator()(const domain::round_began& r) const {
    auto* to = out.mutable_round_began();
    if (!r.question.empty()) words(to->mutable_question(), e.what.actor, r.question, "question");
    to->set_turn(r.turn.value);
    for (const member_number n : r.next) to->add_next(n.value);
  }
  void operator()(const domain::turn_given& t) const {
    out.mutable_turn_given()->set_member(t.member.value);
    out.mutable_turn_given()->set_lost(t.lost);
  }
  void operator()(const domain::round_ended&) const { out.mutable_round_ended(); }
  void operator()(const domain::poll_began& p) const {
    auto* to = out.mutable_poll_began();
    words(to->mutable_question(), e.what.actor, p.question, "question");
    for (const private_text& answer : p.answers) {
      const std::string field = answer_field(to->answers_size());
      words(to->add_answers(), e.what.actor, answer, field);
    }
  }
  void operator()(const domain::poll_answered& a) const {
    auto* to = out.mutable_poll_answered();
    to->set_poll(a.poll.value);
    to->set_member(a.member.value);
    if (a.choice != 0) words(to->mutable_choice(), a.member, private_text{std::to_string(a.choice)}, "choice");
    to->set_answered(a.answered);
  }
  void operator()(const domain::poll_ended& p) const {
    auto* to = out.mutable_poll_ended();
    for (const std::uint32_t count : p.counts) to->add_counts(count);
  }
  void operator()(const domain::side_opened& s) const {
    out.mutable_side_opened()->set_member(s.member.value);
    out.mutable_side_opened()->set_staff(s.staff.value);
  }
  void operator()(const domain::side_ended& s) const {
    out.mutable_side_ended()->set_member(s.member.value);
    out.mutable_side_ended()->set_staff(s.staff.value);
  }
  void operator()(const domain::side_said& s) const {
    auto* to = out.mutable_side_said();
    to->set_member(s.member.value);
    to->set_author(s.author.value);
    words(to->mutable_text(), s.author, s.text, "text");
  }
  void operator()(const domain::backstage_said& b) const {
    out.mutable_backstage_said()->set_author(b.author.value);
    words(out.mutable_backstage_said()->mutable_text(), b.author, b.text, "text");
  }
  void operator()(const domain::person_noted& n) const {
    auto* to = out.mutable_person_noted();
    to->set_member(n.member.value);
    if (!n.text.empty()) words(to->mutable_text(), n.member, n.text, "text", kept_as::report);
    to->set_until_ms(to_unix_ms(n.until));
  }
  void operator()(const domain::checked_out& c) const {
    auto* to = out.mutable_checked_out();
    to->set_member(c.member.value);
    to->set_leaving(static_cast<std::uint32_t>(c.leaving));
    to->set_first_time(c.first_time);
    if (!c.text.empty()) words(to->mutable_text(), c.member, c.text, "text");
  }
  void operator()(const domain::handed_over& h) const {
    out.mutable_handed_over()->set_from(h.from.value);
    words(out.mutable_handed_over()->mutable_text(), h.from, h.text, "text");
  }
  void operator()(const domain::taken_over& t) const { out.mutable_taken_over()->set_by(t.by.value); }
  void operator()(const domain::glass_broken& g) const {
    auto* to = out.mutable_glass_broken();
    to->set_admin(g.admin.value);
    reason(to, g.reason);
    to->set_until_ms(to_unix_ms(g.until));
  }
  void operator()(const domain::alert_raised& a) const {
    auto* to = out.mutable_alert_raised();
    const domain::alert_cause& c = a.cause;
    to->set_alert(a.alert.value);
    to->set_kind(static_cast<std::uint32_t>(c.kind));
    to->set_level(static_cast<std::uint32_t>(c.level));
    to->set_about(c.about.value);
    to->set_number(c.number.value);
    to->set_hold(c.hold.value);
    if (!c.words.empty()) words(to->mutable_words(), e.what.actor, c.words, "words", kept_as::report);
    to->set_rule(c.rule);
    to->set_category(c.category);
    to->set_lexicon(c.lexicon);
    for (const domain::text_span& s : c.spans) {
      to->add_span_begins(s.begin);
      to->add_span_ends(s.end);
    }
    to->set_feeling(static_cast<std::uint32_t>(c.feeling));
  }
  void operator()(const domain::alert_claimed& a) const {
    out.mutable_alert_claimed()->set_alert(a.alert.value);
    out.mutable_alert_claimed()->set_owner(a.owner.value);
  }
  void operator()(const domain::alert_closed& a) const {
    auto* to = out.mutable_alert_closed();
    to->set_alert(a.alert.value);
    to->set_outcome(static_cast<std::uint32_t>(a.outcome));
    if (!a.note.empty()) words(to->mutable_note(), e.what.actor, a.note, "note", kept_as::report);
  }
  void operator()(const domain::alert_climbed& a) const {
    out.mutable_alert_climbed()->set_alert(a.alert.value);
    out.mutable_alert_climbed()->set_rung(static_cast<std::uint32_t>(a.rung));
  }
  void operator()(const domain::circle_began&) const { out.mutable_circle_began(); }
  void operator()(const domain::ending_soon& s) const {
    auto* to = out.mutable_ending_soon();
    to->set_minutes(minutes(s.before));
    to->set_ends_at_ms(to_unix_ms(s.ends_at));
    to->set_closes_at_ms(to_unix_ms(s.closes_at));
  }
  void operator()(const domain::meeting_extended& x) const {
    out.mutable_meeting_extended()->set_ends_at_ms(to_unix_ms(x.ends_at));
    out.mutable_meeting_extended()->set_minutes(minutes(x.by));
  }
  void operator()(const domain::wait_began& b) const {
    auto* to = out.mutable_wait_began();
    to->set_waiting(b.waiting.value);
    to->set_person(b.person.value);
    words(to->mutable_name(), key_of(b.waiting), b.name, "name");
    to->set_listening(b.listening);
    if (!b.marks.empty()) words(to->mutable_marks(), key_of(b.waiting), b.marks, "marks");
  }
  void operator()(const domain::wait_renamed& r) const {
    out.mutable_wait_renamed()->set_waiting(r.waiting.value);
    words(out.mutable_wait_renamed()->mutable_name(), key_of(r.waiting), r.name, "name");
  }
  void operator()(const domain::wait_ended& w) const { out.mutable_wait_ended()->set_waiting(w.waiting.value); }
  void operator()(const domain::ban_lifted& b) const {
    out.mutable_ban_lifted()->set_ban(b.ban.value);
    out.mutable_ban_lifted()->set_member(b.member.value);
    out.mutable_ban_lifted()->set_by(b.by.value);
    out.mutable_ban_lifted()->set_role(static_cast<std::uint32_t>(b.role));
  }
  void operator()(const domain::sanctions_carried& c) const {
    out.mutable_sanctions_carried()->set_member(c.member.value);
    out.mutable_sanctions_carried()->set_muted_until_ms(to_unix_ms(c.muted_until));
    out.mutable_sanctions_carried()->set_warnings(c.warnings);
  }
  void operator()(const domain::filling_up& f) const { out.mutable_filling_up()->set_speaking(f.speaking); }
  void operator()(const domain::second_opened&) const { out.mutable_second_opened(); }
  void operator()(const domain::second_closed&) const { out.mutable_second_closed(); }
  void operator()(const domain::asked_over& a) const { out.mutable_asked_over()->set_member(a.member.value); }
  void operator()(const domain::over_answered& a) const {
    out.mutable_over_answered()->set_member(a.member.value);
    out.mutable_over_answered()->set_going(a.going);
  }
  void operator()(const domain::called_back&) const { out.mutable_called_back(); }
  void operator()(const domain::seat_kept& s) const {
    out.mutable_seat_kept()->set_person(s.person.value);
    out.mutable_seat_kept()->set_visiting(s.visiting);
  }
  void operator()(const domain::standing_noted& s) const {
    auto* to = out.mutable_standing_noted();
    to->set_member(s.member.value);
    to->set_person(s.who.person.value);
    to->set_muted(s.who.muted);
    to->set_muted_until_ms(to_unix_ms(s.who.muted_until));
    to->set_kept_out(s.who.kept_out);
    to->set_kept_out_until_ms(to_unix_ms(s.who.kept_out_until));
    to->set_warnings(s.who.warnings);
  }
  void operator()(const domain::words_purged& p) const {
    out.mutable_words_purged()->set_through(p.through.value);
    out.mutable_words_purged()->set_meeting(p.meeting.value);
    out.mutable_words_purged()->set_words(static_cast<std::uint32_t>(p.words));
  }
};

}  // namespace

std::string encode_record(const room_id& room, const domain::logged_event& e, const seal_function& seal) {
  pb::Record out;
  out.set_at_ms(to_unix_ms(e.time));
  out.set_number(e.number.value);
  out.set_actor(e.what.actor.value);
  out.set_command_id(e.what.command.value);
  out.set_fingerprint(e.what.words);
  std::visit(writer{out, room, e, seal}, e.what.body);
  return out.SerializeAsString();
}

std::string without_message_words(std::string_view record) {
  pb::Record kept;
  if (!kept.ParseFromArray(record.data(), static_cast<int>(record.size())) || !kept.has_message_said()) {
    return std::string(record);
  }
  kept.mutable_message_said()->clear_text();
  kept.mutable_message_said()->clear_content_note();
  return kept.SerializeAsString();
}

}  // namespace nightlight::wire
