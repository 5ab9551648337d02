#include "simulation/domain_history.hpp"

#include <algorithm>
#include <array>

#include "domain/room/apply.hpp"

namespace nightlight::simulation {

using namespace domain;

history::history(std::uint64_t seed, int steps, manner how) : random_(seed), how_(how) {
  const auto person = [](const char* name, role r) {
    return actor{person_id{std::string("person ") + name}, r, private_text{name}};
  };
  people_ = {person("Ana", role::member),    person("Bea", role::member), person("Cleo", role::member),
             person("Dina", role::member),   person("Eva", role::member), person("Kim", role::facilitator),
             person("Lee", role::moderator), person("Max", role::on_call)};
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
    submission again = askings_[below(askings_.size())].what;
    if (one_in(4)) again.words += "!";
    return ask(std::move(again));
  }
  ask(anything());
}

// Draws no random number, so that the rest of the evening is the same with and without it.
void history::interlude() {
  const auto on_duty = std::ranges::find_if(people_, [&](const actor& p) {
    const member* m = live_.find(p.person);
    return is_staff(p.role) && m != nullptr && m->present;
  });
  if (on_duty == people_.end() || live_.phase == phase::closed) return;
  const bool locked = live_.controls.door_locked;
  const member* sue = live_.find(silent_.person);
  const std::size_t kept = askings_.size();
  ask({*on_duty, {}, {}, set_door{!locked}});
  if (sue != nullptr && !sue->mute) {
    const member_number number = sue->number;
    ask({*on_duty, {}, {}, mute_member{number, seconds{86'400}, private_text{"a test"}}});
    ask({*on_duty, {}, {}, unmute_member{number}});
  }
  ask({*on_duty, {}, {}, set_door{locked}});
  askings_.erase(askings_.begin() + static_cast<std::ptrdiff_t>(kept), askings_.end());
}

void history::ask(submission what) {
  circumstances around{now_, staff_here_, {}};
  around.rules.speaking_capacity = 4;
  around.rules.listening_capacity = 2;
  decision answer = decide(live_, what, around);
  const std::size_t before = log_.size();
  if (const auto* yes = std::get_if<accepted>(&answer)) {
    for (const event& e : yes->events) {
      log_.push_back(place_next(live_, e, now_));
      apply(live_, log_.back());
    }
  }
  askings_.push_back({std::move(what), around, std::move(answer), before});
}

submission history::anything() {
  if (one_in(12)) return {{}, {}, {}, one_in(6) ? any_command() : system_command()};
  submission s{people_[below(people_.size())], {}, {}, one_in(6) ? any_command() : likely_command()};
  if (std::holds_alternative<mute_member>(s.what) && one_in(2)) s.by = people_[5 + below(2)];
  if (one_in(40)) s.by.role = static_cast<role>(one_in(2) ? 0 : 6 + below(250));
  if (one_in(30)) s.by.name = nonsense();
  if (!one_in(10)) s.id = command_id{"id-" + std::to_string(++ids_)};
  s.words = "words " + std::to_string(below(3));
  return s;
}

command history::likely_command() {
  switch (below(16)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4: return say{{words(40), one_in(3) ? some_number() : circle_number{}}};
    case 5:
    case 6:
    case 7: return react{some_number(), static_cast<reaction>(1 + below(5)), one_in(3)};
    case 8: return retract_own{some_number()};
    case 9:
    case 10: return join{one_in(4)};
    case 11: return leave{};
    case 12: return set_listening{one_in(2)};
    case 13: return sanction();
    case 14:
      return one_in(4) ? command{retract_all_of{somebody(), words(20)}} : retract_message{some_number(), words(20)};
    default: return any_command();
  }
}

command history::sanction() {
  const seconds length{one_in(3) ? 0 : below(900)};
  switch (below(4)) {
    case 0: return remove_member{somebody(), length, words(20)};
    case 1: return unmute_member{somebody()};
    default: return mute_member{somebody(), length, words(20)};
  }
}

command history::system_command() {
  switch (below(5)) {
    case 0: return note_words_purged{one_in(3) ? meeting_id{"meeting 0"} : live_.meeting};
    case 1:
    case 2: return note_staff_absent{};
    default: return note_staff_returned{};
  }
}

command history::any_command() {
  const seconds length{static_cast<std::int64_t>(below(3'000'000)) - 200'000};
  const private_text text = nonsense();
  const std::array<command, 17> all{join{one_in(2)},
                                    leave{},
                                    set_listening{one_in(2)},
                                    say{{text, circle_number{below(200)}, nonsense()}},
                                    react{circle_number{below(200)}, static_cast<reaction>(below(256)), one_in(2)},
                                    retract_own{circle_number{random_()}},
                                    mute_member{member_number{static_cast<std::uint32_t>(random_())}, length, text},
                                    unmute_member{somebody()},
                                    remove_member{somebody(), length, text},
                                    retract_message{circle_number{random_()}, text},
                                    retract_all_of{member_number{static_cast<std::uint32_t>(below(20))}, text},
                                    set_slow_mode{one_in(2) ? seconds{below(60)} : length},
                                    set_door{one_in(2)},
                                    open_room{meeting_id{"meeting " + std::to_string(++meetings_)}, 24, seconds{0}, 0},
                                    pause_room{},
                                    resume_room{},
                                    close_room{}};
  const std::size_t which = below(all.size() + (one_in(4) ? 3 : 0) - (one_in(2) ? 3 : 0));  // closing is rare
  return which < all.size() ? all[which] : system_command();
}

private_text history::words(std::size_t length_max) {
  std::string text = "w";
  for (std::size_t i = below(length_max); i > 0; --i) text += static_cast<char>('a' + below(26));
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

circle_number history::some_number() {
  if (live_.messages.empty() || one_in(10)) return circle_number{below(100)};
  const std::size_t newest = std::min<std::size_t>(live_.messages.size(), 8);
  return live_.messages[live_.messages.size() - 1 - below(newest)].number;
}

}  // namespace nightlight::simulation
