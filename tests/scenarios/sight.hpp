// What one person saw: the messages on her phone, all of them, and whatever else the line names.
#pragma once

#include <string>
#include <vector>

#include "scenarios/phrase.hpp"
#include "scenarios/stage.hpp"

namespace nightlight::scenario {

// Takes what follows "Ana saw", and answers what is not as it says.
std::vector<std::string> wrong_about_what_was_seen(phrase& p, const std::string& viewer, const script& s,
                                                   const stage& on);

}  // namespace nightlight::scenario
