// What staff must look at, as the room keeps it. The numbers of every enum are in the log: never reuse one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/private_text.hpp"

namespace nightlight::domain {

enum class alert_kind : std::uint8_t {
  report = 1,      // a member reports conduct
  worry = 2,       // a member is worried about someone
  phrase = 3,      // words that the lexicon listens for
  feeling = 4,     // someone tells the team how she is
  appeal = 5,      // against a sanction: another moderator than the one who gave it takes it
  held = 6,        // a held message waited too long
  conduct = 7,     // a conduct rule that tells staff
  join_burst = 8,  // many came in at once: lock-down is proposed
  strikes = 9,     // a third warning: a longer mute is proposed
  cover = 10,      // someone on the team needs cover
  unanswered = 11  // a first or heavy message without any answer
};

// Raised by someone, and not by the room itself.
bool is_a_persons(alert_kind kind);

enum class alert_level : std::uint8_t { none = 0, soft = 1, amber = 2, red = 3 };

// How far it has climbed while nobody had taken it (ladder.hpp).
enum class alert_rung : std::uint8_t { facilitator = 1, co_facilitator = 2, on_call = 3, admin = 4 };

enum class feeling : std::uint8_t { none = 0, ok = 1, not_ok = 2, please_write = 3 };

// How an evening leaves somebody.
enum class leaving : std::uint8_t { lighter = 1, same = 2, heavier = 3 };

enum class alert_outcome : std::uint8_t {
  none = 0,
  talked = 1,
  escalated = 2,
  no_action = 3,
  sanction = 4,
  follow_up = 5
};

// Words of a message, in UTF-16 code units.
struct text_span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const text_span&, const text_span&) = default;
};

// What made the room raise it. Everything but `words` is decided by rules, never typed.
struct alert_cause {
  alert_kind kind{};
  alert_level level = alert_level::none;
  member_number about;   // none: nobody in particular
  circle_number number;  // the message it is about
  hold_number hold;      // or the one that waits
  private_text words;    // what the reporter wrote, or what the room refused to say
  std::string rule;      // of a phrase or conduct alert
  std::string category;
  std::string lexicon;  // its version, for a phrase alert
  std::vector<text_span> spans;
  domain::feeling feeling = domain::feeling::none;
  friend bool operator==(const alert_cause&, const alert_cause&) = default;
};

// One on the team's list.
struct alert {
  alert_number number;
  alert_cause cause;
  member_number by;  // none: the room itself
  instant raised_at;
  member_number owner;    // none: nobody has taken it
  bool accepted = false;  // by the owner herself: she took it, or took what was handed to her
  instant waits_since;    // when it was raised, or last handed on
  alert_rung rung = alert_rung::facilitator;
  instant climbed_at;                               // to this rung; no moment: it has not climbed
  alert_rung climbed_to = alert_rung::facilitator;  // the highest it ever reached
  instant taken_at;                                 // first by anyone, or closed; no moment: nobody has
  bool closed = false;
  alert_outcome outcome = alert_outcome::none;
  private_text note;
  friend bool operator==(const alert&, const alert&) = default;
};

}  // namespace nightlight::domain
