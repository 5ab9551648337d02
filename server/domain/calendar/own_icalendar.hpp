// The dates of one of the team as an iCalendar object (RFC 5545) for a calendar of her own: one event a date, in UTC,
// with her part in it. It names nobody, neither who comes nor who else is on the team.
#pragma once

#include <string>
#include <vector>

#include "domain/calendar/seat.hpp"

namespace nightlight::domain::calendar {

struct own_event {
  occurrence on;
  seat part{};
  bool asked_for_cover = false;  // shown as not certain
  std::uint64_t version = 1;     // of the series
};

struct own_feed {
  std::string name;      // of the calendar
  std::string host;      // what its UIDs end with
  std::string language;  // "es" or, for anything else, English
  std::vector<own_event> all;
};

// As icalendar() writes its lines.
std::string own_icalendar(const own_feed& f, instant now);

}  // namespace nightlight::domain::calendar
