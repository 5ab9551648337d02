// What the people of a random evening ask for, sense and nonsense.
#include <array>

#include "simulation/domain_history.hpp"

namespace nightlight::simulation {

using namespace domain;

command history::likely_command() {
  if (!live_.held.empty() && one_in(6)) return release_held{some_holds()};
  if (!live_.waiting.empty() && one_in(8)) return admit_waiting{some_waiting()};
  if (live_.round && one_in(4)) return pass_turn{live_.round->turn};
  if (live_.poll && one_in(6)) return about_the_question();
  switch (below(27)) {
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
    case 23: return about_the_evening();
    case 24: return about_the_circle();
    case 25: return about_the_question();
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

command history::about_the_circle() {
  const member_number turn = live_.round ? live_.round->turn : somebody();
  switch (below(8)) {
    case 0: return pin_prompt{one_in(3) ? private_text{} : words(40)};
    case 1:
    case 2: return start_round{one_in(2) ? private_text{} : words(40)};
    case 3: return end_round{};
    case 4: return pass_turn{somebody()};
    default: return pass_turn{turn};
  }
}

command history::about_the_question() {
  if (!live_.poll && !one_in(4)) return start_poll{words(40), {words(20), words(20), words(20)}};
  const circle_number poll = live_.poll && !one_in(8) ? live_.poll->number : some_number();
  if (one_in(16)) return end_poll{poll};
  return answer_poll{poll, one_in(8) ? 0 : 1 + static_cast<std::uint32_t>(below(3))};
}

command history::about_the_evening() {
  switch (below(5)) {
    case 0: return admit_all{};
    case 1: return extend_meeting{std::chrono::minutes{below(70)}};
    case 2: return admit_waiting{some_waiting()};
    case 3: return note_time{};
    default: return set_lobby{one_in(2)};
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
  switch (below(7)) {
    case 0: return report{somebody(), {}, one_in(2), words(20)};
    case 1: return report{{}, some_number(), one_in(2), words(20)};
    case 2: return tell_staff{static_cast<feeling>(1 + below(3))};
    case 3: return appeal{words(20)};
    case 4: return leave_side{};
    case 5: return check_out{static_cast<leaving>(1 + below(3)), one_in(2) ? words(20) : private_text{}, one_in(2)};
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
  std::vector<position> made{position{1'000'000 + below(50)}};
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

command history::any_opening() { return opening("meeting " + std::to_string(++meetings_)); }

// Planned, mostly for later, or by hand.
open_room history::opening(const std::string& meeting) {
  open_room opened{meeting_id{meeting}, 24, seconds{0}, 0};
  if (one_in(3)) return opened;
  opened.starts_at = now_ + seconds{below(900)} - seconds{below(300)};
  opened.ends_at = opened.starts_at + std::chrono::minutes{below(40)};
  if (one_in(4)) opened.late_entry = std::chrono::minutes{1 + below(10)};
  return opened;
}

command history::any_command() {
  const seconds length{static_cast<std::int64_t>(below(3'000'000)) - 200'000};
  const private_text text = nonsense();
  const member_number stranger{static_cast<std::uint32_t>(random_())};
  const std::vector<hold_number> holds(below(3), hold_number{static_cast<std::uint32_t>(random_())});
  const alert_number alert{static_cast<std::uint32_t>(random_())};
  const std::array<command, 69> all{join{one_in(2)},
                                    leave{},
                                    set_listening{one_in(2)},
                                    say{{text, circle_number{below(200)}, nonsense()}},
                                    react{circle_number{below(200)}, static_cast<reaction>(below(256)), one_in(2)},
                                    retract_own{circle_number{random_()}},
                                    edit_held{hold_number{static_cast<std::uint32_t>(random_())}, text},
                                    raise_hand{one_in(2)},
                                    tell_staff{static_cast<feeling>(below(256))},
                                    report{stranger, circle_number{below(200)}, one_in(2), text},
                                    appeal{text},
                                    check_out{static_cast<leaving>(below(256)), text},
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
                                    pin_prompt{text},
                                    start_round{text},
                                    pass_turn{stranger},
                                    end_round{},
                                    start_poll{text, std::vector<private_text>(below(7), text)},
                                    answer_poll{circle_number{below(200)}, static_cast<std::uint32_t>(random_())},
                                    end_poll{circle_number{below(200)}},
                                    open_second{},
                                    ask_over{{somebody(), stranger}},
                                    ask_over{{somebody()}},
                                    answer_over{one_in(2)},
                                    call_back{},
                                    open_second{},
                                    answer_over{true},
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
                                    change_name{text},
                                    set_lobby{one_in(2)},
                                    admit_waiting{waiting_number{static_cast<std::uint32_t>(random_())}},
                                    admit_all{},
                                    extend_meeting{std::chrono::minutes{static_cast<std::int64_t>(below(200)) - 50}},
                                    any_opening(),
                                    pause_room{},
                                    resume_room{},
                                    close_room{}};
  const std::size_t which = below(all.size() + (one_in(4) ? 3 : 0) - (one_in(2) ? 3 : 0));  // closing is rare
  return which < all.size() ? all[which] : system_command();
}

}  // namespace nightlight::simulation
