// What the calendar works with inside one transaction: the rows, the rules of zones, the holidays, what time it is, and
// what the organisation has chosen.
#pragma once

#include "domain/calendar/occurrences.hpp"
#include "ports/store.hpp"

namespace nightlight::calendar {

struct choices {
  std::chrono::minutes offer_longest{30};  // how long a place is held for somebody who waited
};

struct desk {
  records& all;
  const domain::calendar::zone_rules& zones;
  const domain::calendar::holidays& off;
  instant now;
  choices chosen{};

  calendar_records& kept() const { return all.calendar(); }
};

}  // namespace nightlight::calendar
