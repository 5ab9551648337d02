// A place that is free is offered to whoever has waited longest, and held for her until she answers or her time is
// over; then it goes on to the next. Each offer and each answer is a step, taken once.
#pragma once

#include "calendar/desk.hpp"
#include "calendar/refusal.hpp"

namespace nightlight::calendar {

// Until when she can answer: the organisation's time, a quarter of what is left when the meeting is near, five minutes
// at least, and never beyond the end.
instant answer_time(const desk& d, const domain::calendar::occurrence& meeting);

// What is free now. Nothing for a meeting that is cancelled or over.
result<void> offer_places(const desk& d, const domain::calendar::series& s,
                          const domain::calendar::occurrence& meeting);

// Of the series: those whose time is over; their places are offered to the next.
result<void> pass_offers_over(const desk& d, const domain::calendar::series& s);

// Hers from now on; place_unknown, offer_over. What is hers already stays so.
answer<void> accept_place(const desk& d, const meeting_name& meeting, const person_id& person);
// She leaves the list, and the next is asked.
answer<void> decline_place(const desk& d, const meeting_name& meeting, const person_id& person);

}  // namespace nightlight::calendar
