// Messages that a person reads before the circle does. The numbers are in the log: never reuse one.
#pragma once

#include <cstdint>
#include <string>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/private_text.hpp"

namespace nightlight::domain {

enum class hold_mode : std::uint8_t { off = 0, newcomers = 1, flagged = 2, everything = 3 };

// `behind`: an earlier one of hers is still being read, and hers keep their order.
enum class hold_cause : std::uint8_t { everything = 1, newcomer = 2, flagged = 3, lockdown = 4, behind = 5 };

// What was written, wherever it waits or stands.
struct written {
  private_text text;
  circle_number reply_to{};
  private_text content_note{};
  friend bool operator==(const written&, const written&) = default;
};

struct held_message {
  hold_number number;
  member_number author;
  instant at;
  written what;
  hold_cause cause{};
  std::string rule;
  bool rephrase_asked = false;
  bool overdue = false;
  private_text rephrase_reason{};  // what she was asked with
  friend bool operator==(const held_message&, const held_message&) = default;
};

}  // namespace nightlight::domain
