#include "simulation/domain_history.hpp"

#include <algorithm>

#include "domain/room/apply.hpp"
#include "domain/room/marks.hpp"
#include "domain/room/permissions.hpp"

namespace nightlight::simulation {

using namespace domain;

private_text history::marks_of(const std::string& name) { return private_text{std::string(mark_bytes, name.front())}; }

history::history(std::uint64_t seed, int steps, manner how) : random_(seed), how_(how) {
  const auto person = [](const char* name, role r) {
    return actor{person_id{std::string("person ") + name}, r, private_text{name}, marks_of(name)};
  };
  people_ = {person("Ana", role::member),    person("Bea", role::member),  person("Cleo", role::member),
             person("Dina", role::member),   person("Eva", role::member),  person("Kim", role::facilitator),
             person("Lee", role::moderator), person("Max", role::on_call), person("Ada", role::admin)};
  silent_ = person("Silent Sue", role::member);
  sleepless_ = person("Sleepless", role::member);
  begin();
  for (int i = 0; i < steps; ++i) {
    step();
    if (how_.staff_interludes) interlude();
  }
}

void history::begin() {
  if (one_in(8)) return;  // some evenings begin with people knocking at a room that is not open
  open_room first = opening("meeting 0");
  first.speaking_capacity = one_in(3) ? 3U : 0U;
  ask({people_[5], {}, {}, std::move(first)});
  ask({silent_, {}, {}, join{}});
  for (const actor& p : people_) {
    if (!one_in(4)) ask({p, {}, {}, join{one_in(5)}});
  }
}

void history::step() {
  now_ += milliseconds{below(one_in(20) ? 600'000 : 4'000)};
  if (how_.clock_is_set_back && one_in(60)) now_ -= milliseconds{below(900'000)};
  if (one_in(25)) staff_here_ = !staff_here_;
  if (!askings_.empty() && one_in(8)) {
    const asking& before = askings_[below(askings_.size())];
    submission again = before.what;
    if (one_in(4)) again.words += "!";
    // Who waits under an old number by now depends on what interludes brought.
    if (std::holds_alternative<admit_waiting>(again.what)) again.what = admit_waiting{some_waiting()};
    return ask(from_inside(std::move(again)), before.around.heard);
  }
  submission next = anything();
  ask(from_inside(std::move(next)), any_heard());
}

// Whoever steps in from outside to act is seen to come. So that nobody comes because of what only interludes bring,
// alerts, notes and who is in the lobby are left to those who are there, and bear no id that only one of two evenings
// would keep.
submission history::from_inside(submission s) const {
  const bool of_the_team = std::holds_alternative<claim_alert>(s.what) || std::holds_alternative<hand_alert>(s.what) ||
                           std::holds_alternative<close_alert>(s.what) || std::holds_alternative<ask_cover>(s.what) ||
                           std::holds_alternative<note_person>(s.what) || std::holds_alternative<admit_waiting>(s.what);
  if (of_the_team) s.id = {};
  if (of_the_team && is_away(s.by)) s.what = say_backstage{private_text{"I am here"}};
  return s;
}

// Draws no random number, so that the rest of the evening is the same with and without it.
void history::interlude() {
  const auto on_duty = std::ranges::find_if(people_, [&](const actor& p) {
    const member* m = live_.find(p.person);
    return is_staff(p.role) && p.role != role::admin && m != nullptr && m->present;
  });
  if (on_duty == people_.end() || live_.phase == phase::closed) return;
  const bool locked = live_.controls.door_locked;
  const std::size_t kept = askings_.size();
  about_the_lobby(*on_duty);
  ask({*on_duty, {}, {}, set_door{!locked}});
  ask({*on_duty, {}, {}, say_backstage{private_text{"a test"}}});
  if (live_.find(silent_.person) != nullptr) about_the_silent(*on_duty);
  ask({*on_duty, {}, {}, set_door{locked}});
  askings_.erase(askings_.begin() + static_cast<std::ptrdiff_t>(kept), askings_.end());
}

void history::about_the_silent(const actor& staff) {
  const member sue = *live_.find(silent_.person);
  const room_controls before = live_.controls;
  ask({silent_, {}, {}, report{live_.find(staff.person)->number, {}, sue.listening, private_text{"a test"}}});
  const alert_number newest{static_cast<std::uint32_t>(live_.alerts.size())};
  ask({staff, {}, {}, claim_alert{newest}});
  ask({staff, {}, {}, close_alert{newest, alert_outcome::talked, private_text{"a test"}}});
  ask({staff, {}, {}, note_person{sue.number, private_text{"a test"}}});
  ask({staff, {}, {}, set_hold{hold_mode::everything, 0}});
  ask({silent_, {}, {}, say{{private_text{"a test"}}}});
  if (!live_.held.empty() && live_.held.back().author == sue.number) {
    ask({staff, {}, {}, decline_held{{live_.held.back().number}, private_text{"a test"}}});
  }
  ask({staff, {}, {}, set_hold{before.hold, before.hold_first}});
  if (live_.side_of(sue.number) == nullptr) {
    ask({staff, {}, {}, open_side{sue.number}});
    ask({silent_, {}, {}, say_side{{}, private_text{"a test"}}});
    ask({staff, {}, {}, close_side{sue.number}});
  }
  if (live_.poll) {
    ask({silent_, {}, {}, answer_poll{live_.poll->number, 2}});
    ask({silent_, {}, {}, answer_poll{live_.poll->number, 0}});
  }
  if (sue.mute || live_.floor == sue.number) return;
  if (live_.round && live_.round->turn == sue.number) return;
  ask({staff, {}, {}, mute_member{sue.number, seconds{86'400}, private_text{"a test"}}});
  ask({staff, {}, {}, unmute_member{sue.number}});
}

// She is gone before anybody could let her in.
void history::about_the_lobby(const actor& staff) {
  const bool kept = live_.controls.lobby;
  ask({staff, {}, {}, set_lobby{true}});
  ask({sleepless_, {}, {}, join{}});
  ask({sleepless_, {}, {}, change_name{private_text{"Insomniac"}}});
  ask({sleepless_, {}, {}, say{{private_text{"a test"}}}});
  ask({sleepless_, {}, {}, join{true}});
  ask({sleepless_, {}, {}, leave{}});
  ask({staff, {}, {}, set_lobby{kept}});
}

void history::ask(submission what, heard_words heard) {
  circumstances around{now_, staff_here_, {}, std::move(heard)};
  around.rules.speaking_capacity = 4;
  around.rules.listening_capacity = 2;
  if (!how_.closing_waits) around.rules.closing_wait = std::chrono::minutes{0};
  decision answer = decide(live_, what, around);
  const std::size_t before = log_.size();
  const std::vector<event>* written = nullptr;
  if (const auto* yes = std::get_if<accepted>(&answer)) written = &yes->events;
  if (const auto* told = std::get_if<refused_but_heard>(&answer)) written = &told->events;
  for (std::size_t i = 0; written != nullptr && i < written->size(); ++i) {
    log_.push_back(place_next(live_, (*written)[i], now_));
    apply(live_, log_.back());
  }
  askings_.push_back({std::move(what), around, std::move(answer), before});
}

submission history::anything() {
  if (one_in(12)) return {{}, {}, {}, one_in(6) ? any_command() : system_command()};
  submission s{somebody_to_ask(), {}, {}, one_in(6) ? any_command() : likely_command()};
  if (!may(role::member, s.what) && !one_in(5)) s.by = people_[5 + below(3)];
  if (std::holds_alternative<break_glass>(s.what) && one_in(2)) s.by = people_[8];
  if (live_.waiting_of(s.by.person) != nullptr && one_in(2)) {
    s.what = one_in(4) ? command{leave{}} : change_name{words(12)};
  } else if (is_away(s.by) && one_in(2)) {
    s.what = join{one_in(4)};
  }
  const bool over = live_.phase == phase::scheduled || live_.phase == phase::closed;
  if (over && one_in(5)) s = {people_[5], {}, {}, any_opening()};
  if (one_in(40)) s.by.role = static_cast<role>(one_in(2) ? 0 : 6 + below(250));
  if (one_in(30)) s.by.name = nonsense();
  if (!one_in(10)) s.id = command_id{"id-" + std::to_string(++ids_)};
  s.words = "words " + std::to_string(below(3));
  return s;
}

// An admin has nothing to say before the glass is broken; she tries it now and then.
const actor& history::somebody_to_ask() {
  const actor& one = people_[below(people_.size())];
  return one.role == role::admin && !live_.glass && !one_in(4) ? people_[below(8)] : one;
}

bool history::is_away(const actor& who) const {
  const member* m = live_.find(who.person);
  return m == nullptr || !m->present;
}

// No two are the same, so that words can be followed wherever they appear.
private_text history::words(std::size_t length_max) {
  std::string text = "w" + std::to_string(++texts_);
  for (std::size_t i = below(length_max - 6); i > 0; --i) text += static_cast<char>('a' + below(26));
  return private_text{std::move(text)};
}

private_text history::nonsense() {
  switch (below(6)) {
    case 0: return {};
    case 1: return private_text{std::string(below(9000), 'x')};
    case 2: return private_text{"\xe2\x80\xae\xe2\x80\x8b"};
    case 3: return private_text{"Kim"};
    case 4: return private_text{std::string("\0\x01\xff\xfe\x80", 5)};
    default: break;
  }
  std::string bytes;
  for (std::size_t i = below(60); i > 0; --i) bytes += static_cast<char>(below(256));
  return private_text{std::move(bytes)};
}

member_number history::somebody() { return member_number{static_cast<std::uint32_t>(below(live_.members.size() + 2))}; }

// Counted among what waits, so that a message which was declined in between changes no other choice.
hold_number history::some_hold() {
  const std::size_t which = below(3);
  return which < live_.held.size() ? live_.held[which].number : hold_number{999};
}

waiting_number history::some_waiting() {
  const std::size_t which = below(3);
  return which < live_.waiting.size() ? live_.waiting[which].number : waiting_number{999};
}

std::vector<hold_number> history::some_holds() {
  std::vector<hold_number> holds{some_hold()};
  while (one_in(2)) holds.push_back(some_hold());
  return holds;
}

circle_number history::some_number() {
  if (live_.messages.empty() || one_in(10)) return circle_number{below(100)};
  const std::size_t newest = std::min<std::size_t>(live_.messages.size(), 8);
  return live_.messages[live_.messages.size() - 1 - below(newest)].number;
}

}  // namespace nightlight::simulation
