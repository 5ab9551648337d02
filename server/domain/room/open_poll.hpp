// A question that is open in a room: what it asks, and who has chosen what so far. Nobody is told the choices; what the
// circle is told at its end is a rule (decide_poll.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "base/ids.hpp"
#include "base/private_text.hpp"

namespace nightlight::domain {

constexpr std::size_t poll_question_code_points_max = 200;
constexpr std::size_t poll_answer_code_points_max = 80;
constexpr std::size_t poll_answers_min = 2;
constexpr std::size_t poll_answers_max = 5;
constexpr std::size_t poll_counts_min = 3;  // who answered: with fewer, counts point at people

struct open_poll {
  circle_number number;  // of the event that asked it
  private_text question;
  std::vector<private_text> answers;
  std::map<member_number, std::uint32_t> choices;  // from 1; who has none is not in it
  friend bool operator==(const open_poll&, const open_poll&) = default;
};

}  // namespace nightlight::domain
