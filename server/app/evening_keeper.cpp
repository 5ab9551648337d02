#include "app/evening_keeper.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/redirect_error.hpp>

#include "async/port_call.hpp"
#include "calendar/places.hpp"
#include "calendar/planner.hpp"

namespace nightlight::app {
namespace {

using domain::calendar::occurrence;
using domain::calendar::series;

constexpr std::chrono::seconds between_rounds{15};
constexpr std::uint32_t rounds_between_forgetting = 240;  // an hour
constexpr std::chrono::hours longest_meeting{8};
constexpr std::size_t looked_at_max = 16;  // of one series in a quarter of an hour

// A meeting that is moved before it begins takes its room along. One that runs goes by the room's own clock, and what
// moves its end is the team's extend_meeting.
result<void> keep_in_step(const calendar::desk& d, const room_id& room, const occurrence& o) {
  auto row = d.all.find_room(room);
  if (!row) return row.error();
  if (!*row || o.starts_at <= d.now) return {};
  if ((*row)->starts_at == o.starts_at && (*row)->ends_at == o.ends_at) return {};
  (*row)->starts_at = o.starts_at;
  (*row)->ends_at = o.ends_at;
  return d.all.put_room(**row);
}

// Nothing when there is a room already.
result<std::optional<room_id>> make_room(const calendar::desk& d, const series& s, const occurrence& o,
                                         const accounts::room_book_limits& limits) {
  const meeting_name name{o.of, o.day};
  const auto there = d.kept().find_meeting_room(name);
  if (!there) return there.error();
  if (*there) {
    if (auto kept = keep_in_step(d, **there, o); !kept) return kept.error();
    return std::optional<room_id>{};
  }
  accounts::new_room wanted;
  wanted.title = o.title;
  wanted.language = s.language;
  wanted.capacity = s.places;
  wanted.starts_at = o.starts_at;
  wanted.ends_at = o.ends_at;
  const auto booked = accounts::book_room(d.all, wanted, d.now, limits);
  if (!booked) return booked.error();
  if (auto kept = d.kept().put_meeting_room(name, booked->row.id); !kept) return kept.error();
  return std::optional{booked->row.id};
}

// Those whose door is to be there now: about to begin, or begun and not over (the process was away).
result<void> make_rooms(const calendar::desk& d, const series& s, const accounts::room_book_limits& limits,
                        std::vector<room_id>& made) {
  const domain::calendar::span soon{d.now - longest_meeting, d.now + lobby_before + milliseconds{1}};
  for (const occurrence& o : domain::calendar::occurrences_in(s, soon, looked_at_max, d.zones, d.off).found) {
    if (o.cancelled || o.ends_at <= d.now) continue;
    auto room = make_room(d, s, o, limits);
    if (!room) return room.error();
    if (*room) made.push_back(std::move(**room));
  }
  return {};
}

}  // namespace

result<std::vector<room_id>> keep_evening(const calendar::desk& d, const accounts::room_book_limits& limits) {
  std::vector<room_id> made;
  auto all = d.kept().list_series();
  if (!all) return all.error();
  for (series& s : *all) {
    if (auto done = make_rooms(d, s, limits, made); !done) return done.error();
    const domain::calendar::span begun{s.kept_through, d.now};
    if (domain::calendar::occurrences_in(s, begun, 1, d.zones, d.off).found.empty()) continue;
    if (auto done = calendar::keep_what_began(d, s); !done) return done.error();
    if (auto done = d.kept().put_series(s); !done) return done.error();
  }
  return made;
}

evening_keeper::evening_keeper(async::executor ex, store& rows, const clock_port& clock,
                               const domain::calendar::zone_rules& zones, const domain::calendar::holidays& off,
                               accounts::room_book_limits limits)
    : ex_(ex), rows_(rows), clock_(clock), zones_(zones), off_(off), limits_(limits), next_(ex) {}

void evening_keeper::stop() {
  stopping_ = true;
  next_.cancel();
}

async::task<> evening_keeper::run() {
  while (!stopping_) {
    const bool forgets = round_++ % rounds_between_forgetting == 0;
    auto round = [&](auto done) {
      rows_.transact(
          [this, forgets](records& r) -> result<void> {
            const calendar::desk d{r, zones_, off_, clock_.now()};
            const auto made = keep_evening(d, limits_);
            if (!made) return made.error();
            return forgets ? calendar::forget_past_places(d) : result<void>{};
          },
          std::move(done));
    };
    const result<void> kept = co_await async::async_port_call<result<void>>(ex_, round);
    if (!kept) spdlog::warn("the calendar's rooms could not be looked after; trying again");
    if (stopping_) co_return;
    next_.expires_after(between_rounds);
    error_code cancelled;
    co_await next_.async_wait(boost::asio::redirect_error(async::use_task, cancelled));
  }
}

}  // namespace nightlight::app
