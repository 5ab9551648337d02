// The table of who may ask for what, said a second time, row by row.
#include "domain/room/permissions.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace nightlight::domain {
namespace {

struct row {
  command what;
  std::string_view allowed;  // the letters of: member facilitator moderator on-call admin system
};

const std::vector<row>& rows() {
  static const std::vector<row> all{
      {join{}, "mfdoa"},
      {leave{}, "mfdoa"},
      {set_listening{}, "mfdoa"},
      {say{}, "mfdoa"},
      {react{}, "mfdoa"},
      {retract_own{}, "mfdoa"},
      {edit_held{}, "m"},
      {raise_hand{}, "m"},
      {change_name{}, "m"},
      {tell_staff{}, "m"},
      {report{}, "m"},
      {appeal{}, "m"},
      {check_out{}, "m"},
      {say_side{}, "mfdoa"},
      {leave_side{}, "mfdoa"},
      {warn_member{}, "fdoa"},
      {mute_member{}, "fdoa"},
      {unmute_member{}, "fdoa"},
      {remove_member{}, "fdoa"},
      {ban_member{}, "fda"},
      {readmit_member{}, "fdoa"},
      {retract_message{}, "fdoa"},
      {retract_all_of{}, "fdoa"},
      {retract_range{}, "fdoa"},
      {hide_message{}, "fdoa"},
      {show_message{}, "fdoa"},
      {release_held{}, "fdoa"},
      {decline_held{}, "fdoa"},
      {ask_rephrase{}, "fdoa"},
      {set_slow_mode{}, "fdoa"},
      {set_door{}, "fdoa"},
      {set_hold{}, "fdoa"},
      {set_listening_default{}, "fdoa"},
      {set_hands_required{}, "fdoa"},
      {give_floor{}, "mfdoa"},
      {set_invitations{}, "fdoa"},
      {set_lockdown{}, "fdoa"},
      {set_lobby{}, "fdoa"},
      {admit_waiting{}, "fdoa"},
      {admit_all{}, "fdoa"},
      {open_side{}, "fdoa"},
      {close_side{}, "fdoa"},
      {say_backstage{}, "fdoa"},
      {note_person{}, "fdoa"},
      {ask_cover{}, "fdoa"},
      {hand_over{}, "fdoa"},
      {take_over{}, "fdoa"},
      {claim_alert{}, "fdoa"},
      {hand_alert{}, "fdoa"},
      {close_alert{}, "fdoa"},
      {break_glass{}, "a"},
      {open_room{}, "fda"},
      {extend_meeting{}, "fda"},
      {pause_room{}, "fdoa"},
      {resume_room{}, "fdoa"},
      {close_room{}, "fda"},
      {note_staff_absent{}, "s"},
      {note_staff_returned{}, "s"},
      {note_words_purged{}, "s"},
      {note_time{}, "s"},
      {note_appeal{}, "s"},
      {note_ban_lifted{}, "s"},
      {pin_prompt{}, "fdoa"},
      {start_round{}, "fdoa"},
      {pass_turn{}, "mfdoa"},
      {end_round{}, "fdoa"},
      {start_poll{}, "fdoa"},
      {answer_poll{}, "m"},
      {end_poll{}, "fdoa"},
      {open_second{}, "fda"},
      {ask_over{}, "fdoa"},
      {answer_over{}, "m"},
      {call_back{}, "fdoa"},
      {note_seat_kept{}, "s"},
      {note_standings{}, "s"},
      {note_news_beside{}, "s"},
      {note_end_beside{}, "s"},
  };
  return all;
}

TEST(permissions, every_command_has_its_row_here) {
  ASSERT_EQ(rows().size(), std::variant_size_v<command_kinds>);
  for (std::size_t i = 0; i < rows().size(); ++i) EXPECT_EQ(rows()[i].what.index(), i);
}

TEST(permissions, the_table_says_what_was_agreed) {
  constexpr std::pair<char, role> letters[] = {
      {'m', role::member}, {'f', role::facilitator}, {'d', role::moderator}, {'o', role::on_call}, {'a', role::admin}};
  for (const row& r : rows()) {
    for (const auto& [letter, who] : letters) {
      EXPECT_EQ(may(who, r.what), r.allowed.find(letter) != std::string_view::npos)
          << "command " << r.what.index() << ", " << letter;
    }
    EXPECT_EQ(system_may(r.what), r.allowed.find('s') != std::string_view::npos) << "command " << r.what.index();
  }
}

TEST(permissions, a_role_that_does_not_exist_may_do_nothing) {
  for (const row& r : rows()) {
    EXPECT_FALSE(may(static_cast<role>(0), r.what));
    EXPECT_FALSE(may(static_cast<role>(200), r.what));
  }
}

}  // namespace
}  // namespace nightlight::domain
