// What a team writes down about an alert, so that it can say later what happened, when, who answered and what came of
// it; and the log of what it decided about reporting. Nothing here reports anything to anybody. Pure: what is allowed,
// what is wrong with what was typed, and how long it is kept. Nobody in the circle is named, only numbered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/private_text.hpp"
#include "domain/calendar/problem.hpp"
#include "domain/room/alert.hpp"
#include "domain/room/role.hpp"

namespace nightlight::domain {

// Both from the moment of the alert, so that writing late, or twice, keeps nothing for longer.
inline constexpr std::chrono::hours excerpt_kept{30 * 24};
inline constexpr std::chrono::hours incident_kept{90 * 24};

inline constexpr std::size_t log_entries_max = 100;

// An alert as its room tells it to whoever writes it down.
struct noted_alert {
  alert what;
  person_id owner;  // the account of whoever has it; empty: nobody
  meeting_id meeting;
};

// Copied from the room, never typed.
struct incident_facts {
  std::string title;  // the room's
  alert_kind kind{};
  alert_level level = alert_level::none;
  std::string category;
  std::string rule;
  domain::feeling feeling = domain::feeling::none;
  member_number about;
  instant raised_at;
  instant taken_at;  // no moment: nobody has taken it
  person_id taken_by;
  alert_rung climbed_to = alert_rung::facilitator;
  bool closed = false;
  alert_outcome outcome = alert_outcome::none;
  friend bool operator==(const incident_facts&, const incident_facts&) = default;
};

incident_facts facts_of(const noted_alert& noted, std::string title);

struct incident {
  incident_facts facts;
  person_id written_by;
  instant written_at;
  private_text note;
  friend bool operator==(const incident&, const incident&) = default;
};

// The numbers are kept: never reuse one.
enum class report_decision : std::uint8_t { to_be_decided = 1, consulted = 2, not_reportable = 3, reported = 4 };

struct logged_decision {
  report_decision what{};
  person_id by;
  instant at;
  private_text ground;
  private_text reference;  // what an agency gave
  friend bool operator==(const logged_decision&, const logged_decision&) = default;
};

// Somebody else has read a decision and stands by it.
struct countersignature {
  std::uint32_t decision = 0;  // the number of its entry: 1, 2, 3 …
  person_id by;
  instant at;
  friend bool operator==(const countersignature&, const countersignature&) = default;
};

using log_entry = std::variant<logged_decision, countersignature>;
using decision_log = std::vector<log_entry>;  // in the order of their numbers

const countersignature* signature_of(const decision_log& log, std::uint32_t decision);
// Until the newest decision says that a report was made, or that none has to be.
bool is_open(const decision_log& log);

enum class incident_no : std::uint8_t {
  alert_open,  // nobody has taken it yet
  not_yours,   // somebody else has it
  decision_unknown,
  own_decision,
  signed_already,
  log_full,
};

// Whoever leads reads and writes about all of them; the others of the team about what they had, and what they wrote.
bool handles_all_incidents(role r);
bool may_read(role r, const person_id& who, const person_id& written_by);
std::optional<incident_no> why_not_write(role r, const person_id& who, const noted_alert& noted);
std::optional<incident_no> why_not_add(const decision_log& log);
std::optional<incident_no> why_not_sign(const decision_log& log, std::uint32_t decision, const person_id& who);

// Fields as the API names them.
calendar::problems wrong_in_writing(const private_text& note, const private_text& excerpt);
calendar::problems wrong_in_deciding(report_decision what, const private_text& ground, const private_text& reference);

}  // namespace nightlight::domain
