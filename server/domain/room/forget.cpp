#include "domain/room/forget.hpp"

namespace nightlight::domain {
namespace {

void forget_set_aside(room_state& room) {
  room.set_aside_purged = true;
  for (message& m : room.messages) m.set_aside = private_text{};
  for (held_message& h : room.held) h.what = {};
}

void forget_reports(room_state& room) {
  room.reports_purged = true;
  room.alerts.clear();
  room.notes.clear();
}

void forget_names(room_state& room) {
  for (member& m : room.members) {
    m.name = private_text{};
    m.came_as = private_text{};
    m.marks = private_text{};
    m.skeleton.clear();
    if (m.mute) m.mute->reason = private_text{};
    if (m.removal) m.removal->reason = private_text{};
  }
}

// What is left of the list are its words: nobody is called to it any more.
void forget_talk(room_state& room) {
  room.purged = true;
  room.set_aside_purged = true;
  room.messages.clear();
  room.answers.clear();
  room.lobby_answers.clear();
  room.held.clear();
  std::erase_if(room.alerts, [](const alert& a) { return a.cause.words.empty() && a.note.empty(); });
  for (alert& a : room.alerts) a.closed = true;
  room.shares.clear();
  room.sides.clear();
  room.backstage.clear();
  room.check_outs.clear();
  room.waiting.clear();
  room.hand_over.reset();
  room.prompt = private_text{};
  room.round.reset();
  room.poll.reset();
  room.beside.seats.clear();
  forget_names(room);
}

}  // namespace

void forget(room_state& room, word_class words) {
  switch (words) {
    case word_class::talk: return forget_talk(room);
    case word_class::set_aside: return forget_set_aside(room);
    case word_class::report: return forget_reports(room);
    case word_class::everything: break;
  }
  forget_reports(room);
  forget_talk(room);
}

}  // namespace nightlight::domain
