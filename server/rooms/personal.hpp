// What follows from an event for one person alone, and what holds for her when she comes back: the words that the team
// and the room say to her and nobody else hears.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/room/state.hpp"
#include "wire/encode.hpp"

namespace nightlight::rooms {

struct personal_word {
  member_number to;
  // Made for each of her connections, in its language and subprotocol. Holds no reference to the event.
  std::function<std::string(const wire::addressed&, std::string_view language)> say;
};

// `room` is as the event left it.
std::vector<personal_word> personal_words_of(const domain::logged_event& e, const domain::room_state& room);

// What still holds for her, to be said again at each join.
std::vector<personal_word> standing_words(const domain::member& m, const domain::room_state& room, instant now);

}  // namespace nightlight::rooms
