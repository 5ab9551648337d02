// Who may ask for what: one table, role by command. What a permitted command then meets (a mute, a closed door) is
// the business of decide().
#pragma once

#include "domain/room/command.hpp"

namespace nightlight::domain {

bool may(role who, const command& what);

// The system, which is nobody, asks for its own commands and no others.
bool system_may(const command& what);

}  // namespace nightlight::domain
