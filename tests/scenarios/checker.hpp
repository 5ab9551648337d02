// Lines that only look: what somebody saw, what waits, what the team has before it, and how the room, the door or a
// person is now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/phrase.hpp"
#include "scenarios/stage.hpp"

namespace nightlight::scenario {

// Takes the whole line when it is one that looks, and adds what is not as it says to `wrong`.
bool check_line(phrase& p, const script& s, const stage& on, std::vector<std::string>& wrong);

// Families of such lines: none when the line is not one of theirs, otherwise whether it is so.
std::optional<bool> check_review(phrase& p, const script& s, const stage& on);   // what waits, and what is due
std::optional<bool> check_team(phrase& p, const script& s, const stage& on);     // alerts, notes, side rooms
std::optional<bool> check_meeting(phrase& p, const script& s, const stage& on);  // the lobby, the beginning, the end
std::optional<bool> check_beside(phrase& p, const script& s, const stage& on);   // the second room

}  // namespace nightlight::scenario
