// What happens in the rooms of the year's meetings: as their log tells it, and as somebody with a watch reckons it from
// the plan and from what Kim did. The second shares no code with the rooms.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/occurrences.hpp"
#include "year/deeds.hpp"

namespace nightlight::year {

struct told_line {
  std::string meeting;  // "<series> <day>"
  instant at;
  std::string what;
};

// By meeting, each in its order: "<moment> <what>".
using evenings = std::map<std::string, std::vector<std::string>>;
evenings by_meeting(const std::vector<told_line>& lines);

// One record of a room's log: what it says of the evening. Empty for what belongs to people.
std::string told_by(std::string_view record);

// The evening of that meeting, as far as it lies before `end`. `hers` are all deeds of the meeting, by time.
std::vector<std::string> reckoned(const domain::calendar::occurrence& o, const std::vector<deed>& hers, instant end);

}  // namespace nightlight::year
