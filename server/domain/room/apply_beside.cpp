#include "domain/room/apply_beside.hpp"

#include <algorithm>

#include "domain/room/changeable.hpp"

namespace nightlight::domain {

const kept_seat* rooms_beside::seat_of(const person_id& person) const {
  const auto found = std::ranges::find(seats, person, &kept_seat::person);
  return found == seats.end() ? nullptr : &*found;
}

const standing_beside* rooms_beside::standing_of(const person_id& person) const {
  const auto found = std::ranges::find(standings, person, &standing_beside::person);
  return found == standings.end() ? nullptr : &*found;
}

bool rooms_beside::is_asked(member_number member) const { return std::ranges::find(asked, member) != asked.end(); }

void fold(room_state& room, const filling_up&) { room.beside.told_filling = true; }

void fold(room_state& room, const second_opened&, member_number by) {
  room.beside.second_open = true;
  room.beside.had_second = true;
  room.beside.opened_by = by;
}

void fold(room_state& room, const second_closed&) { closes_beside(room); }

void fold(room_state& room, const asked_over& asked) {
  if (!room.beside.is_asked(asked.member)) room.beside.asked.push_back(asked.member);
}

void fold(room_state& room, const over_answered& answered) {
  asks_no_more(room, answered.member);
  if (answered.going) room.beside.over.push_back(answered.member);
}

void fold(room_state& room, const called_back&) {
  room.beside.asked.clear();
  for (kept_seat& seat : room.beside.seats) seat.called = seat.visiting;
}

// Asked over again, she is called back no more.
void fold(room_state& room, const seat_kept& kept) {
  std::erase_if(room.beside.seats, [&](const kept_seat& s) { return s.person == kept.person; });
  room.beside.seats.push_back({kept.person, kept.visiting, false});
}

void fold(room_state& room, const standing_noted& noted) {
  if (member* m = changeable(room, noted.who.person)) {
    m->warnings = std::max(m->warnings, noted.who.warnings);
    return;
  }
  auto& standings = room.beside.standings;
  std::erase_if(standings, [&](const standing_beside& s) { return s.person == noted.who.person; });
  if (noted.who.muted || noted.who.kept_out || noted.who.warnings > 0) standings.push_back(noted.who);
}

void comes_from_beside(room_state& room, member& m) {
  asks_no_more(room, m.number);
  std::erase(room.beside.over, m.number);
  auto& standings = room.beside.standings;
  const auto hers = std::ranges::find(standings, m.person, &standing_beside::person);
  if (hers == standings.end()) return;
  if (hers->muted) m.mute = sanction{hers->muted_until, {}, {}};
  if (hers->kept_out) m.removal = sanction{hers->kept_out_until, {}, {}};
  m.warnings = std::max(m.warnings, hers->warnings);
  standings.erase(hers);
}

void asks_no_more(room_state& room, member_number who) { std::erase(room.beside.asked, who); }

// How somebody stands is kept: what is not over by then is carried into the next meeting. So is who came from the first
// room: she is counted there.
void closes_beside(room_state& room) {
  room.beside.second_open = false;
  room.beside.asked.clear();
  room.beside.over.clear();
}

}  // namespace nightlight::domain
