// How the team sets the room, what it has among itself, and the meeting from its opening to its end.
#include <algorithm>

#include "scenarios/verbs.hpp"

namespace nightlight::scenario {
namespace {

using domain::hold_mode;

domain::set_hold holding(phrase& p) {
  if (p.take("nothing")) return {hold_mode::off, 0};
  if (p.take("everything")) return {hold_mode::everything, 0};
  if (p.take("what is flagged")) return {hold_mode::flagged, 0};
  if (p.take("what newcomers say")) return {hold_mode::newcomers, 0};
  const auto first = p.take("the first") ? p.take_number() : std::nullopt;
  if (!first || !p.take("of newcomers")) p.complain("holds what? \"" + p.text() + "\"");
  return {hold_mode::newcomers, static_cast<std::uint32_t>(*first)};
}

// "question" with "answer", "answer"
domain::start_poll question(const reading& r) {
  domain::start_poll asked{r.body(), {}};
  if (!r.p.take("with")) r.p.complain("with which answers?");
  do {
    if (const auto answer = r.p.take_quoted()) asked.answers.emplace_back(*answer);
  } while (r.p.take_mark(","));
  return asked;
}

// "to #4", or the one that is open
circle_number which_question(const reading& r) {
  if (r.p.take("to")) return r.message();
  return r.on.room().poll ? r.on.room().poll->number : circle_number{};
}

domain::answer_poll choice(const reading& r) {
  if (r.p.take("something unheard of")) return {which_question(r), 99};
  const private_text words = r.body();
  std::uint32_t place = 1;  // where nothing is open, any
  if (const auto& poll = r.on.room().poll) {
    const auto found = std::ranges::find(poll->answers, words);
    if (found == poll->answers.end()) r.p.complain("that is none of the answers");
    place += static_cast<std::uint32_t>(found - poll->answers.begin());
  }
  return {which_question(r), place};
}

std::optional<domain::command> read_question(const reading& r) {
  if (r.p.take("asks the circle")) return question(r);
  if (r.p.take("chooses")) return choice(r);
  if (r.p.take("takes her answer back")) return domain::answer_poll{which_question(r), 0};
  if (r.p.take("closes the question")) return domain::end_poll{which_question(r)};
  return std::nullopt;
}

}  // namespace

std::optional<domain::command> read_controls(const reading& r) {
  phrase& p = r.p;
  if (p.take("sets slow mode")) {
    const auto given = p.take_length();
    if (!given) p.complain("how slow? Such as 30s");
    return domain::set_slow_mode{std::chrono::duration_cast<seconds>(*given)};
  }
  if (p.take("ends slow mode")) return domain::set_slow_mode{seconds{0}};
  if (p.take("locks the door")) return domain::set_door{true};
  if (p.take("unlocks the door")) return domain::set_door{false};
  if (p.take("holds something unheard of")) return domain::set_hold{static_cast<domain::hold_mode>(99), 0};
  if (p.take("holds")) return holding(p);
  if (p.take("lets newcomers listen first")) return domain::set_listening_default{true};
  if (p.take("lets newcomers speak at once")) return domain::set_listening_default{false};
  if (p.take("asks for hands")) return domain::set_hands_required{true};
  if (p.take("needs no hands")) return domain::set_hands_required{false};
  if (p.take("gives the floor to")) return domain::give_floor{r.somebody()};
  if (p.take("gives the floor back")) return domain::give_floor{};
  if (p.take("pins")) return domain::pin_prompt{r.body()};
  if (p.take("takes down what is pinned")) return domain::pin_prompt{};
  if (p.take("asks everybody in turn")) return domain::start_round{r.words()};
  if (p.take("passes the turn of")) return domain::pass_turn{r.somebody()};
  if (p.take("passes")) return domain::pass_turn{r.on.number_of(r.who)};
  if (p.take("ends the round")) return domain::end_round{};
  if (const auto asked = read_question(r)) return asked;
  if (p.take("closes invitations")) return domain::set_invitations{true};
  if (p.take("opens invitations")) return domain::set_invitations{false};
  if (p.take("locks the room down")) return domain::set_lockdown{true};
  if (p.take("ends the lock-down")) return domain::set_lockdown{false};
  return std::nullopt;
}

std::optional<domain::command> read_team(const reading& r) {
  phrase& p = r.p;
  if (p.take("opens a side room with")) return domain::open_side{r.somebody()};
  if (p.take("closes the side room with")) return domain::close_side{r.somebody()};
  if (p.take("notes about")) {
    const member_number m = r.somebody();
    return domain::note_person{m, r.words()};
  }
  if (p.take("asks for cover")) return domain::ask_cover{};
  if (p.take("hands over")) return domain::hand_over{r.words()};
  if (p.take("takes over")) return domain::take_over{};
  if (p.take("breaks the glass")) {
    const auto length = std::chrono::duration_cast<std::chrono::minutes>(r.length());
    return domain::break_glass{r.words(), length};
  }
  return std::nullopt;
}

std::optional<domain::command> read_meeting(const reading& r) {
  phrase& p = r.p;
  if (p.take("opens the room")) return r.on.meeting();
  if (p.take("pauses the room")) return domain::pause_room{};
  if (p.take("resumes the room")) return domain::resume_room{};
  if (p.take("closes the room")) return domain::close_room{};
  if (p.take("pretends to be the system")) return domain::note_words_purged{r.on.room().meeting};
  if (p.take("pretends to be the clock")) return domain::note_time{};
  return std::nullopt;
}

}  // namespace nightlight::scenario
