// What someone asks of a room, in the imperative. A command is a wish: decide() turns it into events or a refusal.
// Commands without a person's wish behind them (the system's) are at the end.
#pragma once

#include <string>
#include <variant>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/private_text.hpp"
#include "domain/room/reaction.hpp"
#include "domain/room/role.hpp"

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
  private_text text;
  circle_number reply_to;
};
struct react {
  circle_number number;
  domain::reaction reaction{};
  bool withdraw = false;
};
struct retract_own {
  circle_number number;
};

// Moderation. A length of zero means the rest of this meeting.
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
};
struct retract_message {
  circle_number number;
  private_text reason;
};
struct retract_all_of {
  member_number member;
  private_text reason;
};
struct set_slow_mode {
  seconds interval{0};
};
struct set_door {
  bool locked = false;
};

// The meeting. The shell makes the random meeting id and brings the room's own settings.
struct open_room {
  meeting_id meeting;
  std::uint32_t retention_hours = 24;
  seconds slow_mode{0};
  std::uint32_t speaking_capacity = 0;
};
struct pause_room {};
struct resume_room {};
struct close_room {};

// The system's own.
struct note_staff_absent {};
struct note_staff_returned {};
struct note_words_purged {
  meeting_id meeting;
};

using command =
    std::variant<join, leave, set_listening, say, react, retract_own, mute_member, unmute_member, remove_member,
                 retract_message, retract_all_of, set_slow_mode, set_door, open_room, pause_room, resume_room,
                 close_room, note_staff_absent, note_staff_returned, note_words_purged>;

// Who asks. The system has no person.
struct actor {
  person_id person;
  domain::role role = domain::role::member;
  private_text name;
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
