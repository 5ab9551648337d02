// What time brings to a series: reminders, offers that are over, rooms, meetings short of staff, meetings that begin
// and end. Everything is asked of the plan and the places as they are now, and each step is taken once: however late or
// often this is asked, it makes up for what was missed and repeats nothing.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>

#include "calendar/desk.hpp"

namespace nightlight::calendar {

inline constexpr std::chrono::minutes lobby_before{15};

// Makes the room of a meeting in this transaction; false when it has one.
using room_maker =
    std::function<result<bool>(const desk&, const domain::calendar::series&, const domain::calendar::occurrence&)>;

// Gives the next moment that may bring something more; nothing when only a change can.
result<std::optional<instant>> bring_due(const desk& d, domain::calendar::series& s, const room_maker& make_room);

// When each series has something due, so that a round looks at those alone. In memory: whoever has just started looks
// at all of them, and what was due is found in the store.
class timetable {
 public:
  struct round {
    bool all = false;
    std::set<series_id> some;
  };
  using moments = std::map<series_id, std::optional<instant>>;

  // What is due; what changes from now on belongs to the next round.
  round begin(instant now);
  // The round is in the store. One that is not: begin again with all.
  void keep(const moments& found);
  void look_at_all();
  void look_at(const series_id& changed);
  // Nothing: only a change brings more. A moment long ago: now.
  std::optional<instant> next() const;

 private:
  moments known_;
  std::set<series_id> changed_;
  bool all_ = true;
};

// A round, inside one transaction.
result<timetable::moments> bring_due_of(const desk& d, const timetable::round& which, const room_maker& make_room);

}  // namespace nightlight::calendar
