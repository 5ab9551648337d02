// Changing a series as people know it from their calendars: this meeting, this and those after it, or all of them. What
// has taken place stays as it was, so the changed series begins to count from now on.
#pragma once

#include <variant>
#include <vector>

#include "domain/calendar/plan.hpp"
#include "domain/calendar/series.hpp"

namespace nightlight::domain::calendar {

// One day of the series becomes what was typed: its time, length, title and people. A change of anything else concerns
// more than one meeting and is refused, as is a day without a meeting.
std::variant<series, problems> edit_one(const series& was, local_day day, const plan& typed, const zone_rules& zones);

// Every day: exceptions stay where the changed rule still names their day, and extra days always.
std::variant<series, problems> edit_all(const series& was, const plan& typed, const zone_rules& zones);

struct divided {
  series before;  // ends with its last meeting before the day
  series after;   // without an id; begins at the start that was typed
};

// The day and those after it become a series of their own. A rule that was left as it is goes on counting. A first day
// is refused as for_all_days_only: there is nothing before it.
std::variant<divided, problems> edit_following(const series& was, local_day day, const plan& typed,
                                               const zone_rules& zones);

// The series without that day and those after it. Of one that ends with its first day the day is left, skipped, so that
// calendars that know it learn that it does not take place.
std::variant<series, problems> end_before(const series& was, local_day day);

// The series with one more exception, in place of the day's former one.
std::variant<series, problems> with_exception(const series& was, local_day day, exception e);

// What would have to be typed for nothing to change.
plan plan_of(const series& s);

}  // namespace nightlight::domain::calendar
