// What happened in a room, in the past tense. Events carry decisions, never inputs to be decided again, and every
// event that was ever written can be applied for ever.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/private_text.hpp"
#include "domain/room/reaction.hpp"
#include "domain/room/role.hpp"

namespace nightlight::domain {

enum class pause_cause : std::uint8_t { staff_decision = 1, staff_absent = 2 };

// A timed sanction that outlives the meeting it was given in. Its reason does not: words go with their meeting.
struct carried_sanction {
  person_id person;
  instant muted_until;    // the epoch: not muted
  instant removed_until;  // the epoch: not removed
  friend bool operator==(const carried_sanction&, const carried_sanction&) = default;
};

struct room_opened {
  meeting_id meeting;
  std::uint32_t retention_hours = 24;
  seconds slow_mode{0};
  std::uint32_t speaking_capacity = 0;
  std::vector<carried_sanction> carried{};
  friend bool operator==(const room_opened&, const room_opened&) = default;
};
struct room_paused {
  pause_cause cause{};
  friend bool operator==(const room_paused&, const room_paused&) = default;
};
struct room_resumed {
  friend bool operator==(const room_resumed&, const room_resumed&) = default;
};
struct room_closed {
  friend bool operator==(const room_closed&, const room_closed&) = default;
};

struct member_joined {
  member_number member;
  person_id person;
  private_text name;
  domain::role role = domain::role::member;
  bool listening = false;
  friend bool operator==(const member_joined&, const member_joined&) = default;
};
struct member_left {
  member_number member;
  friend bool operator==(const member_left&, const member_left&) = default;
};
struct listening_changed {
  member_number member;
  bool listening = false;
  friend bool operator==(const listening_changed&, const listening_changed&) = default;
};

struct message_said {
  member_number author;
  private_text text;
  circle_number reply_to;
  friend bool operator==(const message_said&, const message_said&) = default;
};
struct reaction_changed {
  circle_number number;
  member_number member;
  domain::reaction reaction{};
  bool withdrawn = false;
  friend bool operator==(const reaction_changed&, const reaction_changed&) = default;
};
struct messages_retracted {
  std::vector<circle_number> numbers;
  private_text reason;
  friend bool operator==(const messages_retracted&, const messages_retracted&) = default;
};

// `until` at the epoch means: until the meeting ends.
struct member_muted {
  member_number member;
  instant until;
  private_text reason;
  friend bool operator==(const member_muted&, const member_muted&) = default;
};
struct member_unmuted {
  member_number member;
  friend bool operator==(const member_unmuted&, const member_unmuted&) = default;
};
struct member_removed {
  member_number member;
  instant until;
  private_text reason;
  friend bool operator==(const member_removed&, const member_removed&) = default;
};
struct slow_mode_set {
  seconds interval{0};
  friend bool operator==(const slow_mode_set&, const slow_mode_set&) = default;
};
struct door_changed {
  bool locked = false;
  friend bool operator==(const door_changed&, const door_changed&) = default;
};

// Nothing that was typed in that meeting can be read any more. It may come after the next meeting has begun.
struct words_purged {
  meeting_id meeting;
  circle_number through;  // none: an earlier meeting's, none of which is in this one's numbers
  friend bool operator==(const words_purged&, const words_purged&) = default;
};

using event_body = std::variant<room_opened, room_paused, room_resumed, room_closed, member_joined, member_left,
                                listening_changed, message_said, reaction_changed, messages_retracted, member_muted,
                                member_unmuted, member_removed, slow_mode_set, door_changed, words_purged>;

// An event that was decided and has no place in the log yet.
struct event {
  member_number actor;  // none: the system
  command_id command;   // empty on events that only prepare the commanded one
  std::string words;    // submission::words
  event_body body;
  friend bool operator==(const event&, const event&) = default;
};

// An event at its place.
struct logged_event {
  position at;
  circle_number number;  // none: staff alone see it
  instant time;
  event what;
  friend bool operator==(const logged_event&, const logged_event&) = default;
};

}  // namespace nightlight::domain
