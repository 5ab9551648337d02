// A room as its log says it is: what apply() folds and decide() reads. It covers the newest meeting; opening a room
// begins an empty one. Nothing here depends on who is connected, on the clock or on the configuration.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/private_text.hpp"
#include "domain/room/alert.hpp"
#include "domain/room/check_in_round.hpp"
#include "domain/room/controls.hpp"
#include "domain/room/event.hpp"
#include "domain/room/hold.hpp"
#include "domain/room/meeting_plan.hpp"
#include "domain/room/open_poll.hpp"
#include "domain/room/reaction.hpp"
#include "domain/room/role.hpp"
#include "domain/room/rooms_beside.hpp"
#include "domain/room/waiting_person.hpp"

namespace nightlight::domain {

enum class phase : std::uint8_t { scheduled = 1, open = 2, paused = 3, closed = 4 };

struct sanction {
  instant until;  // the epoch: until the meeting ends
  private_text reason;
  member_number by;
  position at{};  // of the event that says so

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
  circle_number hand;   // none: it is down; else where it was raised: who asked first is first
  bool banned = false;  // while `removal` is in force
  instant joined_at;    // the first time in this meeting, the lobby counted
  instant last_said_at;
  std::uint32_t said = 0;      // messages that the circle saw
  std::uint32_t warnings = 0;  // earlier meetings' too
  member_number warned_by;     // the newest of this meeting
  private_text marks;
  private_text came_as;  // the name of her session, when she chose another in the lobby
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
  written what;  // no words once retracted
  bool hidden = false;
  bool retracted = false;
  private_text retraction_reason;
  private_text set_aside;  // what staff may still read of a message they retracted
  std::vector<reaction_count> reactions;
  friend bool operator==(const message&, const message&) = default;
};

// What a command's first sending was answered with, for as long as the meeting's words are kept.
struct answer {
  position at;
  circle_number number;
  instant time;
  std::string words;
  hold_number hold{};  // the words wait
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

// A private conversation of one member with one of the team.
struct side_room {
  struct line {
    member_number author;
    private_text text;
    instant at;
    friend bool operator==(const line&, const line&) = default;
  };
  member_number member;
  member_number staff;
  std::vector<line> lines;
  friend bool operator==(const side_room&, const side_room&) = default;
};

struct backstage_line {
  member_number author;
  private_text text;
  instant at;
  friend bool operator==(const backstage_line&, const backstage_line&) = default;
};

struct person_note {
  member_number member;
  private_text text;
  member_number by;
  instant until;
  friend bool operator==(const person_note&, const person_note&) = default;
};

struct check_out_line {
  member_number member;
  domain::leaving leaving{};
  private_text text;
  bool first_time = false;  // she had not been here before, as she says
  friend bool operator==(const check_out_line&, const check_out_line&) = default;
};

struct hand_over_packet {
  member_number from;
  private_text text;
  member_number taken_by;  // none: nobody has signed for it yet
  friend bool operator==(const hand_over_packet&, const hand_over_packet&) = default;
};

// A first or heavy message that nobody has answered, reacted to, or followed with a word of the team's.
struct open_share {
  circle_number number;
  member_number author;
  instant said_at;
  friend bool operator==(const open_share&, const open_share&) = default;
};

// An admin's leave to be here.
struct broken_glass {
  member_number admin;
  instant until;
  friend bool operator==(const broken_glass&, const broken_glass&) = default;
};

struct room_state {
  position head;              // newest position in the log
  circle_number circle_head;  // newest circle number
  instant newest_time;

  meeting_id meeting;
  domain::phase phase = domain::phase::scheduled;
  pause_cause paused_by{};
  instant opened_at;
  instant closed_at;  // no moment: it has not closed
  std::uint32_t retention_hours = 24;
  seconds slow_mode{0};
  std::uint32_t speaking_capacity = 0;
  meeting_plan plan;
  room_controls controls;
  member_number locked_down_by;  // while lock-down lasts
  instant locked_down_at;
  bool hands_required = false;
  member_number floor;  // who may speak while hands are required
  private_text prompt;  // pinned above the talk; none: nothing is
  std::optional<check_in_round> round;
  std::optional<open_poll> poll;
  rooms_beside beside;
  bool purged = false;  // its talk, and what was set aside of it
  bool set_aside_purged = false;
  bool reports_purged = false;

  std::vector<member> members;          // member n is at n - 1
  std::vector<message> messages;        // ascending circle numbers
  std::vector<carried_person> carried;  // of people who have not come to this meeting yet
  std::vector<waiting_person> waiting;  // in the lobby, who came first stands first
  waiting_number newest_waiting;
  std::map<std::pair<person_id, command_id>, answer> lobby_answers;  // what was asked there
  std::vector<held_message> held;                                    // oldest first
  hold_number newest_hold;
  std::vector<alert> alerts;       // ascending numbers; alert n is at n - 1 until the talk is purged
  std::vector<open_share> shares;  // oldest first
  std::vector<side_room> sides;
  std::vector<backstage_line> backstage;
  std::vector<person_note> notes;
  std::vector<check_out_line> check_outs;  // one of each who checked out
  std::optional<hand_over_packet> hand_over;
  std::optional<broken_glass> glass;
  std::unordered_map<person_id, member_number> by_person;
  std::unordered_map<answer_key, answer, answer_key_hash> answers;

  const member* find(member_number n) const;
  const member* find(const person_id& person) const;
  const message* find(circle_number n) const;
  const held_message* find(hold_number n) const;
  const alert* find(alert_number n) const;
  const side_room* side_of(member_number member) const;
  const waiting_person* find(waiting_number n) const;
  const waiting_person* waiting_of(const person_id& person) const;

  // As lock-down leaves them while it lasts.
  bool door_shut() const { return controls.door_locked || controls.lockdown; }
  // Whoever is new waits.
  bool has_lobby() const { return plan.gathering || controls.lobby; }
  bool takes_nobody_new() const { return controls.invitations_closed || controls.lockdown; }
  // Words of this class cannot be read any more.
  bool has_forgotten(word_class words) const;
  friend bool operator==(const room_state&, const room_state&) = default;
};

}  // namespace nightlight::domain
