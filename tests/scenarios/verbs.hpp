// What people do in a scenario: a line becomes a command. The list of verbs is in README.md; each family of them has a
// file of its own and takes nothing when the verb is not one of its.
#pragma once

#include <optional>
#include <string>

#include "domain/room/command.hpp"
#include "scenarios/reading.hpp"

namespace nightlight::scenario {

// Reads the verb after a person's name. "joins as" renames her on the stage.
domain::command read_verb(phrase& p, const std::string& who, const script& s, stage& on);

std::optional<domain::command> read_speaking(const reading& r);
std::optional<domain::command> read_care(const reading& r);
std::optional<domain::command> read_alerts(const reading& r);
std::optional<domain::command> read_sanctions(const reading& r);
std::optional<domain::command> read_messages(const reading& r);
std::optional<domain::command> read_controls(const reading& r);
std::optional<domain::command> read_lobby(const reading& r);
std::optional<domain::command> read_team(const reading& r);
std::optional<domain::command> read_meeting(const reading& r);
std::optional<domain::command> read_beside(const reading& r);

// What the room beside tells, without a person.
std::optional<domain::command> read_news_beside(phrase& p, const script& s, const stage& on);

}  // namespace nightlight::scenario
