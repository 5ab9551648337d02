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

}  // namespace nightlight::domain
