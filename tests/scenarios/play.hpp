// Plays a scenario from its first line to its last.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/room/refusal.hpp"
#include "scenarios/outcome.hpp"
#include "scenarios/script.hpp"

namespace nightlight::scenario {

struct performance {
  std::vector<std::string> wrong;  // "file:line: …", in the order of the lines
  std::set<domain::refusal_code> refusals;
  std::set<std::size_t> commands;  // as indices of domain::command
  std::set<std::size_t> events;    // as indices of domain::event_body
  std::set<outcome::kind> outcomes;
  bool heard = false;  // something was refused and the team was told of it
};

performance play(const script& s);

}  // namespace nightlight::scenario
