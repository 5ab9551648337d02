// What a member's phone makes of a room: a reducer over circle events alone, written without the room's own apply()
// so that the two can be compared. It never sees a position, a sanction or the door.
#pragma once

#include <algorithm>
#include <map>
#include <ostream>
#include <vector>

#include "domain/room/event.hpp"
#include "domain/room/state.hpp"

namespace nightlight::test {

struct seen_person {
  private_text name;
  domain::role role = domain::role::member;
  bool listening = false;
  bool present = false;
  bool hand_raised = false;
  friend bool operator==(const seen_person&, const seen_person&) = default;
};

struct seen_message {
  member_number author;
  instant at;
  private_text text;
  circle_number reply_to;
  private_text content_note;
  bool hidden = false;
  bool retracted = false;
  private_text reason;
  std::map<domain::reaction, std::vector<member_number>> reactions;
  friend bool operator==(const seen_message&, const seen_message&) = default;
};

struct circle_view {
  domain::phase phase = domain::phase::scheduled;
  seconds slow_mode{0};
  bool purged = false;
  bool hands_required = false;
  member_number floor;
  private_text prompt;
  private_text question;                 // of the round
  member_number turn;                    // none: no round is on
  circle_number poll;                    // none: no question is open
  std::vector<private_text> poll_words;  // the question, then the answers
  instant starts_at, ends_at;
  bool gathering = false;
  circle_number through;
  std::map<member_number, seen_person> people;
  std::map<circle_number, seen_message> messages;
  friend bool operator==(const circle_view&, const circle_view&) = default;
};

inline std::ostream& operator<<(std::ostream& out, const circle_view& v) {
  return out << "view through #" << v.through.value << ", " << v.people.size() << " people, " << v.messages.size()
             << " messages, phase " << static_cast<int>(v.phase);
}

// The snapshot that a newcomer gets.
inline circle_view view_of(const domain::room_state& room) {
  circle_view v;
  v.phase = room.phase;
  v.slow_mode = room.slow_mode;
  v.purged = room.purged;
  v.hands_required = room.hands_required;
  v.floor = room.floor;
  v.prompt = room.prompt;
  if (room.round) {
    v.question = room.round->question;
    v.turn = room.round->turn;
  }
  if (room.poll) {
    v.poll = room.poll->number;
    v.poll_words = room.poll->answers;
    v.poll_words.insert(v.poll_words.begin(), room.poll->question);
  }
  v.starts_at = room.plan.starts_at;
  v.ends_at = room.plan.ends_at;
  v.gathering = room.plan.gathering;
  v.through = room.circle_head;
  for (const domain::member& m : room.members)
    v.people[m.number] = {m.name, m.role, m.listening, m.present, static_cast<bool>(m.hand)};
  for (const domain::message& m : room.messages) {
    seen_message& seen = v.messages[m.number];
    const domain::written words = m.hidden ? domain::written{{}, m.what.reply_to} : m.what;
    seen = {m.author,    m.said_at,           words.text, words.reply_to, words.content_note, m.hidden,
            m.retracted, m.retraction_reason, {}};
    for (const domain::reaction_count& count : m.reactions) seen.reactions[count.reaction] = count.members;
  }
  return v;
}

struct seeing {
  circle_view& v;
  const domain::logged_event& e;

  void operator()(const domain::room_opened& opened) const {
    v = {};
    v.phase = domain::phase::open;
    v.slow_mode = opened.slow_mode;
    v.starts_at = opened.starts_at;
    v.ends_at = opened.ends_at;
    v.gathering = e.time < opened.starts_at;
  }
  void operator()(const domain::room_paused&) const { v.phase = domain::phase::paused; }
  void operator()(const domain::room_resumed&) const { v.phase = domain::phase::open; }
  void operator()(const domain::room_closed&) const {
    v.phase = domain::phase::closed;
    v.prompt = {};
    (*this)(domain::round_ended{});
    (*this)(domain::poll_ended{});
  }
  void operator()(const domain::prompt_pinned& p) const { v.prompt = p.text; }
  void operator()(const domain::round_began& r) const {
    v.question = r.question;
    v.turn = r.turn;
  }
  void operator()(const domain::turn_given& t) const { v.turn = t.member; }
  void operator()(const domain::round_ended&) const {
    v.question = {};
    v.turn = {};
  }
  void operator()(const domain::poll_began& p) const {
    v.poll = e.number;
    v.poll_words = p.answers;
    v.poll_words.insert(v.poll_words.begin(), p.question);
  }
  void operator()(const domain::poll_ended&) const {
    v.poll = {};
    v.poll_words.clear();
  }
  void operator()(const domain::member_joined& j) const {
    const bool raised = v.people[j.member].hand_raised;
    v.people[j.member] = {j.name, j.role, j.listening, true, raised};
  }
  void operator()(const domain::member_left& left) const {
    v.people[left.member].present = false;
    v.people[left.member].hand_raised = false;
  }
  void operator()(const domain::listening_changed& c) const { v.people[c.member].listening = c.listening; }
  void operator()(const domain::message_said& said) const {
    v.messages[e.number] = {
        said.author, e.time, said.what.text, said.what.reply_to, said.what.content_note, false, false, {}, {}};
  }
  void operator()(const domain::reaction_changed& c) const {
    auto& reactions = v.messages[c.number].reactions;
    std::erase(reactions[c.reaction], c.member);
    if (!c.withdrawn) reactions[c.reaction].push_back(c.member);
    if (reactions[c.reaction].empty()) reactions.erase(c.reaction);
  }
  void operator()(const domain::messages_retracted& r) const {
    for (const circle_number n : r.numbers) {
      seen_message& m = v.messages[n];
      m.text = {};
      m.content_note = {};
      m.hidden = false;
      m.reactions.clear();
      m.retracted = true;
      m.reason = r.reason;
    }
  }
  void operator()(const domain::slow_mode_set& set) const { v.slow_mode = set.interval; }
  void operator()(const domain::words_purged& p) const {
    const bool talk = p.words == domain::word_class::talk || p.words == domain::word_class::everything;
    if (!p.through || !talk) return;
    v.purged = true;
    v.messages.clear();
    v.prompt = {};
    (*this)(domain::round_ended{});
    (*this)(domain::poll_ended{});
    for (auto& [number, person] : v.people) person.name = {};
  }
  void operator()(const domain::message_hidden& h) const {
    v.messages[h.number].hidden = true;
    v.messages[h.number].text = {};
    v.messages[h.number].content_note = {};
  }
  void operator()(const domain::message_shown& s) const {
    v.messages[s.number].hidden = false;
    v.messages[s.number].text = s.what.text;
    v.messages[s.number].content_note = s.what.content_note;
  }
  void operator()(const domain::hands_required_set& h) const {
    v.hands_required = h.on;
    v.floor = {};
  }
  void operator()(const domain::hand_raised& h) const { v.people[h.member].hand_raised = h.raised; }
  void operator()(const domain::circle_began&) const { v.gathering = false; }
  void operator()(const domain::meeting_extended& x) const { v.ends_at = x.ends_at; }
  void operator()(const domain::floor_given& f) const {
    v.floor = f.member;
    if (f.member) v.people[f.member].hand_raised = false;
  }
  // What staff alone see has no circle number and never comes here.
  void operator()(const auto&) const {}
};

// Events without a circle number never reach a member.
inline void see(circle_view& v, const domain::logged_event& e) {
  if (!e.number) return;
  std::visit(seeing{v, e}, e.what.body);
  v.through = e.number;
}

}  // namespace nightlight::test
