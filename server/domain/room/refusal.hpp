// Why a room does not do what was asked: a state of the world, a code for programs and words for the person.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace nightlight::domain {

enum class refusal_code : std::uint8_t {
  not_permitted,
  not_in_room,
  room_not_open,
  room_closed,
  room_paused,
  waiting_for_staff,
  door_locked,
  room_full,
  listening_places_full,
  removed,
  name_taken,
  name_too_short,
  name_too_long,
  name_not_allowed,
  listening,
  muted,
  slow_mode_active,
  body_empty,
  body_too_long,
  reason_too_long,
  message_unknown,
  message_retracted,
  not_your_message,
  member_unknown,
  staff_not_sanctioned,
  length_out_of_range,
  reaction_unknown,
  message_id_reused,
  room_already_open,
  please_rephrase,
  content_note_too_long,
  hand_needed,
  message_hidden,
  held_unknown,
  held_behind,
  alert_unknown,
  alert_taken,
  alert_over,
  own_decision,
  too_many_reports,
  nothing_to_appeal,
  side_room_open,
  side_room_unknown,
  invitations_closed,
  glass_needed,
  note_too_long,
  nothing_handed_over,
  in_lobby,
  name_stays,
  too_late,
  waiting_unknown,
  no_end_planned,
  extended_enough,
  choice_unknown,
  not_muted,
  not_kept_out,
  reason_not_plain,
  not_your_turn,
  round_on,
  nobody_to_ask,
  text_not_plain,
  poll_on,
  poll_over,
  answers_out_of_range,
  answers_alike,
  no_second_room,
  second_of_second,
  seat_needed,
};
constexpr refusal_code newest_refusal = refusal_code::seat_needed;

struct refusal {
  refusal_code code{};
  milliseconds retry_after{0};  // zero: trying again will not help
  bool second_room = false;     // a seat is kept for her in the room beside
  friend bool operator==(const refusal&, const refusal&) = default;
};

// "slow_mode_active": stable, for programs.
std::string_view code_name(refusal_code code);

// At most two short sentences in "en" or "es" (anything else reads English).
std::string words_of(const refusal& r, std::string_view language);

}  // namespace nightlight::domain
