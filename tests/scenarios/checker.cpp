#include "scenarios/checker.hpp"

#include <algorithm>

#include "scenarios/reading.hpp"
#include "scenarios/sight.hpp"

namespace nightlight::scenario {
namespace {

using domain::room_state;

bool has(const private_text& t, const std::string& words) { return t.reveal().find(words) != std::string_view::npos; }

// On anybody's screen, the team's as well.
bool words_are_kept(const room_state& room, const std::string& words) {
  const auto in = [&](const private_text& t) { return has(t, words); };
  const auto in_written = [&](const domain::written& w) { return in(w.text) || in(w.content_note); };
  const auto in_message = [&](const domain::message& m) {
    return in_written(m.what) || in(m.retraction_reason) || in(m.set_aside);
  };
  const auto in_person = [&](const domain::member& m) {
    return in(m.name) || in(m.came_as) || in(m.marks) || (m.mute && in(m.mute->reason)) ||
           (m.removal && in(m.removal->reason));
  };
  const auto in_side = [&](const domain::side_room& side) {
    return std::ranges::any_of(side.lines, in, &domain::side_room::line::text);
  };
  const auto in_waiting = [&](const domain::waiting_person& w) { return in(w.name) || in(w.came_as) || in(w.marks); };
  return std::ranges::any_of(room.messages, in_message) || std::ranges::any_of(room.waiting, in_waiting) ||
         std::ranges::any_of(room.members, in_person) ||
         std::ranges::any_of(room.held, in_written, &domain::held_message::what) ||
         std::ranges::any_of(room.alerts, [&](const domain::alert& a) { return in(a.cause.words) || in(a.note); }) ||
         std::ranges::any_of(room.sides, in_side) ||
         std::ranges::any_of(room.backstage, in, &domain::backstage_line::text) ||
         std::ranges::any_of(room.notes, in, &domain::person_note::text) ||
         (room.hand_over && in(room.hand_over->text)) || in(room.prompt) || (room.round && in(room.round->question)) ||
         (room.poll && (in(room.poll->question) || std::ranges::any_of(room.poll->answers, in)));
}

// On the phone of somebody who comes in now.
bool a_newcomer_reads(const room_state& room, const std::string& words) {
  const test::circle_view view = test::view_of(room);
  const auto in_message = [&](const auto& m) {
    return has(m.second.text, words) || has(m.second.content_note, words) || has(m.second.reason, words);
  };
  return std::ranges::any_of(view.messages, in_message) || has(view.prompt, words) || has(view.question, words) ||
         std::ranges::any_of(view.poll_words, [&](const private_text& t) { return has(t, words); }) ||
         std::ranges::any_of(view.people, [&](const auto& who) { return has(who.second.name, words); });
}

bool take_room(phrase& p, const room_state& room) {
  if (p.take("not open yet")) return room.phase == domain::phase::scheduled;
  if (p.take("open")) return room.phase == domain::phase::open;
  if (p.take("paused")) return room.phase == domain::phase::paused;
  if (p.take("closed")) return room.phase == domain::phase::closed;
  if (p.take("locked down")) return room.controls.lockdown;
  if (p.take("not locked down")) return !room.controls.lockdown;
  p.complain("the room is open, paused, closed, not open yet or locked down?");
}

bool in_force(const std::optional<domain::sanction>& given, instant now) { return given && given->in_force(now); }

bool take_condition(const reading& r, const domain::member* m) {
  phrase& p = r.p;
  const bool muted = m != nullptr && in_force(m->mute, r.on.now());
  const bool removed = m != nullptr && in_force(m->removal, r.on.now());
  if (p.take("here")) return m != nullptr && m->present;
  if (p.take("away")) return m == nullptr || !m->present;
  if (p.take("listening")) return m != nullptr && m->listening;
  if (p.take("speaking")) return m != nullptr && !m->listening;
  if (p.take("muted")) return muted;
  if (p.take("not muted")) return !muted;
  if (p.take("removed")) return removed && !m->banned;
  if (p.take("banned")) return removed && m->banned;
  if (p.take("not removed")) return !removed;
  if (p.take("called")) return m != nullptr && m->name.reveal() == p.take_quoted().value_or("");
  if (p.take("in a side room with")) {
    const member_number staff = r.somebody();
    const domain::side_room* side = m != nullptr ? r.on.room().side_of(m->number) : nullptr;
    return side != nullptr && side->staff == staff;
  }
  if (p.take("in no side room")) return m == nullptr || r.on.room().side_of(m->number) == nullptr;
  p.complain("is what? \"" + p.text() + "\"");
}

// In the question that is open; nothing: she has not.
const private_text* choice_of(const room_state& room, const domain::member* m) {
  if (!room.poll || m == nullptr) return nullptr;
  const auto hers = room.poll->choices.find(m->number);
  return hers == room.poll->choices.end() ? nullptr : &room.poll->answers.at(hers->second - 1);
}

bool take_choice(const reading& r, const domain::member* m) {
  const private_text* hers = choice_of(r.on.room(), m);
  if (r.p.take("nothing")) return hers == nullptr;
  const private_text words = r.body();
  return hers != nullptr && *hers == words;
}

bool take_possession(const reading& r, const domain::member* m) {
  if (r.p.take("the floor")) return m != nullptr && r.on.room().floor == m->number;
  if (r.p.take("chosen")) return take_choice(r, m);
  const auto n = r.p.take("no") ? std::optional<std::int64_t>{0} : r.p.take_number();
  if (!n || !(r.p.take("warnings") || r.p.take("warning")))
    r.p.complain("has the floor, chosen what, or how many warnings?");
  return (m != nullptr ? m->warnings : 0) == static_cast<std::uint64_t>(*n);
}

// A line that begins with a person, if it is one that looks.
std::optional<bool> take_person(phrase& p, const script& s, const stage& on, std::vector<std::string>& wrong) {
  phrase ahead = p;
  const auto who = ahead.take_one_of(s.labels());
  if (!who) return std::nullopt;
  const bool looks = ahead.take("saw");
  const bool is = !looks && !phrase{ahead}.take("is worried about") && ahead.take("is");
  const bool owns = !looks && !is && ahead.take("has");
  if (!looks && !is && !owns) return std::nullopt;
  p = ahead;
  const reading r{p, *who, s, on};
  if (is) return take_condition(r, on.find(*who));
  if (owns) return take_possession(r, on.find(*who));
  for (const std::string& w : wrong_about_what_was_seen(p, *who, s, on)) wrong.push_back(*who + " " + w);
  return true;
}

void check_everyone(phrase& p, const script& s, const stage& on, std::vector<std::string>& wrong) {
  for (const std::string& who : s.labels()) {
    phrase same = p;
    if (on.find(who) == nullptr || !on.find(who)->present) continue;
    for (const std::string& w : wrong_about_what_was_seen(same, who, s, on)) wrong.push_back(who + " " + w);
  }
  p.take_rest();
}

std::optional<bool> take_anything(phrase& p, const script& s, const stage& on, std::vector<std::string>& wrong) {
  const domain::room_controls& controls = on.room().controls;
  if (p.take("the room is")) return take_room(p, on.room());
  if (p.take("the door is locked")) return controls.door_locked;
  if (p.take("the door is open")) return !controls.door_locked;
  if (p.take("invitations are closed")) return controls.invitations_closed;
  if (p.take("invitations are open")) return !controls.invitations_closed;
  if (p.take("nobody can read")) return !words_are_kept(on.room(), p.take_quoted().value_or(""));
  if (p.take("no member can read")) return !a_newcomer_reads(on.room(), p.take_quoted().value_or(""));
  if (p.take("everyone saw")) return check_everyone(p, s, on, wrong), true;
  if (const auto so = check_review(p, s, on)) return so;
  if (const auto so = check_team(p, s, on)) return so;
  if (const auto so = check_meeting(p, s, on)) return so;
  if (const auto so = check_beside(p, s, on)) return so;
  return take_person(p, s, on, wrong);
}

}  // namespace

bool check_line(phrase& p, const script& s, const stage& on, std::vector<std::string>& wrong) {
  const std::string line = p.text();
  const auto so = take_anything(p, s, on, wrong);
  if (!so) return false;
  p.expect_end();
  if (!*so) wrong.push_back("it is not so that " + line);
  return true;
}

}  // namespace nightlight::scenario
