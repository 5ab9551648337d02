// What the calendar does by itself, on time: reminders, offers that are over, rooms a quarter of an hour before,
// meetings that begin and end. Each is a step in the store, written with what it does: however often the process dies,
// there is one of each. It sleeps until the next moment of any series and looks at that series alone.
#pragma once

#include "accounts/room_book.hpp"
#include "async/alarm.hpp"
#include "calendar/what_time_brings.hpp"
#include "ports/clock.hpp"

namespace nightlight::app {

// Makes the rooms of meetings as the organisation's limits allow.
calendar::room_maker room_maker_for(accounts::room_book_limits limits);

// One round over all series, inside one transaction.
result<calendar::timetable::moments> keep_evening(const calendar::desk& d, const accounts::room_book_limits& limits);

class evening_keeper {
 public:
  // What it works with besides the store. All of it outlives it.
  struct surroundings {
    store& rows;
    const clock_port& clock;
    const domain::calendar::zone_rules& zones;
    const domain::calendar::holidays& off;
    calendar::choices chosen{};
    accounts::room_book_limits limits{};
    std::function<void()> wrote{};  // on its shard: there may be letters to send
  };
  evening_keeper(async::executor ex, surroundings around);

  async::task<> run();
  void stop();
  // Something was changed about the series. On this object's own shard.
  void look_again(const series_id& changed);

 private:
  async::task<bool> round();
  async::task<bool> forget();
  calendar::desk desk_of(records& r) const;

  async::executor ex_;
  const surroundings around_;
  const calendar::room_maker make_room_;
  calendar::timetable times_;
  instant forgets_at_;
  async::alarm wake_;
  bool stopping_ = false;
};

}  // namespace nightlight::app
