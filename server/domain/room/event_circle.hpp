// What happens to the order of speaking and to what stands above the talk: hands, the floor, a pinned prompt, a round
// in which everybody is asked in turn, and a question with answers to choose from.
#pragma once

#include <cstdint>
#include <vector>

#include "base/ids.hpp"
#include "base/private_text.hpp"

namespace nightlight::domain {

struct hands_required_set {
  bool on = false;
  friend bool operator==(const hands_required_set&, const hands_required_set&) = default;
};
struct hand_raised {
  member_number member;
  bool raised = true;
  friend bool operator==(const hand_raised&, const hand_raised&) = default;
};
struct floor_given {
  member_number member;
  friend bool operator==(const floor_given&, const floor_given&) = default;
};

// No words: what was pinned is taken down.
struct prompt_pinned {
  private_text text;
  friend bool operator==(const prompt_pinned&, const prompt_pinned&) = default;
};

// `turn` is asked first, `next` after her, in this order. A question is optional.
struct round_began {
  private_text question;
  member_number turn;
  std::vector<member_number> next;
  friend bool operator==(const round_began&, const round_began&) = default;
};
// `lost`: whoever had the turn before did not have it to its end, and may still have one.
struct turn_given {
  member_number member;
  bool lost = false;
  friend bool operator==(const turn_given&, const turn_given&) = default;
};
struct round_ended {
  friend bool operator==(const round_ended&, const round_ended&) = default;
};

struct poll_began {
  private_text question;
  std::vector<private_text> answers;
  friend bool operator==(const poll_began&, const poll_began&) = default;
};
// Hers alone: it is in nobody else's stream but as a number of answers.
struct poll_answered {
  circle_number poll;  // of the event that asked it
  member_number member;
  std::uint32_t choice = 0;    // from 1; none: she took her answer back, or its key is gone
  std::uint32_t answered = 0;  // so many have one now
  friend bool operator==(const poll_answered&, const poll_answered&) = default;
};
// In the order of the answers. No counts: too few have answered to tell them.
struct poll_ended {
  std::vector<std::uint32_t> counts;
  friend bool operator==(const poll_ended&, const poll_ended&) = default;
};

}  // namespace nightlight::domain
