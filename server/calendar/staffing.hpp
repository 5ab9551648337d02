// Whether enough of the team come to a meeting: two people, one of whom may lead. Whoever has no account any more does
// not come, nor does she who has asked for cover that nobody has taken. Admins are told of a meeting that is short an
// hour before it begins, or when it becomes so within that hour: once for the moment at which it begins.
#pragma once

#include "calendar/desk.hpp"

namespace nightlight::calendar {

enum class staffing : std::uint8_t { enough = 1, one = 2, nobody_leads = 3 };

result<staffing> staffing_of(const desk& d, const domain::calendar::occurrence& o);

// Within the hour before: takes the step, and a letter to each admin who can be reached lies in the queue.
result<void> tell_if_short(const desk& d, const domain::calendar::series& s, const domain::calendar::occurrence& o);

// When admins were told of it as it is planned now.
result<std::optional<instant>> told_short_at(const desk& d, const domain::calendar::occurrence& o);

// Whether a letter about it still says what is so.
result<bool> is_still_short(const desk& d, const page_row& page);

}  // namespace nightlight::calendar
