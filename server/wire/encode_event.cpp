// Events on the wire, for the circle and for staff.
#include "wire/encode.hpp"
#include "wire/serialise.hpp"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::wire::v1;

struct filling {
  pb::Event& out;
  const domain::logged_event& e;
  bool staff_eyes;
  bool retracted;

  std::uint32_t by() const { return staff_eyes ? e.what.actor.value : 0; }

  void phase(pb::Phase to, std::string_view cause = {}) const {
    out.mutable_phase_changed()->set_phase(to);
    out.mutable_phase_changed()->set_cause(std::string(cause));
  }

  void operator()(const domain::room_opened&) const { phase(pb::PHASE_OPEN); }
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
  }
  void operator()(const domain::member_left& l) const { out.mutable_member_left()->set_member(l.member.value); }
  void operator()(const domain::listening_changed& c) const {
    out.mutable_listening_changed()->set_member(c.member.value);
    out.mutable_listening_changed()->set_listening(c.listening);
  }

  void operator()(const domain::message_said& s) const {
    pb::Said& said = *out.mutable_said();
    said.set_author(s.author.value);
    said.set_reply_to(s.reply_to.value);
    if (retracted) {
      said.set_retracted(true);
    } else {
      said.set_text(std::string(s.text.reveal()));
    }
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
  }

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
  }
  void operator()(const domain::slow_mode_set& s) const {
    out.mutable_slow_mode_set()->set_seconds(static_cast<std::uint32_t>(s.interval.count()));
  }
  void operator()(const domain::door_changed& d) const {
    out.mutable_door_changed()->set_locked(d.locked);
    out.mutable_door_changed()->set_by(by());
  }
  void operator()(const domain::words_purged& p) const { out.mutable_words_purged()->set_through(p.through.value); }
};

}  // namespace

std::string encode_event(const addressed& to, const domain::logged_event& e, bool retracted) {
  const bool staff_eyes = to.eyes == domain::visibility::staff;
  pb::ServerFrame frame;
  pb::Event& out = *frame.mutable_event();
  out.set_room(to.room.value);
  out.set_number(e.number.value);
  if (staff_eyes) out.set_position(e.at.value);
  out.set_at_ms(to_unix_ms(e.time));
  std::visit(filling{out, e, staff_eyes, retracted}, e.what.body);
  return serialise(frame, to.spoken);
}

}  // namespace nightlight::wire
