// Series as an iCalendar object (RFC 5545) that other people's calendars subscribe to: one event a series with its
// rule, one for each day that differs, and the rules of the zones they are in. It names no member of the team and
// nobody who comes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/series.hpp"
#include "domain/calendar/zone_rules.hpp"

namespace nightlight::domain::calendar {

struct feed {
  std::string name;  // of the calendar
  std::string host;  // what its UIDs end with: "circle.example.org"
  std::vector<series> all;
  std::vector<topic> topics;
};

// Lines end with CRLF and are folded at 75 octets, between letters.
std::string icalendar(const feed& f, const zone_rules& zones, const holidays& off, instant now);

// Pieces of it, for its tests.
std::string escaped(std::string_view text);           // backslash, comma, semicolon, line break
std::string content_line(std::string_view unfolded);  // folded, with its CRLF

}  // namespace nightlight::domain::calendar
