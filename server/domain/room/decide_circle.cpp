// What stands above the talk, and a round in which everybody is asked in turn. Passing is as good as speaking: the
// circle is told whose turn it is, and not why it moved on.
#include <algorithm>

#include "domain/room/verdict.hpp"
#include "domain/text/plain_line.hpp"

namespace nightlight::domain {
namespace {

// As it was typed, in lines.
bool is_plain_text(std::string_view text) {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    if (!is_plain_line(text.substr(0, end))) return false;
    text.remove_prefix(end + 1);
  }
  return is_plain_line(text);
}

// None is a text too.
std::optional<refusal> unfit(const wish& w, const private_text& text) {
  if (text.empty()) return std::nullopt;
  return words_unfit(text, w.around.rules.body_code_points_max, is_plain_text);
}

bool may_be_asked(const wish& w, const member& m) {
  return m.present && !m.listening && !is_staff(m.role) && !(m.mute && m.mute->in_force(time_of(w)));
}

// Whose turn it is once `out` has happened; none: no round is on then.
member_number turn_after(const wish& w, const std::vector<event_body>& out) {
  member_number turn = w.room.round ? w.room.round->turn : member_number{};
  for (const event_body& body : out) {
    if (const auto* given = std::get_if<turn_given>(&body)) turn = given->member;
    if (std::holds_alternative<round_ended>(body)) turn = {};
  }
  return turn;
}

// Of those who are still to be asked, the first who may be.
member_number next_turn(const wish& w, member_number from, const std::vector<event_body>& out) {
  for (const member_number n : w.room.round->next) {
    const member* m = w.room.find(n);
    const bool gone = std::ranges::find(out, event_body{member_left{n}}) != out.end();
    if (m != nullptr && n != from && !gone && may_be_asked(w, *m)) return n;
  }
  return {};
}

void give_next(const wish& w, member_number from, bool lost, std::vector<event_body>& out) {
  if (const member_number next = next_turn(w, from, out)) {
    out.emplace_back(turn_given{next, lost});
  } else {
    out.emplace_back(round_ended{});
  }
}

}  // namespace

void turn_moves_on(const wish& w, member_number from, bool lost, std::vector<event_body>& out) {
  if (from && turn_after(w, out) == from) give_next(w, from, lost, out);
}

verdict rule_of(const wish& w, const pin_prompt& c) {
  if (const auto no = not_running(w)) return *no;
  if (const auto no = unfit(w, c.text)) return *no;
  if (w.room.prompt == c.text) return nothing_to_do();
  return happened(prompt_pinned{c.text});
}

// In the order of coming, as the circle is shown.
verdict rule_of(const wish& w, const start_round& c) {
  if (const auto no = not_running(w)) return *no;
  if (w.room.round) return because(refusal_code::round_on);
  if (const auto no = unfit(w, c.question)) return *no;
  round_began began{c.question, {}, {}};
  for (const member& m : w.room.members) {
    if (!m.present || m.listening || is_staff(m.role)) continue;
    if (began.turn) {
      began.next.push_back(m.number);
    } else if (may_be_asked(w, m)) {
      began.turn = m.number;
    }
  }
  if (!began.turn) return because(refusal_code::nobody_to_ask);
  return happened(std::move(began));
}

verdict rule_of(const wish& w, const pass_turn& c) {
  if (const auto no = not_running(w)) return *no;
  if (!is_staff(w.by.role) && (w.who == nullptr || w.who->number != c.member)) {
    return because(refusal_code::not_your_turn);
  }
  if (!w.room.round || w.room.round->turn != c.member) return nothing_to_do();
  std::vector<event_body> bodies;
  give_next(w, c.member, false, bodies);
  return bodies;
}

verdict rule_of(const wish& w, const end_round&) {
  if (const auto no = not_running(w)) return *no;
  if (!w.room.round) return nothing_to_do();
  return happened(round_ended{});
}

}  // namespace nightlight::domain
