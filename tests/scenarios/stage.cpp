#include "scenarios/stage.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "domain/room/apply.hpp"
#include "domain/room/marks.hpp"

namespace nightlight::scenario {
namespace {

bool about(const domain::event_body& body, member_number who, bool& present) {
  if (const auto* joined = std::get_if<domain::member_joined>(&body)) {
    if (joined->member == who) present = true;
    return joined->member == who;
  }
  const auto* left = std::get_if<domain::member_left>(&body);
  if (left != nullptr && left->member == who) present = false;
  return left != nullptr && left->member == who;
}

private_text mark_of(std::string label) {
  label.resize(domain::mark_bytes, '.');
  return private_text{std::move(label)};
}

// Events of the command itself; others only prepare it.
void note_done(const domain::logged_event& e, const command_id& id, reply& r) {
  if (e.what.command != id) return;
  const bool first = !r.changed;
  r.changed = true;
  r.held = r.held || std::holds_alternative<domain::message_held>(e.what.body);
  if (e.number && (first || !r.numbers.empty())) r.numbers.push_back(e.number);
}

}  // namespace

stage::stage(const script& s) : script_(s) {
  for (const person& p : s.people) {
    people_[p.label] = {person_id{"person of " + p.label}, p.role, private_text{p.label}, mark_of(p.label)};
  }
  if (!s.open) return;
  if (!s.lines.empty()) now_ = s.lines.front().at - std::chrono::minutes{1};
  const auto keeper = std::ranges::find_if(s.people, [](const person& p) { return is_staff(p.role) && p.inside; });
  if (keeper == s.people.end()) throw std::runtime_error("somebody on the team must be in the room to open it");
  ask(keeper->label, meeting(), "", "");
  for (const person& p : s.people) {
    if (p.inside && p.label != keeper->label && ask(p.label, domain::join{p.listening}, "", "").refused) {
      throw std::runtime_error(p.label + " could not come in at the beginning");
    }
  }
  before_ = room_.circle_head;
}

domain::open_room stage::meeting() const {
  return {meeting_called(meetings_ + 1),
          script_.retention_hours,
          script_.slow_mode,
          script_.speaking_places,
          script_.starts_at,
          script_.ends_at,
          script_.late_entry,
          script_.second,
          {}};
}

reply stage::ask(const std::string& label, domain::command what, const std::string& id, const std::string& words) {
  const domain::heard_words heard = std::exchange(heard_[label], {});
  return submit({people_.at(label), command_id{id}, words, std::move(what)}, heard);
}

reply stage::ask_as_system(domain::command what) { return submit({{}, {}, {}, std::move(what)}, {}); }

reply stage::submit(const domain::submission& asked, const domain::heard_words& heard) {
  domain::decision d = decide(room_, asked, {now_, staff_here_, script_.rules, heard});
  reply r;
  if (const auto* no = std::get_if<domain::refusal>(&d)) {
    r.refused = *no;
  } else if (auto* told = std::get_if<domain::refused_but_heard>(&d)) {
    r.refused = told->why;
    r.heard = true;
    write(std::move(told->events));
  } else if (const auto* before = std::get_if<domain::repeated>(&d)) {
    r.again = true;
    r.held = static_cast<bool>(before->first.hold);
    if (before->first.number) r.numbers.push_back(before->first.number);
  } else {
    const std::size_t from = log_.size();
    write(std::move(std::get<domain::accepted>(d).events));
    for (std::size_t i = from; i < log_.size(); ++i) note_done(log_[i], asked.id, r);
  }
  return r;
}

void stage::write(std::vector<domain::event> events) {
  for (domain::event& e : events) {
    log_.push_back(place_next(room_, std::move(e), now_));
    apply(room_, log_.back());
    if (std::holds_alternative<domain::room_opened>(log_.back().what.body)) ++meetings_;
  }
  expect_one_truth();
}

void stage::expect_one_truth() const {
  domain::room_state folded;
  test::circle_view phone;
  for (const domain::logged_event& e : log_) {
    apply(folded, e);
    see(phone, e);
  }
  if (!(folded == room_)) throw std::runtime_error("folding the log does not give the same room");
  if (!(phone == test::view_of(room_))) throw std::runtime_error("a newcomer does not get what the others see");
}

member_number stage::number_of(const std::string& label) const {
  const domain::member* m = find(label);
  return m != nullptr ? m->number : member_number{999};
}

position stage::ban_of(const std::string& label) const {
  const domain::member* m = find(label);
  if (m != nullptr) return m->removal ? m->removal->at : position{};
  const auto left = std::ranges::find(room_.carried, people_.at(label).person, &domain::carried_person::person);
  return left == room_.carried.end() ? position{} : left->banned_at;
}

domain::note_ban_lifted stage::lifting(const std::string& by, const std::string& whose) const {
  return {ban_of(whose), people_.at(by).person, people_.at(by).role};
}

position stage::last_seen_by(const std::string& label) const {
  const member_number who = number_of(label);
  bool present = false;
  position last;
  for (const domain::logged_event& e : log_) {
    if (std::holds_alternative<domain::room_opened>(e.what.body)) present = false;
    if (about(e.what.body, who, present) || present) last = e.at;
  }
  return last;
}

std::vector<domain::logged_event> stage::seen_by(const std::string& label) const {
  std::vector<domain::logged_event> seen;
  const position last = last_seen_by(label);
  for (const domain::logged_event& e : log_) {
    if (e.number > before_ && e.at <= last) seen.push_back(e);
  }
  return seen;
}

test::circle_view stage::view_of(const std::string& label) const {
  test::circle_view view;
  const position last = last_seen_by(label);
  for (const domain::logged_event& e : log_) {
    if (e.at <= last) see(view, e);
  }
  return view;
}

}  // namespace nightlight::scenario
