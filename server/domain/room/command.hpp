// What someone asks of a room, in the imperative. A command is a wish: decide() turns it into events or a refusal.
// Commands without a person's wish behind them (the system's) are at the end.
#pragma once

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
#include "domain/room/hold.hpp"
#include "domain/room/kind_of.hpp"
#include "domain/room/reaction.hpp"
#include "domain/room/role.hpp"
#include "domain/room/word_class.hpp"

namespace nightlight::domain {

// Coming and going.
struct join {
  bool listening = false;
};
struct leave {};
struct set_listening {
  bool listening = false;
};

// Speaking.
struct say {
  written what;
};
struct react {
  circle_number number;
  domain::reaction reaction{};
  bool withdraw = false;
};
struct retract_own {
  circle_number number;
};
struct edit_held {
  hold_number hold;
  private_text text;
};
struct raise_hand {
  bool raised = true;
};

// Hers while she waits in the lobby.
struct change_name {
  private_text name;
};

// To the team alone.
struct tell_staff {
  domain::feeling feeling{};
};
struct report {
  member_number member;
  circle_number number;
  bool worried = false;
  private_text text;
};
struct appeal {
  private_text text;
};
struct check_out {
  domain::leaving leaving{};
  private_text text;
  bool first_time = false;  // she had not been here before
};

// In a side room; a member's own needs no number.
struct say_side {
  member_number member;
  private_text text;
};
struct leave_side {};

// Sanctions. A length of zero means the rest of this meeting.
struct warn_member {
  member_number member;
  private_text reason;
};
struct mute_member {
  member_number member;
  seconds length{0};
  private_text reason;
};
struct unmute_member {
  member_number member;
};
struct remove_member {
  member_number member;
  seconds length{0};
  private_text reason;
  bool may_return = false;
};
struct ban_member {
  member_number member;
  seconds length{0};
  private_text reason;
};
struct readmit_member {
  member_number member;
};

// Messages.
struct retract_message {
  circle_number number;
  private_text reason;
};
struct retract_all_of {
  member_number member;
  private_text reason;
};
struct retract_range {
  circle_number first;
  circle_number last;
  private_text reason;
};
struct hide_message {
  circle_number number;
};
struct show_message {
  circle_number number;
};
struct release_held {
  std::vector<hold_number> holds;
};
struct decline_held {
  std::vector<hold_number> holds;
  private_text reason;
};
struct ask_rephrase {
  hold_number hold;
  private_text reason;
};

// The room's controls.
struct set_slow_mode {
  seconds interval{0};
};
struct set_door {
  bool locked = false;
};
struct set_hold {
  hold_mode mode = hold_mode::off;
  std::uint32_t first = 0;
};
struct set_listening_default {
  bool on = false;
};
struct set_hands_required {
  bool on = false;
};
struct give_floor {
  member_number member;  // none: takes it back
};
// Without words: takes down what is pinned.
struct pin_prompt {
  private_text text;
};
struct start_round {
  private_text question;
};
// Whose turn it was when she asked; another has it by now: nothing changes.
struct pass_turn {
  member_number member;
};
struct end_round {};
struct start_poll {
  private_text question;
  std::vector<private_text> answers;
};
// Which poll it was when she chose.
struct answer_poll {
  circle_number poll;
  std::uint32_t choice = 0;  // from 1; none: she takes her answer back
};
struct end_poll {
  circle_number poll;
};
struct set_invitations {
  bool closed = false;
};
struct set_lockdown {
  bool on = false;
};
struct set_lobby {
  bool on = false;
};
struct admit_waiting {
  waiting_number waiting;
};
struct admit_all {};

// The second room beside this one.
struct open_second {};
// Into it, for a while: each of them answers for herself.
struct ask_over {
  std::vector<member_number> members;
};
struct answer_over {
  bool going = false;
};
// Everybody who was asked over, from either room.
struct call_back {};

// The team's own.
struct open_side {
  member_number member;
};
struct close_side {
  member_number member;
};
struct say_backstage {
  private_text text;
};
struct note_person {
  member_number member;
  private_text text;
};
struct ask_cover {};
struct hand_over {
  private_text text;
};
struct take_over {};
struct claim_alert {
  alert_number alert;
};
struct hand_alert {
  alert_number alert;
  member_number to;  // none: whoever takes it
};
struct close_alert {
  alert_number alert;
  alert_outcome outcome{};
  private_text note;
};
struct break_glass {
  private_text reason;
  std::chrono::minutes length{0};
};

// The meeting. The shell makes the random meeting id and brings the room's own settings.
struct open_room {
  meeting_id meeting;
  std::uint32_t retention_hours = 24;
  seconds slow_mode{0};
  std::uint32_t speaking_capacity = 0;
  instant starts_at{};  // the epoch: nothing is planned
  instant ends_at{};
  std::chrono::minutes late_entry{0};
  bool second = false;
  room_controls controls{};  // it begins with
};
struct extend_meeting {
  std::chrono::minutes length{0};
};
struct pause_room {};
struct resume_room {};
struct close_room {};

// The system's own.
struct note_staff_absent {};
struct note_staff_returned {};
struct note_words_purged {
  meeting_id meeting;
  word_class words = word_class::everything;
};
// Staff lift a ban from the list of them: the shell has asked whether they may.
struct note_ban_lifted {
  position ban;
  person_id by;
  domain::role role = domain::role::moderator;
};
// Looks at everything in the room that has waited for its time.
struct note_time {};
// Somebody who is kept out wrote to the team. `marks` (marks.hpp) tell whether she was in this meeting.
struct note_appeal {
  private_text text;
  private_text marks;
};

// From the room beside this one.
struct note_seat_kept {
  person_id person;
  bool visiting = false;
};
struct note_standings {
  std::vector<standing_beside> people;
  private_text reason{};   // of what was just decided about the one of them
  bool adds_only = false;  // nothing that stands here is lifted by it
};
enum class news_beside : std::uint8_t { first_closed, second_closed, called_back };
struct note_news_beside {
  news_beside what{};
};
// The first room tells everybody of its end, which is the second one's too.
struct note_end_beside {
  std::chrono::minutes before{0};
  instant ends_at;
  instant closes_at;
};

using command_kinds =
    std::variant<join, leave, set_listening, say, react, retract_own, edit_held, raise_hand, change_name, tell_staff,
                 report, appeal, check_out, say_side, leave_side, warn_member, mute_member, unmute_member,
                 remove_member, ban_member, readmit_member, retract_message, retract_all_of, retract_range,
                 hide_message, show_message, release_held, decline_held, ask_rephrase, set_slow_mode, set_door,
                 set_hold, set_listening_default, set_hands_required, give_floor, set_invitations, set_lockdown,
                 set_lobby, admit_waiting, admit_all, open_side, close_side, say_backstage, note_person, ask_cover,
                 hand_over, take_over, claim_alert, hand_alert, close_alert, break_glass, open_room, extend_meeting,
                 pause_room, resume_room, close_room, note_staff_absent, note_staff_returned, note_words_purged,
                 note_time, note_appeal, note_ban_lifted, pin_prompt, start_round, pass_turn, end_round, start_poll,
                 answer_poll, end_poll, open_second, ask_over, answer_over, call_back, note_seat_kept, note_standings,
                 note_news_beside, note_end_beside>;

// One of them, copied and moved in command.cpp alone (see event_body).
class command : public command_kinds {
 public:
  command();
  template <kind_of<command_kinds> Kind>
  command(Kind kind) : command_kinds(std::in_place_type<Kind>, std::move(kind)) {}
  command(const command&);
  command(command&&) noexcept;
  command& operator=(const command&);
  command& operator=(command&&) noexcept;
  ~command();
};

// Who asks. The system has no person. `marks` is what a ban would be known by (marks.hpp).
struct actor {
  person_id person;
  domain::role role = domain::role::member;
  private_text name;
  private_text marks{};
};

// A command as it reaches the room. `words` compares a repeat with the first: an HMAC made by the shell under the
// author's message key, empty when the command carries no id.
struct submission {
  actor by;
  command_id id;
  std::string words;
  command what;
};

}  // namespace nightlight::domain
