#include "domain/room/state.hpp"

#include <algorithm>

namespace nightlight::domain {

const member* room_state::find(member_number n) const {
  return n && n.value <= members.size() ? &members[n.value - 1] : nullptr;
}

const member* room_state::find(const person_id& person) const {
  const auto found = by_person.find(person);
  return found == by_person.end() ? nullptr : find(found->second);
}

const message* room_state::find(circle_number n) const {
  const auto found = std::ranges::lower_bound(messages, n, {}, &message::number);
  return found != messages.end() && found->number == n ? &*found : nullptr;
}

const held_message* room_state::find(hold_number n) const {
  const auto found = std::ranges::find(held, n, &held_message::number);
  return found == held.end() ? nullptr : &*found;
}

const alert* room_state::find(alert_number n) const {
  const auto found = std::ranges::lower_bound(alerts, n, {}, &alert::number);
  return found != alerts.end() && found->number == n ? &*found : nullptr;
}

const side_room* room_state::side_of(member_number member) const {
  const auto found = std::ranges::find(sides, member, &side_room::member);
  return found == sides.end() ? nullptr : &*found;
}

const waiting_person* room_state::find(waiting_number n) const {
  const auto found = std::ranges::find(waiting, n, &waiting_person::number);
  return found == waiting.end() ? nullptr : &*found;
}

const waiting_person* room_state::waiting_of(const person_id& person) const {
  const auto found = std::ranges::find(waiting, person, &waiting_person::person);
  return found == waiting.end() ? nullptr : &*found;
}

bool room_state::has_forgotten(word_class words) const {
  switch (words) {
    case word_class::talk: return purged;
    case word_class::set_aside: return set_aside_purged;
    case word_class::report: return reports_purged;
    case word_class::everything: break;
  }
  return purged && set_aside_purged && reports_purged;
}

}  // namespace nightlight::domain
