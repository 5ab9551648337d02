// Whoever leads a meeting, or seconds, and cannot come asks for cover of her seat on that day; somebody who may lead
// takes it and is on that date as if she had been put there (planner's substitute_day). What is asked for is open only
// while the seat is still hers: a change of plan that puts somebody else there answers it too.
#pragma once

#include <string>
#include <vector>

#include "base/private_text.hpp"
#include "calendar/place_names.hpp"
#include "calendar/planner.hpp"

namespace nightlight::calendar {

inline constexpr std::size_t cover_words_max = 200;  // code points, on one line

// Whose seat it is follows from the plan. Asked again, her words are the newer ones.
answer<void> ask_for_cover(const desk& d, const place_names& names, const meeting_name& meeting, const person_id& who,
                           const private_text& words);
// The caller has asked whether she may lead. cover_over when somebody was quicker, whatever version she has seen. The
// second may take the lead; then there is no second.
answer<planned> take_cover(const desk& d, const day_of_series& which, domain::calendar::seat seat,
                           const person_id& who);
// cover_over when none of hers is open.
answer<void> withdraw_cover(const desk& d, const meeting_name& meeting, const person_id& who);

// Those that nobody has taken, by seat.
result<std::vector<cover_row>> open_covers(const desk& d, const domain::calendar::occurrence& o);
result<void> forget_covers(const desk& d, const meeting_name& meeting);

}  // namespace nightlight::calendar
