// What a place's clocks show at a moment, and which moment a time on its clocks is. The rules are an argument of the
// calendar: they change several times a year by decision of governments, so everything that was made of them says of
// which version.
#pragma once

#include <string>
#include <vector>

#include "base/instant.hpp"
#include "domain/calendar/local_time.hpp"

namespace nightlight::domain::calendar {

struct resolved_time {
  instant at;
  seconds offset{0};     // east of Greenwich, in force at `at`
  bool shifted = false;  // there is no such time: it became the same distance after the gap
  bool twice = false;    // clocks show it twice: this is the first
};

// One change of the clocks, as a VTIMEZONE tells it.
struct zone_change {
  instant at;
  seconds offset_before{0};
  seconds offset_after{0};
  bool daylight = false;  // after it
  std::string name;       // after it: "CST"
};

class zone_rules {
 public:
  virtual ~zone_rules() = default;

  // "2025b": kept with every moment that was made by them.
  virtual const std::string& version() const = 0;
  virtual bool knows(const std::string& zone) const = 0;

  // For zones it knows. A time in the gap of a spring night is read with the offset before the gap (RFC 5545, section
  // 3.3.5: 2:30 becomes 3:30), a time that comes twice is the first of both.
  virtual resolved_time resolve(const std::string& zone, local_time t) const = 0;
  virtual local_time local_of(const std::string& zone, instant at) const = 0;
  // In force at `from` first (its `at` is when it began, or `from`), then the changes before `to`; 400 at most.
  virtual std::vector<zone_change> changes(const std::string& zone, instant from, instant to) const = 0;
};

}  // namespace nightlight::domain::calendar
