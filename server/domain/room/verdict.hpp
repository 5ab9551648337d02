// What the families of rules share: their common shape and the checks that stand in front of many of them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/room/decide.hpp"
#include "domain/room/name.hpp"

namespace nightlight::domain {

// What one rule answers: the bodies of the events to write, or why not.
using verdict = std::variant<std::vector<event_body>, refusal>;

// A wish whose author is known to the room. `who` is null only for someone who has not joined this meeting.
struct wish {
  const room_state& room;
  const actor& by;
  const member* who;
  const circumstances& around;
};

// One rule for each command: a new one does not link until someone has written it. decide_membership.cpp
verdict rule_of(const wish& w, const join& c);
verdict rule_of(const wish& w, const leave& c);
verdict rule_of(const wish& w, const set_listening& c);
verdict rule_of(const wish& w, const raise_hand& c);
// decide_speaking.cpp
verdict rule_of(const wish& w, const say& c);
verdict rule_of(const wish& w, const react& c);
verdict rule_of(const wish& w, const retract_own& c);
verdict rule_of(const wish& w, const edit_held& c);
// decide_care.cpp
verdict rule_of(const wish& w, const tell_staff& c);
verdict rule_of(const wish& w, const report& c);
verdict rule_of(const wish& w, const appeal& c);
verdict rule_of(const wish& w, const note_appeal& c);
verdict rule_of(const wish& w, const check_out& c);
verdict rule_of(const wish& w, const ask_cover& c);
verdict rule_of(const wish& w, const claim_alert& c);
verdict rule_of(const wish& w, const hand_alert& c);
verdict rule_of(const wish& w, const close_alert& c);
// decide_sanctions.cpp
verdict rule_of(const wish& w, const warn_member& c);
verdict rule_of(const wish& w, const mute_member& c);
verdict rule_of(const wish& w, const unmute_member& c);
verdict rule_of(const wish& w, const remove_member& c);
verdict rule_of(const wish& w, const ban_member& c);
verdict rule_of(const wish& w, const readmit_member& c);
verdict rule_of(const wish& w, const note_ban_lifted& c);
// decide_messages.cpp
verdict rule_of(const wish& w, const retract_message& c);
verdict rule_of(const wish& w, const retract_all_of& c);
verdict rule_of(const wish& w, const retract_range& c);
verdict rule_of(const wish& w, const hide_message& c);
verdict rule_of(const wish& w, const show_message& c);
// decide_review.cpp
verdict rule_of(const wish& w, const release_held& c);
verdict rule_of(const wish& w, const decline_held& c);
verdict rule_of(const wish& w, const ask_rephrase& c);
// decide_controls.cpp
verdict rule_of(const wish& w, const set_slow_mode& c);
verdict rule_of(const wish& w, const set_door& c);
verdict rule_of(const wish& w, const set_hold& c);
verdict rule_of(const wish& w, const set_listening_default& c);
verdict rule_of(const wish& w, const set_hands_required& c);
verdict rule_of(const wish& w, const give_floor& c);
verdict rule_of(const wish& w, const set_invitations& c);
verdict rule_of(const wish& w, const set_lockdown& c);
// decide_circle.cpp
verdict rule_of(const wish& w, const pin_prompt& c);
verdict rule_of(const wish& w, const start_round& c);
verdict rule_of(const wish& w, const pass_turn& c);
verdict rule_of(const wish& w, const end_round& c);
// decide_poll.cpp
verdict rule_of(const wish& w, const start_poll& c);
verdict rule_of(const wish& w, const answer_poll& c);
verdict rule_of(const wish& w, const end_poll& c);
// decide_beside.cpp
verdict rule_of(const wish& w, const open_second& c);
verdict rule_of(const wish& w, const ask_over& c);
verdict rule_of(const wish& w, const answer_over& c);
verdict rule_of(const wish& w, const call_back& c);
verdict rule_of(const wish& w, const note_seat_kept& c);
verdict rule_of(const wish& w, const note_standings& c);
verdict rule_of(const wish& w, const note_news_beside& c);
verdict rule_of(const wish& w, const note_end_beside& c);
// decide_lobby.cpp
verdict rule_of(const wish& w, const change_name& c);
verdict rule_of(const wish& w, const set_lobby& c);
verdict rule_of(const wish& w, const admit_waiting& c);
verdict rule_of(const wish& w, const admit_all& c);
// decide_side.cpp
verdict rule_of(const wish& w, const open_side& c);
verdict rule_of(const wish& w, const close_side& c);
verdict rule_of(const wish& w, const leave_side& c);
verdict rule_of(const wish& w, const say_side& c);
// decide_team.cpp
verdict rule_of(const wish& w, const say_backstage& c);
verdict rule_of(const wish& w, const note_person& c);
verdict rule_of(const wish& w, const hand_over& c);
verdict rule_of(const wish& w, const take_over& c);
verdict rule_of(const wish& w, const break_glass& c);
// decide_meeting.cpp
verdict rule_of(const wish& w, const open_room& c);
verdict rule_of(const wish& w, const extend_meeting& c);
verdict rule_of(const wish& w, const pause_room& c);
verdict rule_of(const wish& w, const resume_room& c);
verdict rule_of(const wish& w, const close_room& c);
verdict rule_of(const wish& w, const note_staff_absent& c);
verdict rule_of(const wish& w, const note_staff_returned& c);
verdict rule_of(const wish& w, const note_words_purged& c);
// decide_time.cpp
verdict rule_of(const wish& w, const note_time& c);

// Her number in this meeting: the one she has, or the next one free.
member_number number_for(const wish& w);

// The time the next event will bear. A log's time never runs backwards, so an ended mute does not come back when the
// machine's clock is set back.
instant time_of(const wish& w);

// A refusal that ends when the sanction does; one for the rest of the meeting has no time to wait for.
refusal held_back(refusal_code code, const sanction& by, instant time);

// Nobody has a room that has not begun or is over.
std::optional<refusal> not_running(const wish& w);

// Blank, too long, or not `plain`: of words that everybody is shown.
std::optional<refusal> words_unfit(const private_text& words, std::size_t code_points_max,
                                   bool (*plain)(std::string_view));
// Longer than a reason, or than a note of the team's, may be.
std::optional<refusal> reason_unfit(const wish& w, const private_text& reason);
std::optional<refusal> staff_note_unfit(const wish& w, const private_text& note);

// The next alert of this meeting, `already` others of the same verdict counted.
alert_raised raise(const wish& w, alert_cause cause, std::uint32_t already = 0);
// What the words of this wish make staff look at.
alert_cause cause_of(const care_flag& heard, member_number about);

// In the order in which they came: the released, and those that waited only behind the released and the declined.
void release_in_order(const wish& w, const std::vector<hold_number>& released, const std::vector<hold_number>& declined,
                      std::vector<event_body>& out);

// A name as it will be shown; nobody else in the room or in the lobby looks the same.
name_finding fit_name(const wish& w, const private_text& wanted);

// Those who wait come in, and have the next members' numbers in their order.
void let_in(const wish& w, std::span<const waiting_person> who, std::vector<event_body>& out);

// The wait of whoever came with the same marks as somebody who is banned now is over.
void turn_away_with(const wish& w, const member& banned, std::vector<event_body>& out);

// Members who are in the room, the team not counted; and for how many who speak it has a place.
std::uint32_t members_here(const room_state& room, bool listening);
std::uint32_t speaking_places(const room_state& room, const limits& rules);

// She may not speak until then: what she has waiting is declined, and neither the floor nor a turn is hers any more.
void silence(const wish& w, member_number who, instant until, const private_text& reason, std::vector<event_body>& out);

// What she has waiting is declined, while she is still there to hear it; then she goes.
void send_away(const wish& w, member_number who, const private_text& reason, event_body how,
               std::vector<event_body>& out);

// Everything of hers that waits is declined.
void decline_all_of(const wish& w, member_number author, const private_text& reason, std::vector<event_body>& out);

// She is not in the room any more, nor in a side room; the floor is free, and so are the alerts that were hers.
void goes(const wish& w, member_number who, std::vector<event_body>& out);

// In a round that is on: her turn is over, and goes to the next who may have it; after the last the round is over. With
// `lost` she may still have one. `out` may already say who goes in this step.
void turn_moves_on(const wish& w, member_number from, bool lost, std::vector<event_body>& out);

// Nothing to read: only spaces of any kind and characters that show nothing.
bool is_blank(std::string_view text);

inline verdict nothing_to_do() { return std::vector<event_body>{}; }
inline verdict because(refusal_code code, milliseconds retry_after = milliseconds{0}) {
  return refusal{code, retry_after};
}
template <class... Bodies>
verdict happened(Bodies... bodies) {
  return std::vector<event_body>{event_body{std::move(bodies)}...};
}

}  // namespace nightlight::domain
