// Events on the wire, for the circle and for staff.
#include "domain/room/second_room.hpp"
#include "wire/encode.hpp"
#include "wire/encode_room.hpp"
#include "wire/serialise.hpp"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::wire::v1;

std::string revealed(const private_text& words) { return std::string(words.reveal()); }

struct filling {
  pb::Event& out;
  const domain::logged_event& e;
  bool staff_eyes;
  words_now now;

  std::uint32_t by() const { return staff_eyes ? e.what.actor.value : 0; }

  void phase(pb::Phase to, std::string_view cause = {}) const {
    out.mutable_phase_changed()->set_phase(to);
    out.mutable_phase_changed()->set_cause(std::string(cause));
  }

  void operator()(const domain::room_opened& o) const {
    phase(pb::PHASE_OPEN);
    out.mutable_phase_changed()->set_starts_at_ms(to_unix_ms(o.starts_at));
    out.mutable_phase_changed()->set_ends_at_ms(to_unix_ms(o.ends_at));
  }
  void operator()(const domain::room_paused& p) const {
    phase(pb::PHASE_PAUSED, p.cause == domain::pause_cause::staff_absent ? "staff_absent" : "staff_decision");
  }
  void operator()(const domain::room_resumed&) const { phase(pb::PHASE_OPEN); }
  void operator()(const domain::room_closed&) const { phase(pb::PHASE_CLOSED); }

  void operator()(const domain::member_joined& j) const {
    pb::Person& person = *out.mutable_member_joined()->mutable_person();
    person.set_member(j.member.value);
    person.set_name(std::string(j.name.reveal()));
    person.set_role(static_cast<pb::Role>(j.role));
    person.set_listening(j.listening);
    person.set_present(true);
    if (staff_eyes) out.mutable_member_joined()->set_waited(j.waited.value);
  }
  void operator()(const domain::member_left& l) const { out.mutable_member_left()->set_member(l.member.value); }
  void operator()(const domain::listening_changed& c) const {
    out.mutable_listening_changed()->set_member(c.member.value);
    out.mutable_listening_changed()->set_listening(c.listening);
  }

  void operator()(const domain::message_said& s) const {
    pb::Said& said = *out.mutable_said();
    said.set_author(s.author.value);
    said.set_reply_to(s.what.reply_to.value);
    said.set_retracted(now == words_now::retracted);
    said.set_hidden(now == words_now::hidden);
    if (now == words_now::said || (now == words_now::hidden && staff_eyes)) {
      said.set_text(revealed(s.what.text));
      said.set_content_note(revealed(s.what.content_note));
    }
    if (staff_eyes) said.set_hold(s.hold.value);
  }
  void operator()(const domain::reaction_changed& r) const {
    pb::Reacted& reacted = *out.mutable_reacted();
    reacted.set_number(r.number.value);
    reacted.set_member(r.member.value);
    reacted.set_reaction(static_cast<pb::Reaction>(r.reaction));
    reacted.set_withdrawn(r.withdrawn);
  }
  void operator()(const domain::messages_retracted& r) const {
    pb::Retracted& gone = *out.mutable_retracted();
    for (const circle_number n : r.numbers) gone.add_numbers(n.value);
    gone.set_reason(std::string(r.reason.reveal()));
    gone.set_by(by());
    if (!staff_eyes) return;
    for (const domain::set_aside_words& k : r.kept) {
      pb::SetAside& kept = *gone.add_kept();
      kept.set_number(k.number.value);
      kept.set_text(revealed(k.text));
    }
  }
  void operator()(const domain::message_hidden& h) const { out.mutable_message_hidden()->set_number(h.number.value); }
  void operator()(const domain::message_shown& s) const {
    pb::MessageShown& shown = *out.mutable_message_shown();
    shown.set_number(s.number.value);
    if (now == words_now::retracted) return;
    shown.set_text(revealed(s.what.text));
    shown.set_content_note(revealed(s.what.content_note));
  }
  void operator()(const domain::hand_raised& h) const {
    out.mutable_hand_raised()->set_member(h.member.value);
    out.mutable_hand_raised()->set_raised(h.raised);
  }
  void operator()(const domain::floor_given& f) const { out.mutable_floor_given()->set_member(f.member.value); }
  void operator()(const domain::prompt_pinned& p) const { out.mutable_prompt_pinned()->set_text(revealed(p.text)); }
  void operator()(const domain::round_began& r) const {
    fill(*out.mutable_round_began()->mutable_round(), domain::check_in_round{r.question, r.turn, {}, {}});
  }
  void operator()(const domain::turn_given& t) const { out.mutable_turn_given()->set_member(t.member.value); }
  void operator()(const domain::round_ended&) const { out.mutable_round_ended(); }
  void operator()(const domain::poll_began& p) const {
    fill(*out.mutable_poll_began()->mutable_poll(), domain::open_poll{e.number, p.question, p.answers, {}}, staff_eyes);
  }
  // Who it was is told to nobody, the team neither.
  void operator()(const domain::poll_answered& p) const {
    out.clear_by();
    out.mutable_poll_answered()->set_answered(p.answered);
  }
  void operator()(const domain::poll_ended& p) const {
    out.mutable_poll_ended();
    for (const std::uint32_t count : p.counts) out.mutable_poll_ended()->add_counts(count);
  }
  void operator()(const domain::hands_required_set& h) const { out.mutable_hands_required_set()->set_on(h.on); }

  void operator()(const domain::member_muted& m) const {
    pb::MemberMuted& muted = *out.mutable_member_muted();
    muted.set_member(m.member.value);
    muted.set_until_ms(to_unix_ms(m.until));
    muted.set_reason(std::string(m.reason.reveal()));
    muted.set_by(by());
  }
  void operator()(const domain::member_unmuted& u) const {
    out.mutable_member_unmuted()->set_member(u.member.value);
    out.mutable_member_unmuted()->set_by(by());
  }
  void operator()(const domain::member_removed& r) const {
    pb::MemberRemoved& removed = *out.mutable_member_removed();
    removed.set_member(r.member.value);
    removed.set_until_ms(to_unix_ms(r.until));
    removed.set_reason(std::string(r.reason.reveal()));
    removed.set_by(by());
    removed.set_may_return(r.may_return);
  }
  void operator()(const domain::member_warned& w) const {
    pb::MemberWarned& warned = *out.mutable_member_warned();
    warned.set_member(w.member.value);
    warned.set_reason(revealed(w.reason));
    warned.set_warnings(w.warnings);
  }
  void operator()(const domain::member_banned& b) const {
    pb::MemberBanned& banned = *out.mutable_member_banned();
    banned.set_member(b.member.value);
    banned.set_until_ms(to_unix_ms(b.until));
    banned.set_reason(revealed(b.reason));
  }
  void operator()(const domain::sanctions_carried& c) const {
    auto* standing = out.mutable_sanctions_carried()->mutable_standing();
    standing->set_member(c.member.value);
    standing->set_warnings(c.warnings);
    standing->set_muted(c.muted_until != instant{});
    standing->set_muted_until_ms(to_unix_ms(c.muted_until));
  }
  void operator()(const domain::ban_lifted& b) const { out.mutable_ban_lifted()->set_member(b.member.value); }
  void operator()(const domain::member_readmitted& r) const {
    out.mutable_member_readmitted()->set_member(r.member.value);
  }

  void operator()(const domain::message_held& h) const {
    fill(*out.mutable_message_held()->mutable_held(),
         domain::held_message{h.hold, h.author, e.time, h.what, h.cause, h.rule});
  }
  void operator()(const domain::held_edited& h) const {
    out.mutable_held_edited()->set_hold(h.hold.value);
    out.mutable_held_edited()->set_text(revealed(h.text));
  }
  void operator()(const domain::held_declined& d) const {
    for (const domain::declined_hold& h : d.holds) out.mutable_held_declined()->add_holds(h.hold.value);
    out.mutable_held_declined()->set_reason(revealed(d.reason));
  }
  void operator()(const domain::rephrase_asked& r) const {
    out.mutable_rephrase_asked()->set_hold(r.hold.value);
    out.mutable_rephrase_asked()->set_reason(revealed(r.reason));
  }
  void operator()(const domain::controls_changed& c) const {
    fill(*out.mutable_controls_changed()->mutable_controls(), c.controls);
  }

  void operator()(const domain::side_opened& s) const {
    fill(*out.mutable_side_opened()->mutable_side(), domain::side_room{s.member, s.staff, {}});
  }
  void operator()(const domain::side_ended& s) const { out.mutable_side_ended()->set_member(s.member.value); }
  void operator()(const domain::side_said& s) const {
    out.mutable_side_spoke()->set_member(s.member.value);
    out.mutable_side_spoke()->set_author(s.author.value);
  }
  void operator()(const domain::backstage_said& b) const {
    fill(*out.mutable_backstage_said()->mutable_said(), domain::backstage_line{b.author, b.text, e.time});
  }
  void operator()(const domain::person_noted& n) const {
    fill(*out.mutable_person_noted()->mutable_note(), domain::person_note{n.member, n.text, e.what.actor, n.until});
  }
  void operator()(const domain::checked_out& c) const {
    fill(*out.mutable_checked_out(), domain::check_out_line{c.member, c.leaving, c.text, c.first_time});
  }
  void operator()(const domain::handed_over& h) const {
    fill(*out.mutable_handed_over()->mutable_packet(), domain::hand_over_packet{h.from, h.text, {}});
  }
  void operator()(const domain::taken_over& t) const { out.mutable_taken_over()->set_taken_by(t.by.value); }
  void operator()(const domain::glass_broken& g) const {
    out.mutable_glass_broken()->set_reason(revealed(g.reason));
    out.mutable_glass_broken()->set_until_ms(to_unix_ms(g.until));
  }

  void operator()(const domain::alert_raised& a) const {
    domain::alert raised;
    raised.number = a.alert;
    raised.cause = a.cause;
    if (domain::is_a_persons(a.cause.kind)) raised.by = e.what.actor;
    raised.raised_at = e.time;
    fill(*out.mutable_alert_raised()->mutable_alert(), raised);
  }
  void operator()(const domain::alert_claimed& a) const {
    out.mutable_alert_claimed()->set_alert(a.alert.value);
    out.mutable_alert_claimed()->set_owner(a.owner.value);
    out.mutable_alert_claimed()->set_accepted(a.owner && a.owner == e.what.actor);
  }
  void operator()(const domain::alert_climbed& a) const {
    out.mutable_alert_climbed()->set_alert(a.alert.value);
    out.mutable_alert_climbed()->set_rung(static_cast<pb::AlertRung>(a.rung));
  }
  void operator()(const domain::alert_closed& a) const {
    out.mutable_alert_closed()->set_alert(a.alert.value);
    out.mutable_alert_closed()->set_outcome(static_cast<pb::AlertOutcome>(a.outcome));
    out.mutable_alert_closed()->set_note(revealed(a.note));
  }
  void operator()(const domain::slow_mode_set& s) const {
    out.mutable_slow_mode_set()->set_seconds(static_cast<std::uint32_t>(s.interval.count()));
  }
  void operator()(const domain::door_changed& d) const {
    out.mutable_door_changed()->set_locked(d.locked);
    out.mutable_door_changed()->set_by(by());
  }
  void operator()(const domain::circle_began&) const { out.mutable_circle_began(); }
  void operator()(const domain::ending_soon& s) const {
    out.mutable_ending_soon()->set_minutes(static_cast<std::uint32_t>(s.before.count()));
    out.mutable_ending_soon()->set_ends_at_ms(to_unix_ms(s.ends_at));
    out.mutable_ending_soon()->set_closes_at_ms(to_unix_ms(s.closes_at));
  }
  void operator()(const domain::meeting_extended& x) const {
    out.mutable_meeting_extended()->set_ends_at_ms(to_unix_ms(x.ends_at));
    out.mutable_meeting_extended()->set_minutes(static_cast<std::uint32_t>(x.by.count()));
  }
  void operator()(const domain::wait_began& w) const {
    pb::WaitingPerson& person = *out.mutable_wait_began()->mutable_person();
    person.set_waiting(w.waiting.value);
    person.set_name(revealed(w.name));
    person.set_listening(w.listening);
    person.set_since_ms(to_unix_ms(e.time));
  }
  void operator()(const domain::wait_renamed& w) const {
    out.mutable_wait_renamed()->set_waiting(w.waiting.value);
    out.mutable_wait_renamed()->set_name(revealed(w.name));
  }
  void operator()(const domain::wait_ended& w) const { out.mutable_wait_ended()->set_waiting(w.waiting.value); }
  void operator()(const domain::filling_up& f) const { out.mutable_filling_up()->set_speaking(f.speaking); }
  void operator()(const domain::second_opened&) const {
    out.mutable_second_opened()->set_room(domain::second_of(room_id{out.room()}).value);
  }
  void operator()(const domain::second_closed&) const { out.mutable_second_closed(); }
  void operator()(const domain::asked_over& a) const { out.mutable_asked_over()->set_member(a.member.value); }
  void operator()(const domain::over_answered& a) const {
    out.mutable_over_answered()->set_member(a.member.value);
    out.mutable_over_answered()->set_going(a.going);
  }
  void operator()(const domain::called_back&) const { out.mutable_called_back(); }
  void operator()(const domain::seat_kept&) const { out.mutable_seat_kept(); }
  void operator()(const domain::standing_noted& s) const {
    out.mutable_standing_noted();
    if (s.member) fill(*out.mutable_standing_noted()->mutable_standing(), s.member, s.who);
  }
  void operator()(const domain::words_purged& p) const {
    out.mutable_words_purged()->set_through(p.through.value);
    out.mutable_words_purged()->set_words(static_cast<pb::WordClass>(p.words));
  }
};

}  // namespace

std::string encode_event(const addressed& to, const domain::logged_event& e, words_now words) {
  const bool staff_eyes = to.eyes == domain::visibility::staff;
  pb::ServerFrame frame;
  pb::Event& out = *frame.mutable_event();
  out.set_room(to.room.value);
  out.set_number(e.number.value);
  if (staff_eyes) out.set_position(e.at.value);
  out.set_at_ms(to_unix_ms(e.time));
  if (staff_eyes) out.set_by(e.what.actor.value);
  std::visit(filling{out, e, staff_eyes, words}, e.what.body);
  return serialise(frame, to.spoken);
}

}  // namespace nightlight::wire
