#include "simulation/rooms_commands.hpp"

namespace nightlight::simulation {
namespace {

struct choosing {
  std::mt19937_64& random;
  const phone& p;
  const private_text words;
  const circle_number number = circle_number{a_number()};
  const seconds length{static_cast<std::int64_t>(random() % 3) * 60};

  std::uint64_t a_number() const { return 1 + random() % (p.seen.through + 2); }
  member_number a_member() const { return member_number{static_cast<std::uint32_t>(1 + random() % 6)}; }
  hold_number a_hold() const { return hold_number{static_cast<std::uint32_t>(1 + random() % 6)}; }
  circle_number a_question() const {
    return circle_number{random() % 8 == 0 ? a_number() : p.seen.shown.poll().number()};
  }

  domain::command of_a_member() const {
    switch (random() % 20) {
      case 6: return domain::report{a_member(), {}, random() % 2 == 0, private_text{"look"}};
      case 7: return domain::edit_held{a_hold(), random() % 4 == 0 ? private_text{} : words};
      case 8: return domain::raise_hand{random() % 2 == 0};
      case 9: return domain::tell_staff{domain::feeling::not_ok};
      case 10: return random() % 2 == 0 ? domain::command{domain::leave_side{}} : domain::say_side{{}, words};
      case 11: return domain::check_out{domain::leaving::heavier, words, random() % 2 == 0};
      case 12: return domain::change_name{words};
      case 13:
      case 14: return domain::answer_poll{a_question(), static_cast<std::uint32_t>(random() % 4)};
      case 0: return domain::leave{};
      case 1: return domain::set_listening{random() % 3 == 0};
      case 2: return domain::retract_own{number};
      case 3:
      case 4: return domain::react{number, domain::reaction::hug, random() % 3 == 0};
      case 5: return domain::open_room{};
      default: return domain::say{{words, random() % 4 == 0 ? number : circle_number{}}};
    }
  }

  domain::command of_the_team() const {
    switch (random() % 39) {
      case 36:
      case 37: return domain::start_poll{words, {private_text{"yes"}, private_text{"no"}}};
      case 38: return domain::end_poll{a_question()};
      case 32: return domain::set_lobby{random() % 2 == 0};
      case 33: return domain::admit_all{};
      case 34: return domain::admit_waiting{waiting_number{1 + static_cast<std::uint32_t>(random() % 4)}};
      case 35: return domain::extend_meeting{std::chrono::minutes{random() % 70}};
      case 16: return domain::set_hold{static_cast<domain::hold_mode>(random() % 4), 0};
      case 18: return domain::release_held{{a_hold()}};
      case 19: return domain::decline_held{{a_hold()}, private_text{"reason"}};
      case 20: return domain::ask_rephrase{a_hold(), private_text{"reason"}};
      case 21: return domain::hide_message{number};
      case 22: return domain::show_message{number};
      case 23: return domain::set_lockdown{random() % 4 == 0};
      case 24: return domain::open_side{a_member()};
      case 25: return domain::say_side{a_member(), words};
      case 26: return domain::say_backstage{private_text{"backstage"}};
      case 27: return domain::note_person{a_member(), random() % 3 == 0 ? private_text{} : private_text{"note"}};
      case 28: return domain::claim_alert{alert_number{static_cast<std::uint32_t>(1 + random() % 4)}};
      case 29:
        return domain::close_alert{alert_number{static_cast<std::uint32_t>(1 + random() % 4)},
                                   domain::alert_outcome::talked, private_text{"done"}};
      case 30: return domain::set_hands_required{random() % 3 == 0};
      case 31: return domain::give_floor{random() % 2 == 0 ? member_number{} : a_member()};
      case 0: return domain::mute_member{a_member(), length, private_text{"reason"}};
      case 1: return domain::unmute_member{a_member()};
      case 2: return domain::remove_member{a_member(), length, private_text{"reason"}};
      case 3:
      case 4: return domain::retract_message{number, private_text{"reason"}};
      case 5: return domain::retract_all_of{a_member(), private_text{"reason"}};
      case 6: return domain::set_slow_mode{seconds{random() % 2 ? 0 : 2}};
      case 7: return domain::set_door{random() % 3 == 0};
      case 8: return domain::pause_room{};
      case 9:
      case 10: return domain::resume_room{};
      case 11: return random() % 3 == 0 ? domain::command{domain::close_room{}} : domain::command{domain::leave{}};
      case 13: return domain::open_room{};
      default: return domain::say{{words}};
    }
  }
};

}  // namespace

domain::command some_command(std::mt19937_64& random, const phone& p, const std::string& id) {
  const choosing now{random, p,
                     private_text{"words-" + p.room() + "-" + std::string(p.who().name.reveal()) + id + ";"}};
  return p.staff() ? now.of_the_team() : now.of_a_member();
}

}  // namespace nightlight::simulation
