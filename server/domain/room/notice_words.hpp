// What one person is told when something concerns her alone: kind, short, in her language.
#pragma once

#include <string_view>

#include "domain/room/state.hpp"

namespace nightlight::domain {

std::string_view words_when_muted(std::string_view language);
std::string_view words_when_unmuted(std::string_view language);
std::string_view words_when_removed(std::string_view language);
std::string_view words_when_asked_to_go(std::string_view language);
std::string_view words_when_warned(std::string_view language);
std::string_view words_when_reading(std::string_view language);
std::string_view words_when_rephrasing(std::string_view language);
std::string_view words_when_declined(std::string_view language);
std::string_view words_in_side_room(std::string_view language);
std::string_view words_when_asked_over(std::string_view language);
std::string_view words_when_visiting(std::string_view language);
std::string_view words_when_called_back(std::string_view language);
// In words, never in a number.
std::string_view words_about_the_wait(const room_state& room, std::string_view language);

}  // namespace nightlight::domain
