// A question with answers to choose from, one at a time. A choice is hers: it consumes no number of the circle, and
// what the circle is told at the end is how many chose what, where enough have answered for that to point at nobody.
#include <algorithm>

#include "domain/room/verdict.hpp"
#include "domain/text/plain_line.hpp"

namespace nightlight::domain {
namespace {

// None: too few have answered.
std::vector<std::uint32_t> counts_of(const open_poll& poll) {
  if (poll.choices.size() < poll_counts_min) return {};
  std::vector<std::uint32_t> counts(poll.answers.size());
  for (const auto& [member, choice] : poll.choices) {
    if (choice <= counts.size()) counts[choice - 1] += 1;
  }
  return counts;
}

}  // namespace

verdict rule_of(const wish& w, const start_poll& c) {
  if (const auto no = not_running(w)) return *no;
  if (w.room.poll) return because(refusal_code::poll_on);
  if (const auto no = words_unfit(c.question, poll_question_code_points_max, is_plain_line)) return *no;
  if (c.answers.size() < poll_answers_min || c.answers.size() > poll_answers_max) {
    return because(refusal_code::answers_out_of_range);
  }
  for (auto answer = c.answers.begin(); answer != c.answers.end(); ++answer) {
    if (const auto no = words_unfit(*answer, poll_answer_code_points_max, is_plain_line)) return *no;
    if (std::find(c.answers.begin(), answer, *answer) != answer) return because(refusal_code::answers_alike);
  }
  return happened(poll_began{c.question, c.answers});
}

verdict rule_of(const wish& w, const answer_poll& c) {
  if (const auto no = not_running(w)) return *no;
  if (w.who == nullptr) return because(refusal_code::not_in_room);
  if (!w.room.poll || w.room.poll->number != c.poll) return because(refusal_code::poll_over);
  const open_poll& poll = *w.room.poll;
  if (c.choice > poll.answers.size()) return because(refusal_code::choice_unknown);
  const auto hers = poll.choices.find(w.who->number);
  const std::uint32_t before = hers == poll.choices.end() ? 0 : hers->second;
  if (before == c.choice) return nothing_to_do();
  const std::size_t others = poll.choices.size() - (before == 0 ? 0 : 1);
  const auto answered = static_cast<std::uint32_t>(others + (c.choice == 0 ? 0 : 1));
  return happened(poll_answered{c.poll, w.who->number, c.choice, answered});
}

verdict rule_of(const wish& w, const end_poll& c) {
  if (const auto no = not_running(w)) return *no;
  if (!w.room.poll || w.room.poll->number != c.poll) return nothing_to_do();
  return happened(poll_ended{counts_of(*w.room.poll)});
}

}  // namespace nightlight::domain
