#include "app/evening_keeper.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "async/store_work.hpp"
#include "calendar/places.hpp"
#include "calendar/reminders.hpp"
#include "ports/series_doors.hpp"

namespace nightlight::app {
namespace {

using domain::calendar::occurrence;
using domain::calendar::series;

// Also how often all series are looked at, whatever the timetable says.
constexpr std::chrono::hours between_forgetting{1};

struct door_limits {
  std::uint32_t speaking = 0;
  std::uint32_t late_minutes = 0;
};

result<door_limits> limits_of(const calendar::desk& d, const series& s) {
  const auto at = find_door(d.all, s.id);
  if (!at) return at.error();
  return door_limits{at->speaking != 0 ? at->speaking : s.places, at->late_minutes};
}

// A meeting that is moved before it begins takes its room along, and so do the places and the late entry of its door.
// One that runs goes by the room's own clock, and what moves its end is the team's extend_meeting.
result<void> keep_in_step(const calendar::desk& d, const room_id& room, const occurrence& o, const door_limits& most) {
  auto row = d.all.find_room(room);
  if (!row) return row.error();
  if (!*row || o.starts_at <= d.now) return {};
  room_row& r = **row;
  const bool same = r.starts_at == o.starts_at && r.ends_at == o.ends_at && r.capacity == most.speaking &&
                    r.late_entry_minutes == most.late_minutes;
  if (same) return {};
  r.starts_at = o.starts_at;
  r.ends_at = o.ends_at;
  r.capacity = most.speaking;
  r.late_entry_minutes = most.late_minutes;
  return d.all.put_room(r);
}

result<bool> make_room(const calendar::desk& d, const series& s, const occurrence& o,
                       const accounts::room_book_limits& limits) {
  const meeting_name name{o.of, o.day};
  const auto there = d.kept().find_meeting_room(name);
  if (!there) return result<bool>{boost::system::in_place_error, there.error()};
  const auto most = limits_of(d, s);
  if (!most) return result<bool>{boost::system::in_place_error, most.error()};
  if (*there) {
    if (auto kept = keep_in_step(d, **there, o, *most); !kept)
      return result<bool>{boost::system::in_place_error, kept.error()};
    return false;
  }
  if (o.starts_at > d.now + calendar::lobby_before) return false;
  const auto topic = d.kept().find_topic(s.topic);
  if (!topic) return result<bool>{boost::system::in_place_error, topic.error()};
  accounts::new_room wanted;
  if (*topic) wanted.profile = (*topic)->profile;
  wanted.title = o.title;
  wanted.language = s.language;
  wanted.capacity = most->speaking;
  wanted.late_entry_minutes = most->late_minutes;
  wanted.starts_at = o.starts_at;
  wanted.ends_at = o.ends_at;
  const auto booked = accounts::book_room(d.all, wanted, d.now, limits);
  if (!booked) return result<bool>{boost::system::in_place_error, booked.error()};
  if (auto kept = d.kept().put_meeting_room(name, booked->row.id); !kept)
    return result<bool>{boost::system::in_place_error, kept.error()};
  return true;
}

}  // namespace

calendar::room_maker room_maker_for(accounts::room_book_limits limits) {
  return [limits](const calendar::desk& d, const series& s, const occurrence& o) { return make_room(d, s, o, limits); };
}

result<calendar::timetable::moments> keep_evening(const calendar::desk& d, const accounts::room_book_limits& limits) {
  return calendar::bring_due_of(d, {true, {}}, room_maker_for(limits));
}

evening_keeper::evening_keeper(async::executor ex, surroundings around)
    : ex_(ex), around_(std::move(around)), make_room_(room_maker_for(around_.limits)), wake_(ex) {}

void evening_keeper::stop() {
  stopping_ = true;
  wake_.ring();
}

void evening_keeper::look_again(const series_id& changed) {
  times_.look_at(changed);
  wake_.ring();
}

calendar::desk evening_keeper::desk_of(records& r) const {
  return {r, around_.zones, around_.off, around_.clock.now(), around_.chosen};
}

async::task<> evening_keeper::run() {
  while (!stopping_) {
    auto looking = round();
    bool done = co_await std::move(looking);
    if (done && around_.clock.now() >= forgets_at_) {
      auto forgetting = forget();
      done = co_await std::move(forgetting);
    }
    if (!done) spdlog::warn("the calendar could not be looked after; trying again");
    if (stopping_) co_return;
    const std::optional<instant> next = times_.next();
    const instant soonest = next ? std::min(*next, forgets_at_) : forgets_at_;
    auto waiting = wake_.async_wait(async::asleep_for(soonest, around_.clock.now(), !done));
    co_await std::move(waiting);
  }
}

async::task<bool> evening_keeper::round() {
  const calendar::timetable::round which = times_.begin(around_.clock.now());
  if (!which.all && which.some.empty()) co_return true;
  auto bringing = async::async_transact(
      ex_, around_.rows, [this, which](records& r) { return calendar::bring_due_of(desk_of(r), which, make_room_); });
  const result<calendar::timetable::moments> found = co_await std::move(bringing);
  if (!found) {
    times_.look_at_all();
    co_return false;
  }
  times_.keep(*found);
  if (around_.wrote) around_.wrote();
  co_return true;
}

async::task<bool> evening_keeper::forget() {
  auto forgetting = async::async_transact(ex_, around_.rows, [this](records& r) -> result<void> {
    const calendar::desk d = desk_of(r);
    if (auto gone = calendar::forget_past_places(d); !gone) return gone;
    if (auto gone = calendar::forget_idle_reminders(d); !gone) return gone;
    return r.delete_return_links_expired(d.now);
  });
  const result<void> kept = co_await std::move(forgetting);
  if (!kept) co_return false;
  forgets_at_ = around_.clock.now() + between_forgetting;
  times_.look_at_all();
  co_return true;
}

}  // namespace nightlight::app
