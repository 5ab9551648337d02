// What happened in a room, in the past tense. Events carry decisions, never inputs to be decided again, and every
// event that was ever written can be applied for ever.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/private_text.hpp"
#include "domain/room/alert.hpp"
#include "domain/room/controls.hpp"
#include "domain/room/event_beside.hpp"
#include "domain/room/event_circle.hpp"
#include "domain/room/hold.hpp"
#include "domain/room/kind_of.hpp"
#include "domain/room/reaction.hpp"
#include "domain/room/role.hpp"
#include "domain/room/word_class.hpp"

namespace nightlight::domain {

enum class pause_cause : std::uint8_t { staff_decision = 1, staff_absent = 2 };

// What outlives the meeting it happened in. Reasons do not: words go with their meeting.
struct carried_person {
  person_id person;
  instant muted_until;    // the epoch: not muted
  instant removed_until;  // the epoch: not removed
  std::uint32_t warnings = 0;
  bool banned = false;  // while removed
  position banned_at{};
  friend bool operator==(const carried_person&, const carried_person&) = default;
};

struct room_opened {
  meeting_id meeting;
  std::uint32_t retention_hours = 24;
  seconds slow_mode{0};
  std::uint32_t speaking_capacity = 0;
  std::vector<carried_person> carried{};
  instant starts_at{};  // the epoch: nothing is planned
  instant ends_at{};
  std::chrono::minutes late_entry{0};
  bool second = false;  // beside another room, and named after it
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
  private_text marks{};
  waiting_number waited{};  // who she was in the lobby; none: she did not wait
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

// `hold`: the held message this was; none: it never waited.
struct message_said {
  member_number author;
  written what;
  hold_number hold{};
  friend bool operator==(const message_said&, const message_said&) = default;
};
struct reaction_changed {
  circle_number number;
  member_number member;
  domain::reaction reaction{};
  bool withdrawn = false;
  friend bool operator==(const reaction_changed&, const reaction_changed&) = default;
};

// The words of a retracted message, kept apart from it for staff and for a shorter time.
struct set_aside_words {
  circle_number number;
  private_text text;
  friend bool operator==(const set_aside_words&, const set_aside_words&) = default;
};
// `kept` is empty when she took back her own.
struct messages_retracted {
  std::vector<circle_number> numbers;
  private_text reason;
  std::vector<set_aside_words> kept{};
  friend bool operator==(const messages_retracted&, const messages_retracted&) = default;
};
struct message_hidden {
  circle_number number;
  friend bool operator==(const message_hidden&, const message_hidden&) = default;
};
struct message_shown {
  circle_number number;
  written what;
  friend bool operator==(const message_shown&, const message_shown&) = default;
};

struct message_held {
  hold_number hold;
  member_number author;
  written what;
  hold_cause cause{};
  std::string rule;
  friend bool operator==(const message_held&, const message_held&) = default;
};
struct held_edited {
  hold_number hold;
  private_text text;
  friend bool operator==(const held_edited&, const held_edited&) = default;
};
struct declined_hold {
  hold_number hold;
  member_number author;
  friend bool operator==(const declined_hold&, const declined_hold&) = default;
};
struct held_declined {
  std::vector<declined_hold> holds;
  private_text reason;
  friend bool operator==(const held_declined&, const held_declined&) = default;
};
struct rephrase_asked {
  hold_number hold;
  private_text reason;
  friend bool operator==(const rephrase_asked&, const rephrase_asked&) = default;
};

// `until` at the epoch means: until the meeting ends.
struct member_warned {
  member_number member;
  private_text reason;
  std::uint32_t warnings = 0;  // with this one, earlier evenings counted
  friend bool operator==(const member_warned&, const member_warned&) = default;
};
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
// With `may_return` she is asked to go and nothing keeps her from coming back.
struct member_removed {
  member_number member;
  instant until;
  private_text reason;
  bool may_return = false;
  friend bool operator==(const member_removed&, const member_removed&) = default;
};
struct member_banned {
  member_number member;
  instant until;
  private_text reason;
  friend bool operator==(const member_banned&, const member_banned&) = default;
};
struct member_readmitted {
  member_number member;
  friend bool operator==(const member_readmitted&, const member_readmitted&) = default;
};

// From the list of bans, whichever meeting it was made in: by somebody who need not be here.
struct ban_lifted {
  position ban;          // where this room's log says so
  member_number member;  // whose it was; none: she has not come to this meeting
  person_id by;
  domain::role role = domain::role::moderator;
  friend bool operator==(const ban_lifted&, const ban_lifted&) = default;
};

// Whoever just came in is warned or muted since an earlier meeting.
struct sanctions_carried {
  member_number member;
  instant muted_until;  // the epoch: not muted
  std::uint32_t warnings = 0;
  friend bool operator==(const sanctions_carried&, const sanctions_carried&) = default;
};

struct slow_mode_set {
  seconds interval{0};
  friend bool operator==(const slow_mode_set&, const slow_mode_set&) = default;
};
struct door_changed {
  bool locked = false;
  friend bool operator==(const door_changed&, const door_changed&) = default;
};
struct controls_changed {
  room_controls controls;
  friend bool operator==(const controls_changed&, const controls_changed&) = default;
};
struct side_opened {
  member_number member;
  member_number staff;
  friend bool operator==(const side_opened&, const side_opened&) = default;
};
struct side_ended {
  member_number member;
  member_number staff;
  friend bool operator==(const side_ended&, const side_ended&) = default;
};
struct side_said {
  member_number member;
  member_number author;
  private_text text;
  friend bool operator==(const side_said&, const side_said&) = default;
};
struct backstage_said {
  member_number author;
  private_text text;
  friend bool operator==(const backstage_said&, const backstage_said&) = default;
};
// No words: the note was taken away.
struct person_noted {
  member_number member;
  private_text text;
  instant until;
  friend bool operator==(const person_noted&, const person_noted&) = default;
};
struct checked_out {
  member_number member;
  domain::leaving leaving{};
  private_text text;
  bool first_time = false;
  friend bool operator==(const checked_out&, const checked_out&) = default;
};
struct handed_over {
  member_number from;
  private_text text;
  friend bool operator==(const handed_over&, const handed_over&) = default;
};
struct taken_over {
  member_number by;
  friend bool operator==(const taken_over&, const taken_over&) = default;
};
struct glass_broken {
  member_number admin;
  private_text reason;
  instant until;
  friend bool operator==(const glass_broken&, const glass_broken&) = default;
};

struct alert_raised {
  alert_number alert;
  alert_cause cause;
  friend bool operator==(const alert_raised&, const alert_raised&) = default;
};
// No owner: it was handed to whoever takes it. An owner who is not the actor was handed it and has not accepted yet.
struct alert_claimed {
  alert_number alert;
  member_number owner;
  friend bool operator==(const alert_claimed&, const alert_claimed&) = default;
};
struct alert_closed {
  alert_number alert;
  alert_outcome outcome{};
  private_text note;
  friend bool operator==(const alert_closed&, const alert_closed&) = default;
};

// Nobody has taken it in time: whoever stands on this rung is called too.
struct alert_climbed {
  alert_number alert;
  alert_rung rung{};
  friend bool operator==(const alert_climbed&, const alert_climbed&) = default;
};

// The planned beginning has come.
struct circle_began {
  friend bool operator==(const circle_began&, const circle_began&) = default;
};
// So long before the end; zero: it has come, and the room stays open until it closes.
struct ending_soon {
  std::chrono::minutes before{0};
  instant ends_at;
  instant closes_at;
  friend bool operator==(const ending_soon&, const ending_soon&) = default;
};
struct meeting_extended {
  instant ends_at;
  std::chrono::minutes by{0};
  friend bool operator==(const meeting_extended&, const meeting_extended&) = default;
};

// In the lobby. Whoever is let in joins (`member_joined::waited`); a wait that ends is over without that.
struct wait_began {
  waiting_number waiting;
  person_id person;
  private_text name;
  bool listening = false;
  private_text marks{};
  friend bool operator==(const wait_began&, const wait_began&) = default;
};
struct wait_renamed {
  waiting_number waiting;
  private_text name;
  friend bool operator==(const wait_renamed&, const wait_renamed&) = default;
};
struct wait_ended {
  waiting_number waiting;
  friend bool operator==(const wait_ended&, const wait_ended&) = default;
};

// Nothing of this class that was typed in that meeting can be read any more. It may come after the next meeting has
// begun.
struct words_purged {
  meeting_id meeting;
  circle_number through;  // none: an earlier meeting's, none of which is in this one's numbers
  word_class words = word_class::everything;
  friend bool operator==(const words_purged&, const words_purged&) = default;
};

using event_kinds =
    std::variant<room_opened, room_paused, room_resumed, room_closed, member_joined, member_left, listening_changed,
                 message_said, reaction_changed, messages_retracted, message_hidden, message_shown, message_held,
                 held_edited, held_declined, rephrase_asked, member_warned, member_muted, member_unmuted,
                 member_removed, member_banned, member_readmitted, slow_mode_set, door_changed, controls_changed,
                 hands_required_set, hand_raised, floor_given, side_opened, side_ended, side_said, backstage_said,
                 person_noted, handed_over, taken_over, glass_broken, alert_raised, alert_claimed, alert_closed,
                 alert_climbed, circle_began, ending_soon, meeting_extended, wait_began, wait_renamed, wait_ended,
                 checked_out, words_purged, ban_lifted, sanctions_carried, prompt_pinned, round_began, turn_given,
                 round_ended, poll_began, poll_answered, poll_ended, filling_up, second_opened, second_closed,
                 asked_over, over_answered, called_back, seat_kept, standing_noted>;

// One of them. It is copied, moved and compared in event.cpp alone: with this many kinds, to compile that was half of
// what every file cost that handles an event.
class event_body : public event_kinds {
 public:
  event_body();
  template <kind_of<event_kinds> Kind>
  event_body(Kind kind) : event_kinds(std::in_place_type<Kind>, std::move(kind)) {}
  event_body(const event_body&);
  event_body(event_body&&) noexcept;
  event_body& operator=(const event_body&);
  event_body& operator=(event_body&&) noexcept;
  ~event_body();
  friend bool operator==(const event_body&, const event_body&);
};

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
