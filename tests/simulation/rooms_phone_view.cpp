// What a phone makes of the events it is told, kept as the snapshot it would get by asking anew.
#include <algorithm>

#include "simulation/rooms_world.hpp"

namespace nightlight::simulation {
namespace {

namespace pb = nightlight::wire::v1;

pb::Message* find(pb::Snapshot& in, std::uint64_t number) {
  for (pb::Message& m : *in.mutable_messages()) {
    if (m.number() == number) return &m;
  }
  return nullptr;
}

pb::Person* who(pb::Snapshot& in, std::uint32_t member) {
  for (pb::Person& p : *in.mutable_people()) {
    if (p.member() == member) return &p;
  }
  return nullptr;
}

void react(pb::Snapshot& in, const pb::Reacted& r) {
  pb::Message* m = find(in, r.number());
  if (m == nullptr || m->retracted()) return;
  auto& counts = *m->mutable_reactions();
  auto at = std::ranges::find_if(counts, [&](const auto& c) { return c.reaction() == r.reaction(); });
  if (at == counts.end()) {
    m->add_reactions()->set_reaction(r.reaction());
    at = counts.end() - 1;
  }
  auto& members = *at->mutable_members();
  members.erase(std::remove(members.begin(), members.end(), r.member()), members.end());
  if (!r.withdrawn()) members.Add(r.member());
  if (members.empty()) counts.erase(at);
}

template <class Rows, class Is>
void drop(Rows& rows, Is is) {
  rows.erase(std::remove_if(rows.begin(), rows.end(), is), rows.end());
}

pb::Alert* alert_in(pb::Snapshot& in, std::uint32_t number) {
  for (pb::Alert& a : *in.mutable_alerts()) {
    if (a.alert() == number) return &a;
  }
  return nullptr;
}

pb::Held* held_in(pb::Snapshot& in, std::uint32_t number) {
  for (pb::Held& h : *in.mutable_held()) {
    if (h.hold() == number) return &h;
  }
  return nullptr;
}

// However it was decided, nobody is called to it any more.
void forget_hold(pb::Snapshot& shown, std::uint32_t number) {
  drop(*shown.mutable_held(), [number](const pb::Held& h) { return h.hold() == number; });
  for (pb::Alert& a : *shown.mutable_alerts()) {
    if (number == 0 || a.closed() || a.kind() != pb::ALERT_KIND_HELD || a.hold() != number) continue;
    a.set_closed(true);
    a.set_outcome(pb::ALERT_OUTCOME_NO_ACTION);
  }
}

// Messages and their words.
bool apply_to_messages(pb::Snapshot& shown, const pb::Event& e, bool staff) {
  if (e.has_said()) {
    pb::Message& m = *shown.add_messages();
    m.set_number(e.number());
    m.set_author(e.said().author());
    m.set_text(e.said().text());
    m.set_content_note(e.said().content_note());
    m.set_reply_to(e.said().reply_to());
    m.set_retracted(e.said().retracted());
    m.set_hidden(e.said().hidden());
    forget_hold(shown, e.said().hold());
  } else if (e.has_reacted()) {
    react(shown, e.reacted());
  } else if (e.has_retracted()) {
    for (const std::uint64_t n : e.retracted().numbers()) {
      pb::Message* m = find(shown, n);
      if (m == nullptr) continue;
      m->clear_text();
      m->clear_content_note();
      m->clear_reactions();
      m->clear_hidden();
      m->set_retracted(true);
      m->set_retraction_reason(e.retracted().reason());
    }
    for (const pb::SetAside& kept : e.retracted().kept()) {
      if (pb::Message* m = find(shown, kept.number())) m->set_text(kept.text());
    }
  } else if (e.has_message_hidden()) {
    pb::Message* m = find(shown, e.message_hidden().number());
    if (m == nullptr) return true;
    m->set_hidden(true);
    if (staff) return true;
    m->clear_text();
    m->clear_content_note();
  } else if (e.has_message_shown()) {
    pb::Message* m = find(shown, e.message_shown().number());
    if (m == nullptr) return true;
    m->clear_hidden();
    m->clear_retracted();
    m->set_text(e.message_shown().text());
    m->set_content_note(e.message_shown().content_note());
  } else {
    return false;
  }
  return true;
}

void take_from_lobby(pb::Snapshot& shown, std::uint32_t waiting) {
  drop(*shown.mutable_waiting(), [waiting](const pb::WaitingPerson& p) { return p.waiting() == waiting; });
}

void take_phase(pb::Snapshot& shown, const pb::Event& e) {
  shown.set_phase(e.phase_changed().phase());
  if (shown.phase() == pb::PHASE_CLOSED) {
    shown.clear_waiting();
    shown.clear_prompt();
    shown.clear_round();
    shown.clear_poll();
  }
  if (e.phase_changed().ends_at_ms() == 0) return;
  shown.set_starts_at_ms(e.phase_changed().starts_at_ms());
  shown.set_ends_at_ms(e.phase_changed().ends_at_ms());
  shown.set_gathering(e.at_ms() < shown.starts_at_ms());
}

// What is pinned, whose turn it is, and what is asked.
bool apply_to_circle(pb::Snapshot& shown, const pb::Event& e) {
  if (e.has_prompt_pinned()) {
    shown.set_prompt(e.prompt_pinned().text());
  } else if (e.has_round_began()) {
    *shown.mutable_round() = e.round_began().round();
  } else if (e.has_turn_given()) {
    shown.mutable_round()->set_turn(e.turn_given().member());
  } else if (e.has_round_ended()) {
    shown.clear_round();
  } else if (e.has_poll_began()) {
    *shown.mutable_poll() = e.poll_began().poll();
  } else if (e.has_poll_answered()) {
    shown.mutable_poll()->set_answered(e.poll_answered().answered());
  } else if (e.has_poll_ended()) {
    shown.clear_poll();
  } else {
    return false;
  }
  return true;
}

// The lobby, the beginning and the end.
bool apply_to_evening(pb::Snapshot& shown, const pb::Event& e) {
  if (e.has_circle_began()) {
    shown.set_gathering(false);
  } else if (e.has_meeting_extended()) {
    shown.set_ends_at_ms(e.meeting_extended().ends_at_ms());
  } else if (e.has_wait_began()) {
    *shown.add_waiting() = e.wait_began().person();
  } else if (e.has_wait_ended()) {
    take_from_lobby(shown, e.wait_ended().waiting());
  } else if (e.has_wait_renamed()) {
    for (pb::WaitingPerson& p : *shown.mutable_waiting()) {
      if (p.waiting() == e.wait_renamed().waiting()) p.set_name(e.wait_renamed().name());
    }
  } else {
    return false;
  }
  return true;
}

void set_hand(pb::Person& p, std::uint64_t hand) {
  p.set_hand_raised(hand != 0);
  p.set_hand(hand);
}

// People, and how the room is set.
bool apply_to_room(pb::Snapshot& shown, const pb::Event& e) {
  if (e.has_member_joined()) {
    pb::Person* p = who(shown, e.member_joined().person().member());
    const std::uint64_t hand = p == nullptr ? 0 : p->hand();
    if (p == nullptr) p = shown.add_people();
    *p = e.member_joined().person();
    set_hand(*p, hand);
    take_from_lobby(shown, e.member_joined().waited());
  } else if (e.has_member_left()) {
    if (pb::Person* p = who(shown, e.member_left().member())) {
      p->set_present(false);
      set_hand(*p, 0);
    }
  } else if (e.has_listening_changed()) {
    if (pb::Person* p = who(shown, e.listening_changed().member())) p->set_listening(e.listening_changed().listening());
  } else if (e.has_hand_raised()) {
    if (pb::Person* p = who(shown, e.hand_raised().member())) set_hand(*p, e.hand_raised().raised() ? e.number() : 0);
  } else if (e.has_floor_given()) {
    shown.set_floor(e.floor_given().member());
    if (pb::Person* p = who(shown, shown.floor())) set_hand(*p, 0);
  } else if (e.has_hands_required_set()) {
    shown.set_hands_required(e.hands_required_set().on());
    shown.set_floor(0);
  } else if (e.has_slow_mode_set()) {
    shown.set_slow_mode_seconds(e.slow_mode_set().seconds());
  } else if (e.has_phase_changed()) {
    take_phase(shown, e);
  } else if (e.has_door_changed()) {
    shown.set_door_locked(e.door_changed().locked());
    shown.mutable_controls()->set_door_locked(e.door_changed().locked());
  } else if (e.has_controls_changed()) {
    const pb::RoomControls before = shown.controls();
    *shown.mutable_controls() = e.controls_changed().controls();
    const bool lasts = before.lockdown();
    if (!shown.controls().lockdown()) return true;
    shown.mutable_controls()->set_lockdown_by(lasts ? before.lockdown_by() : e.by());
    shown.mutable_controls()->set_lockdown_at_ms(lasts ? before.lockdown_at_ms() : e.at_ms());
  } else {
    return apply_to_evening(shown, e);
  }
  return true;
}

// The second room beside this one. What is empty is not there.
void apply_to_beside(pb::Snapshot& shown, const pb::Event& e) {
  pb::Beside& b = *shown.mutable_beside();
  const auto forget = [](auto& members, std::uint32_t gone) {
    members.erase(std::remove(members.begin(), members.end(), gone), members.end());
  };
  const bool closed = e.has_phase_changed() && e.phase_changed().phase() == pb::PHASE_CLOSED;
  if (e.has_filling_up()) b.set_filling(true);
  if (e.has_second_opened()) {
    b.set_second(e.second_opened().room());
    b.clear_filling();
  }
  if (e.has_second_closed() || closed) {
    b.clear_second();
    b.clear_asked();
    b.clear_over();
  }
  if (e.has_asked_over()) b.add_asked(e.asked_over().member());
  if (e.has_over_answered()) {
    forget(*b.mutable_asked(), e.over_answered().member());
    if (e.over_answered().going()) b.add_over(e.over_answered().member());
  }
  if (e.has_called_back()) b.clear_asked();
  if (e.has_member_left()) forget(*b.mutable_asked(), e.member_left().member());
  if (e.has_member_joined()) {
    forget(*b.mutable_asked(), e.member_joined().person().member());
    forget(*b.mutable_over(), e.member_joined().person().member());
  }
  if (b.ByteSizeLong() == 0) shown.clear_beside();
}

void apply_to_held(pb::Snapshot& shown, const pb::Event& e) {
  if (e.has_message_held()) {
    *shown.add_held() = e.message_held().held();
  } else if (e.has_held_edited()) {
    pb::Held* h = held_in(shown, e.held_edited().hold());
    if (h == nullptr) return;
    h->set_text(e.held_edited().text());
    h->set_rephrase_asked(false);
  } else if (e.has_held_declined()) {
    for (const std::uint32_t n : e.held_declined().holds()) forget_hold(shown, n);
  } else if (e.has_rephrase_asked()) {
    if (pb::Held* h = held_in(shown, e.rephrase_asked().hold())) h->set_rephrase_asked(true);
  }
}

void apply_to_team(pb::Snapshot& shown, const pb::Event& e) {
  if (e.has_side_opened()) {
    *shown.add_sides() = e.side_opened().side();
  } else if (e.has_side_ended()) {
    drop(*shown.mutable_sides(), [&](const pb::Side& s) { return s.member() == e.side_ended().member(); });
  } else if (e.has_backstage_said()) {
    *shown.add_backstage() = e.backstage_said().said();
  } else if (e.has_person_noted()) {
    const pb::PersonNote& note = e.person_noted().note();
    drop(*shown.mutable_notes(), [&](const pb::PersonNote& n) { return n.member() == note.member(); });
    if (!note.text().empty()) *shown.add_notes() = note;
  } else if (e.has_checked_out()) {
    const pb::CheckedOut& out = e.checked_out();
    drop(*shown.mutable_check_outs(), [&](const pb::CheckedOut& c) { return c.member() == out.member(); });
    *shown.add_check_outs() = out;
  } else if (e.has_handed_over()) {
    *shown.mutable_hand_over() = e.handed_over().packet();
  } else if (e.has_taken_over()) {
    shown.mutable_hand_over()->set_taken_by(e.taken_over().taken_by());
  } else if (e.has_alert_raised()) {
    const pb::Alert& a = e.alert_raised().alert();
    *shown.add_alerts() = a;
    pb::Held* waits = a.kind() == pb::ALERT_KIND_HELD ? held_in(shown, a.hold()) : nullptr;
    if (waits != nullptr) waits->set_overdue(true);
  } else if (e.has_alert_claimed()) {
    pb::Alert* a = alert_in(shown, e.alert_claimed().alert());
    if (a == nullptr) return;
    a->set_owner(e.alert_claimed().owner());
    a->set_accepted(e.alert_claimed().accepted());
    if (a->accepted()) return;
    a->set_rung(pb::ALERT_RUNG_FACILITATOR);
    a->set_climbed_at_ms(0);
  } else if (e.has_alert_climbed()) {
    pb::Alert* a = alert_in(shown, e.alert_climbed().alert());
    if (a == nullptr) return;
    a->set_rung(e.alert_climbed().rung());
    a->set_climbed_at_ms(e.at_ms());
  } else if (e.has_alert_closed()) {
    pb::Alert* a = alert_in(shown, e.alert_closed().alert());
    if (a == nullptr) return;
    a->set_closed(true);
    a->set_outcome(e.alert_closed().outcome());
    a->set_note(e.alert_closed().note());
  }
}

}  // namespace

void view::apply(const pb::Event& e, bool staff) {
  through = staff ? e.position() : e.number();
  if (staff) apply_to_beside(shown, e);
  if (apply_to_messages(shown, e, staff) || apply_to_room(shown, e) || apply_to_circle(shown, e)) return;
  apply_to_held(shown, e);
  apply_to_team(shown, e);
}

std::string view::text() const {
  pb::Snapshot s = shown;
  s.clear_sanctions();
  s.clear_through();
  for (pb::Message& m : *s.mutable_messages()) m.clear_at_ms();
  return s.DebugString();
}

}  // namespace nightlight::simulation
