#include "simulation/domain_history.hpp"

#include <algorithm>
#include <array>

#include "domain/room/apply.hpp"
#include "domain/room/marks.hpp"
#include "domain/room/permissions.hpp"

namespace nightlight::simulation {

using namespace domain;

namespace {

private_text marks_of(const std::string& name) { return private_text{std::string(mark_bytes, name.front())}; }

}  // namespace

history::history(std::uint64_t seed, int steps, manner how) : random_(seed), how_(how) {
  const auto person = [](const char* name, role r) {
    return actor{person_id{std::string("person ") + name}, r, private_text{name}, marks_of(name)};
  };
  people_ = {person("Ana", role::member),    person("Bea", role::member),  person("Cleo", role::member),
             person("Dina", role::member),   person("Eva", role::member),  person("Kim", role::facilitator),
             person("Lee", role::moderator), person("Max", role::on_call), person("Ada", role::admin)};
  silent_ = person("Silent Sue", role::member);
  begin();
  for (int i = 0; i < steps; ++i) {
    step();
    if (how_.staff_interludes) interlude();
  }
}

void history::begin() {
  if (one_in(8)) return;  // some evenings begin with people knocking at a room that is not open
  ask({people_[5], {}, {}, open_room{meeting_id{"meeting 0"}, 24, seconds{0}, one_in(3) ? 3U : 0U}});
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
    return ask(from_inside(std::move(again)), before.around.heard);
  }
  submission next = anything();
  ask(from_inside(std::move(next)), any_heard());
}

// Whoever steps in from outside to act is seen to come. So that nobody comes because of what only interludes bring,
// alerts and notes are left to those who are there, and bear no id that only one of two evenings would keep.
submission history::from_inside(submission s) const {
  const bool of_the_team = std::holds_alternative<claim_alert>(s.what) || std::holds_alternative<hand_alert>(s.what) ||
                           std::holds_alternative<close_alert>(s.what) || std::holds_alternative<ask_cover>(s.what) ||
                           std::holds_alternative<note_person>(s.what);
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
  if (sue.mute || live_.floor == sue.number) return;
  ask({staff, {}, {}, mute_member{sue.number, seconds{86'400}, private_text{"a test"}}});
  ask({staff, {}, {}, unmute_member{sue.number}});
}

void history::ask(submission what, heard_words heard) {
  circumstances around{now_, staff_here_, {}, std::move(heard)};
  around.rules.speaking_capacity = 4;
  around.rules.listening_capacity = 2;
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
  if (is_away(s.by) && one_in(2)) s.what = join{one_in(4)};
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

command history::likely_command() {
  if (!live_.held.empty() && one_in(6)) return release_held{some_holds()};
  switch (below(24)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return say{{words(40), one_in(3) ? some_number() : circle_number{}, one_in(6) ? words(20) : private_text{}}};
    case 6:
    case 7:
    case 8: return react{some_number(), static_cast<reaction>(1 + below(5)), one_in(3)};
    case 9: return retract_own{some_number()};
    case 10:
    case 11: return join{one_in(4)};
    case 12: return one_in(2) ? command{leave{}} : set_listening{one_in(2)};
    case 13:
    case 14: return sanction();
    case 15:
    case 16:
    case 17: return about_messages();
    case 18:
    case 19: return about_the_room();
    case 20: return among_the_team();
    case 21:
    case 22: return to_the_team();
    default: return any_command();
  }
}

command history::sanction() {
  const seconds length{one_in(3) ? 0 : below(900)};
  switch (below(9)) {
    case 0: return remove_member{somebody(), length, words(20), one_in(3)};
    case 1: return unmute_member{somebody()};
    case 2: return warn_member{somebody(), words(20)};
    case 3: return one_in(2) ? command{ban_member{somebody(), length, words(20)}} : readmit_member{somebody()};
    default: return mute_member{somebody(), length, words(20)};
  }
}

command history::about_messages() {
  const circle_number first = some_number();
  switch (below(10)) {
    case 0: return retract_message{first, words(20)};
    case 1: return retract_all_of{somebody(), words(20)};
    case 2: return retract_range{first, circle_number{first.value + below(4)}, words(20)};
    case 3: return hide_message{first};
    case 4: return show_message{first};
    case 5: return decline_held{some_holds(), words(20)};
    case 6: return ask_rephrase{some_hold(), words(20)};
    case 7: return edit_held{some_hold(), one_in(3) ? private_text{} : words(40)};
    default: return release_held{some_holds()};
  }
}

command history::about_the_room() {
  switch (below(9)) {
    case 0: return set_hold{static_cast<hold_mode>(below(4)), static_cast<std::uint32_t>(below(4))};
    case 1: return set_hold{one_in(2) ? hold_mode::everything : hold_mode::newcomers, 0};
    case 2: return set_lockdown{one_in(4)};
    case 3: return set_hands_required{one_in(4)};
    case 4: return give_floor{one_in(4) ? member_number{} : somebody()};
    case 5: return set_invitations{one_in(6)};
    case 6: return set_listening_default{one_in(3)};
    case 7: return set_slow_mode{seconds{one_in(2) ? 0 : below(20)}};
    default: return raise_hand{one_in(2)};
  }
}

command history::among_the_team() {
  switch (below(11)) {
    case 0: return open_side{somebody()};
    case 1: return close_side{somebody()};
    case 2: return say_backstage{words(20)};
    case 3: return note_person{somebody(), one_in(4) ? private_text{} : words(20)};
    case 4: return ask_cover{};
    case 5: return hand_over{words(20)};
    case 6: return take_over{};
    case 7: return claim_alert{some_alert()};
    case 8: return hand_alert{some_alert(), one_in(3) ? member_number{} : somebody()};
    case 9: return close_alert{some_alert(), static_cast<alert_outcome>(1 + below(5)), words(20)};
    default: return break_glass{words(20), std::chrono::minutes{1 + below(20)}};
  }
}

command history::to_the_team() {
  switch (below(6)) {
    case 0: return report{somebody(), {}, one_in(2), words(20)};
    case 1: return report{{}, some_number(), one_in(2), words(20)};
    case 2: return tell_staff{static_cast<feeling>(1 + below(3))};
    case 3: return appeal{words(20)};
    case 4: return leave_side{};
    default: return say_side{somebody(), words(20)};
  }
}

heard_words history::any_heard() {
  heard_words heard;
  if (one_in(12)) heard.care = care_flag{static_cast<alert_level>(1 + below(3)), "c", "c.rule", "1", {}};
  if (one_in(12)) heard.conduct = conduct_flag{static_cast<conduct_action>(1 + below(3)), "rule", {}};
  return heard;
}

// One that is in force more often than one that never was.
position history::any_ban() {
  std::vector<position> made{position{below(50)}};
  for (const member& m : live_.members) {
    if (m.banned && m.removal) made.push_back(m.removal->at);
  }
  for (const carried_person& c : live_.carried) {
    if (c.banned) made.push_back(c.banned_at);
  }
  return made[below(made.size())];
}

command history::system_command() {
  switch (below(8)) {
    case 0:
      return note_words_purged{one_in(3) ? meeting_id{"meeting 0"} : live_.meeting, static_cast<word_class>(below(4))};
    case 3:
    case 4: return note_time{};
    case 5: return one_in(2) ? command{note_appeal{words(20), marks_of("Bea")}} : note_time{};
    case 6: return note_ban_lifted{any_ban(), person_id{"somebody outside"}, role::moderator};
    case 1:
    case 2: return note_staff_absent{};
    default: return note_staff_returned{};
  }
}

command history::any_opening() {
  return open_room{meeting_id{"meeting " + std::to_string(++meetings_)}, 24, seconds{0}, 0};
}

command history::any_command() {
  const seconds length{static_cast<std::int64_t>(below(3'000'000)) - 200'000};
  const private_text text = nonsense();
  const member_number stranger{static_cast<std::uint32_t>(random_())};
  const std::vector<hold_number> holds(below(3), hold_number{static_cast<std::uint32_t>(random_())});
  const alert_number alert{static_cast<std::uint32_t>(random_())};
  const std::array<command, 49> all{join{one_in(2)},
                                    leave{},
                                    set_listening{one_in(2)},
                                    say{{text, circle_number{below(200)}, nonsense()}},
                                    react{circle_number{below(200)}, static_cast<reaction>(below(256)), one_in(2)},
                                    retract_own{circle_number{random_()}},
                                    edit_held{hold_number{static_cast<std::uint32_t>(below(20))}, text},
                                    raise_hand{one_in(2)},
                                    tell_staff{static_cast<feeling>(below(256))},
                                    report{stranger, circle_number{below(200)}, one_in(2), text},
                                    appeal{text},
                                    say_side{stranger, text},
                                    leave_side{},
                                    warn_member{stranger, text},
                                    mute_member{stranger, length, text},
                                    unmute_member{somebody()},
                                    remove_member{somebody(), length, text, one_in(2)},
                                    ban_member{somebody(), length, text},
                                    readmit_member{somebody()},
                                    retract_message{circle_number{random_()}, text},
                                    retract_all_of{member_number{static_cast<std::uint32_t>(below(20))}, text},
                                    retract_range{circle_number{below(200)}, circle_number{below(200)}, text},
                                    hide_message{circle_number{random_()}},
                                    show_message{circle_number{random_()}},
                                    release_held{holds},
                                    decline_held{holds, text},
                                    ask_rephrase{hold_number{static_cast<std::uint32_t>(random_())}, text},
                                    set_slow_mode{one_in(2) ? seconds{below(60)} : length},
                                    set_door{one_in(2)},
                                    set_hold{static_cast<hold_mode>(below(4)), static_cast<std::uint32_t>(below(40))},
                                    set_listening_default{one_in(2)},
                                    set_hands_required{one_in(2)},
                                    give_floor{stranger},
                                    set_invitations{one_in(2)},
                                    set_lockdown{one_in(2)},
                                    open_side{stranger},
                                    close_side{stranger},
                                    say_backstage{text},
                                    note_person{stranger, text},
                                    ask_cover{},
                                    hand_over{text},
                                    take_over{},
                                    claim_alert{alert},
                                    hand_alert{alert, stranger},
                                    close_alert{alert, static_cast<alert_outcome>(below(256)), text},
                                    any_opening(),
                                    pause_room{},
                                    resume_room{},
                                    close_room{}};
  const std::size_t which = below(all.size() + (one_in(4) ? 3 : 0) - (one_in(2) ? 3 : 0));  // closing is rare
  return which < all.size() ? all[which] : system_command();
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
