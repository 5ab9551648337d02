#include "domain/room/apply_circle.hpp"

#include <algorithm>

#include "domain/room/changeable.hpp"

namespace nightlight::domain {

void fold(room_state& room, const hands_required_set& set) {
  room.hands_required = set.on;
  room.floor = {};
}

void fold(room_state& room, const hand_raised& raised, circle_number at) {
  if (member* m = changeable(room, raised.member)) m->hand = raised.raised ? at : circle_number{};
}

void fold(room_state& room, const floor_given& given) {
  room.floor = given.member;
  if (member* m = changeable(room, given.member)) m->hand = {};
}

void fold(room_state& room, const prompt_pinned& pinned) { room.prompt = pinned.text; }

void fold(room_state& room, const round_began& began) {
  room.round = check_in_round{began.question, began.turn, began.next, {}};
}

// Whoever stood before her was passed over.
void fold(room_state& room, const turn_given& given) {
  if (!room.round) return;
  check_in_round& round = *room.round;
  if (round.turn && !given.lost) round.had.push_back(round.turn);
  const auto hers = std::ranges::find(round.next, given.member);
  if (hers != round.next.end()) {
    round.had.insert(round.had.end(), round.next.begin(), hers);
    round.next.erase(round.next.begin(), std::next(hers));
  }
  round.turn = given.member;
}

void fold(room_state& room, const round_ended&) { room.round.reset(); }

void fold(room_state& room, const poll_began& began, circle_number at) {
  room.poll = open_poll{at, began.question, began.answers, {}};
}

void fold(room_state& room, const poll_answered& answered) {
  if (!room.poll || room.poll->number != answered.poll) return;
  if (answered.choice == 0) {
    room.poll->choices.erase(answered.member);
  } else {
    room.poll->choices[answered.member] = answered.choice;
  }
}

void fold(room_state& room, const poll_ended&) { room.poll.reset(); }

void comes_to_the_round(room_state& room, member_number n) {
  const member* m = room.find(n);
  if (!room.round || m == nullptr || m->listening || !m->present || is_staff(m->role)) return;
  check_in_round& round = *room.round;
  const auto knows = [n](const std::vector<member_number>& some) { return std::ranges::find(some, n) != some.end(); };
  if (round.turn != n && !knows(round.next) && !knows(round.had)) round.next.push_back(n);
}

void goes_from_the_round(room_state& room, member_number n) {
  if (room.round) std::erase(room.round->next, n);
}

}  // namespace nightlight::domain
