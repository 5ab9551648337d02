// A room as its log says it is: what apply() folds and decide() reads. It covers the newest meeting; opening a room
// begins an empty one. Nothing here depends on who is connected, on the clock or on the configuration.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/private_text.hpp"
#include "domain/room/event.hpp"
#include "domain/room/reaction.hpp"
#include "domain/room/role.hpp"

namespace nightlight::domain {

enum class phase : std::uint8_t { scheduled = 1, open = 2, paused = 3, closed = 4 };

struct sanction {
  instant until;  // the epoch: until the meeting ends
  private_text reason;
  member_number by;

  bool in_force(instant now) const { return until == instant{} || now < until; }
  friend bool operator==(const sanction&, const sanction&) = default;
};

struct member {
  member_number number;
  person_id person;
  private_text name;
  std::string skeleton;  // what the name looks like; two people in a room never look the same
  domain::role role = domain::role::member;
  bool listening = false;
  bool present = false;
  instant last_said_at;
  std::optional<sanction> mute;
  std::optional<sanction> removal;
  friend bool operator==(const member&, const member&) = default;
};

struct reaction_count {
  domain::reaction reaction{};
  std::vector<member_number> members;
  friend bool operator==(const reaction_count&, const reaction_count&) = default;
};

struct message {
  circle_number number;
  member_number author;
  instant said_at;
  private_text text;  // empty once retracted
  circle_number reply_to;
  bool retracted = false;
  private_text retraction_reason;
  std::vector<reaction_count> reactions;
  friend bool operator==(const message&, const message&) = default;
};

// What a command's first sending was answered with, for as long as the meeting's words are kept.
struct answer {
  position at;
  circle_number number;
  instant time;
  std::string words;
  friend bool operator==(const answer&, const answer&) = default;
};

struct answer_key {
  member_number actor;
  command_id command;
  friend bool operator==(const answer_key&, const answer_key&) = default;
};

struct answer_key_hash {
  std::size_t operator()(const answer_key& key) const noexcept {
    return std::hash<command_id>{}(key.command) * 31 + key.actor.value;
  }
};

struct room_state {
  position head;              // newest position in the log
  circle_number circle_head;  // newest circle number
  instant newest_time;

  meeting_id meeting;
  domain::phase phase = domain::phase::scheduled;
  pause_cause paused_by{};
  instant opened_at;
  std::uint32_t retention_hours = 24;
  seconds slow_mode{0};
  std::uint32_t speaking_capacity = 0;
  bool door_locked = false;
  bool purged = false;

  std::vector<member> members;            // member n is at n - 1
  std::vector<message> messages;          // ascending circle numbers
  std::vector<carried_sanction> carried;  // of people who have not come to this meeting yet
  std::unordered_map<person_id, member_number> by_person;
  std::unordered_map<answer_key, answer, answer_key_hash> answers;

  const member* find(member_number n) const;
  const member* find(const person_id& person) const;
  const message* find(circle_number n) const;
  friend bool operator==(const room_state&, const room_state&) = default;
};

}  // namespace nightlight::domain
