// What is said to one person alone: unnumbered, in her language, seen by nobody else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/room/state.hpp"
#include "wire/encode.hpp"

namespace nightlight::wire {

std::string encode_muted_notice(const addressed& to, const domain::sanction& mute, std::string_view words);
std::string encode_may_speak_notice(const addressed& to, std::string_view words);
struct sent_away {
  instant until;
  const private_text& reason;
  bool may_return;
};
std::string encode_removed_notice(const addressed& to, const sent_away& how, std::string_view words);
std::string encode_warned_notice(const addressed& to, const private_text& reason, std::string_view words);

std::string encode_reading_notice(const addressed& to, const domain::held_message& held, std::string_view words);
std::string encode_rephrase_notice(const addressed& to, const domain::held_message& held, const private_text& reason,
                                   std::string_view words);
std::string encode_declined_notice(const addressed& to, hold_number hold, const private_text& reason,
                                   std::string_view words);
std::string encode_released_notice(const addressed& to, hold_number hold, circle_number number);

std::string encode_side_room(const addressed& to, const domain::side_room& side, std::string_view words);
std::string encode_side_said(const addressed& to, member_number side, const domain::side_room::line& said);
std::string encode_side_closed(const addressed& to, member_number side);

// Not `asked`: she is asked no more.
std::string encode_asked_over_notice(const addressed& to, bool asked, std::string_view words);
std::string encode_visiting_notice(const addressed& to, bool called, std::string_view words);

std::string encode_answer_notice(const addressed& to, circle_number poll, std::uint32_t choice);

}  // namespace nightlight::wire
