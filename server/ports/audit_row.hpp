// What the audit log holds: who of the staff did what, when and where, for people who must be able to account for it
// later. Pseudonymous: numbers and ids, never a word that was typed, a name, a reason, a token or an address. Making
// and checking the chain is audit/'s.
#pragma once

#include <cstdint>
#include <string>

#include "base/ids.hpp"
#include "base/instant.hpp"

namespace nightlight {

struct audit_entry {
  instant time;
  room_id room;            // empty for what was done outside rooms
  meeting_id meeting;      // empty outside rooms
  position at;             // of the event in the room's log; zero outside rooms
  std::string actor;       // a person's id in hex, "system", or "operator": whoever ran a command on the machine
  std::uint32_t role = 0;  // domain role; 0 for the system and the operator
  std::string action;      // in snake_case: the event's name, or what was done to an account
  member_number target;    // whom it was done to, within the meeting; zero for nobody
  std::string subject;     // the staff account or the incident it was done to, by id in hex; else empty
  std::uint32_t messages = 0;
  seconds length{0};  // zero: without an end, or no length at all
  friend bool operator==(const audit_entry&, const audit_entry&) = default;
};

struct audit_row {
  std::uint64_t sequence = 0;  // 1, 2, 3 … without gaps
  audit_entry entry;
  std::string link;       // binds it to every row before
  std::string signature;  // on checkpoints; else empty
  friend bool operator==(const audit_row&, const audit_row&) = default;
};

// A place in the audit log: a row and, through its link, everything before it.
struct audit_mark {
  std::uint64_t sequence = 0;
  std::string link;
  friend bool operator==(const audit_mark&, const audit_mark&) = default;
};

}  // namespace nightlight
