// What the calendar works with inside one transaction: the rows, the rules of zones, the holidays, and what time it is.
#pragma once

#include "domain/calendar/occurrences.hpp"
#include "ports/store.hpp"

namespace nightlight::calendar {

struct desk {
  records& all;
  const domain::calendar::zone_rules& zones;
  const domain::calendar::holidays& off;
  instant now;

  calendar_records& kept() const { return all.calendar(); }
};

}  // namespace nightlight::calendar
