#include "app/rooms_front_wiring.hpp"

#include <atomic>
#include <memory>
#include <utility>

namespace nightlight::app {
namespace {

using transport::room_status;
using transport::rooms_front;

room_status status_of(const rooms::glance& seen) {
  return {static_cast<wire::v1::Phase>(seen.phase), seen.opened_at, seen.invitations_closed};
}

accounts::denial denial_of(const error_code& why) {
  return why == failure::not_found ? accounts::denial_code::room_unknown : accounts::denial_code::store_unavailable;
}

void look(rooms::directory& rooms, const room_id& room, rooms_front::completion<room_status> done) {
  rooms.send(room, rooms::glance_mail{[done = std::move(done)](const result<rooms::glance>& seen) {
               if (seen) {
                 done(status_of(*seen));
               } else {
                 done(denial_of(seen.error()));
               }
             }});
}

void look_at_alert(rooms::directory& rooms, const room_id& room, alert_number alert,
                   rooms_front::completion<std::optional<domain::noted_alert>> done) {
  rooms.send(room, rooms::glance_mail{[done = std::move(done)](const result<rooms::glance>& seen) {
                                        if (seen) {
                                          done(seen->alert);
                                        } else {
                                          done(denial_of(seen.error()));
                                        }
                                      },
                                      alert});
}

void command(rooms::directory& rooms, const room_id& room, rooms::principal who, domain::command what,
             rooms_front::completion<room_status> done) {
  auto then = [&rooms, room, done = std::move(done)](const rooms::outcome& end) {
    if (!end) return done(denial_of(end.error()));
    if (const auto* no = std::get_if<domain::refusal>(&*end)) return done(accounts::denial(no->code));
    look(rooms, room, done);
  };
  rooms.send(room, rooms::outside_mail{std::make_shared<const rooms::principal>(std::move(who)), std::move(what),
                                       std::move(then)});
}

// The system's own, on behalf of somebody who is not in the room.
void command_without_anyone(rooms::directory& rooms, const room_id& room, domain::command what,
                            rooms_front::completion<std::monostate> done) {
  auto then = [done = std::move(done)](const rooms::outcome& end) {
    if (!end) return done(denial_of(end.error()));
    const auto* no = std::get_if<domain::refusal>(&*end);
    if (no == nullptr) return done(std::monostate{});
    accounts::denial refused(no->code);
    refused.retry_after = no->retry_after;
    done(refused);
  };
  rooms.send(room, rooms::outside_mail{nullptr, std::move(what), std::move(then)});
}

// Answers from several shards, counted down to one.
struct roll_call {
  explicit roll_call(std::size_t rooms, rooms_front::completion<std::vector<room_status>> when_done)
      : waiting(rooms), statuses(rooms), done(std::move(when_done)) {}
  std::atomic<std::size_t> waiting;
  std::vector<room_status> statuses;
  rooms_front::completion<std::vector<room_status>> done;
};

void look_at_all(rooms::directory& rooms, const std::vector<room_id>& ids,
                 rooms_front::completion<std::vector<room_status>> done) {
  if (ids.empty()) return done(std::vector<room_status>{});
  auto call = std::make_shared<roll_call>(ids.size(), std::move(done));
  for (std::size_t i = 0; i < ids.size(); ++i) {
    // A room that cannot be looked at just now shows as not open: the list is still worth having.
    look(rooms, ids[i], [call, i](const accounts::answer<room_status>& seen) {
      if (seen) call->statuses[i] = *seen;
      if (call->waiting.fetch_sub(1) == 1) call->done(std::move(call->statuses));
    });
  }
}

}  // namespace

transport::rooms_front rooms_front_of(rooms::directory& rooms) {
  rooms_front front;
  front.open = [&rooms](const room_id& room, rooms::principal who, auto done) {
    command(rooms, room, std::move(who), domain::open_room{}, std::move(done));
  };
  front.close = [&rooms](const room_id& room, rooms::principal who, auto done) {
    command(rooms, room, std::move(who), domain::close_room{}, std::move(done));
  };
  front.appeal = [&rooms](const room_id& room, domain::note_appeal what, auto done) {
    command_without_anyone(rooms, room, std::move(what), std::move(done));
  };
  front.lift_ban = [&rooms](const room_id& room, domain::note_ban_lifted what, auto done) {
    command_without_anyone(rooms, room, std::move(what), std::move(done));
  };
  front.alert = [&rooms](const room_id& room, alert_number alert, auto done) {
    look_at_alert(rooms, room, alert, std::move(done));
  };
  front.status = [&rooms](const std::vector<room_id>& ids, auto done) { look_at_all(rooms, ids, std::move(done)); };
  return front;
}

}  // namespace nightlight::app
