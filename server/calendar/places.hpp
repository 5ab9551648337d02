// Keeping a place in one meeting, and giving it up. Nobody is asked for more than the name of her session.
#pragma once

#include <vector>

#include "calendar/desk.hpp"
#include "calendar/refusal.hpp"

namespace nightlight::calendar {

inline constexpr std::size_t waiting_max = 50;

struct asked_place {
  meeting_name meeting;
  person_id person;
  std::string sealed_name;
};

// A meeting that has not ended; `must_take_place`: and that is not cancelled.
struct meeting_to_come {
  domain::calendar::series of;
  domain::calendar::occurrence on;
};
answer<meeting_to_come> find_meeting_to_come(const desk& d, const meeting_name& meeting, bool must_take_place = true);

// A place, or a place on the list of those who wait; asking again gives what she has, and takes what she is offered.
// She who let an offer go by gets a place that is free.
answer<place_row> keep_place(const desk& d, const asked_place& wanted);

// Gives it up; it is offered to whoever waits longest. Possible until the meeting is over.
answer<void> leave_place(const desk& d, const meeting_name& meeting, const person_id& person);

// The room of the meeting, and when the meeting is over: for somebody who keeps a place in it, or where the circle is
// open or has a code, for anybody while there are places. A code is asked for by the room.
struct open_door {
  room_id room;
  instant until;
};
answer<open_door> door_for(const desk& d, const meeting_name& meeting, const person_id& person);

// When the last of her meetings to come is over; now when there is none.
result<instant> last_end_of_places(const desk& d, const person_id& person);

answer<std::vector<place_row>> places_in(const desk& d, const meeting_name& meeting);

struct place_counts {
  std::uint32_t kept = 0;
  std::uint32_t waiting = 0;  // without an offer
  std::uint32_t offered = 0;
  std::optional<place_row> hers;
};

result<place_counts> count_places(const desk& d, const meeting_name& meeting, const person_id& person);

// Who came is nobody's business later: places are forgotten a day after their meeting. Now and then; twice does no
// harm.
inline constexpr std::chrono::hours places_kept_for{24};
result<void> forget_past_places(const desk& d);
// With the steps of that meeting.
result<void> forget_places(const desk& d, const meeting_name& meeting);

}  // namespace nightlight::calendar
