// Lines that only look: what somebody saw, and how the room, the door or a person is now.
#pragma once

#include <string>
#include <vector>

#include "scenarios/phrase.hpp"
#include "scenarios/stage.hpp"

namespace nightlight::scenario {

// Takes the whole line when it is one that looks, and adds what is not as it says to `wrong`.
bool check_line(phrase& p, const script& s, const stage& on, std::vector<std::string>& wrong);

}  // namespace nightlight::scenario
