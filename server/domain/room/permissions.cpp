#include "domain/room/permissions.hpp"

#include <array>

namespace nightlight::domain {
namespace {

struct row {
  bool member, facilitator, moderator, on_call, admin;
  friend bool operator==(const row&, const row&) = default;
};

constexpr row everyone{true, true, true, true, true};
constexpr row members{true, false, false, false, false};
constexpr row staff{false, true, true, true, true};
constexpr row room_keepers{false, true, true, false, true};
constexpr row admins{false, false, false, false, true};
constexpr row system{false, false, false, false, false};  // nobody, so nothing else has this row

// In the order of `command`'s alternatives.
constexpr std::array<row, std::variant_size_v<command_kinds>> table{
    everyone,      // join
    everyone,      // leave
    everyone,      // set_listening
    everyone,      // say
    everyone,      // react
    everyone,      // retract_own
    members,       // edit_held
    members,       // raise_hand
    members,       // change_name
    members,       // tell_staff
    members,       // report
    members,       // appeal
    members,       // check_out
    everyone,      // say_side
    everyone,      // leave_side
    staff,         // warn_member
    staff,         // mute_member
    staff,         // unmute_member
    staff,         // remove_member
    room_keepers,  // ban_member
    staff,         // readmit_member
    staff,         // retract_message
    staff,         // retract_all_of
    staff,         // retract_range
    staff,         // hide_message
    staff,         // show_message
    staff,         // release_held
    staff,         // decline_held
    staff,         // ask_rephrase
    staff,         // set_slow_mode
    staff,         // set_door
    staff,         // set_hold
    staff,         // set_listening_default
    staff,         // set_hands_required
    everyone,      // give_floor
    staff,         // set_invitations
    staff,         // set_lockdown
    staff,         // set_lobby
    staff,         // admit_waiting
    staff,         // admit_all
    staff,         // open_side
    staff,         // close_side
    staff,         // say_backstage
    staff,         // note_person
    staff,         // ask_cover
    staff,         // hand_over
    staff,         // take_over
    staff,         // claim_alert
    staff,         // hand_alert
    staff,         // close_alert
    admins,        // break_glass
    room_keepers,  // open_room
    room_keepers,  // extend_meeting
    staff,         // pause_room
    staff,         // resume_room
    room_keepers,  // close_room
    system,        // note_staff_absent
    system,        // note_staff_returned
    system,        // note_words_purged
    system,        // note_time
    system,        // note_appeal
    system,        // note_ban_lifted
    staff,         // pin_prompt
    staff,         // start_round
    everyone,      // pass_turn
    staff,         // end_round
    staff,         // start_poll
    members,       // answer_poll
    staff,         // end_poll
    room_keepers,  // open_second
    staff,         // ask_over
    members,       // answer_over
    staff,         // call_back
    system,        // note_seat_kept
    system,        // note_standings
    system,        // note_news_beside
    system,        // note_end_beside
};

}  // namespace

bool may(role who, const command& what) {
  const row& allowed = table[what.index()];
  switch (who) {
    case role::member: return allowed.member;
    case role::facilitator: return allowed.facilitator;
    case role::moderator: return allowed.moderator;
    case role::on_call: return allowed.on_call;
    case role::admin: return allowed.admin;
  }
  return false;
}

bool system_may(const command& what) { return table[what.index()] == system; }

}  // namespace nightlight::domain
