// What people do in a scenario: a line becomes a command. The list of verbs is in README.md.
#pragma once

#include <string>

#include "domain/room/command.hpp"
#include "scenarios/phrase.hpp"
#include "scenarios/stage.hpp"

namespace nightlight::scenario {

// Reads the verb after a person's name. "joins as" renames her on the stage.
domain::command read_verb(phrase& p, const std::string& who, const script& s, stage& on);

domain::reaction read_reaction(phrase& p);

}  // namespace nightlight::scenario
