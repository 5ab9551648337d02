// Whom the events of a room call who is not in it: an alert that has reached whoever is on call, or an admin, makes a
// page for each of them and for each webhook; taking or closing it calls off what has not been sent. Doing it twice
// changes nothing: the pages of an event are always the same pages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/room/state.hpp"
#include "ports/store.hpp"

namespace nightlight::paging {

// The ways out of the house that the organisation has set up.
struct ways_out {
  bool mail = false;
  bool fallback = false;              // an address for when nobody else can be reached
  std::vector<std::string> webhooks;  // by webhook_name()

  bool none() const { return !mail && webhooks.empty(); }
};

// How a page names its recipient, besides the id of an account.
inline constexpr std::string_view fallback_recipient = "fallback";
std::string webhook_name(std::string_view url);

// What one event asks for.
struct call {
  alert_number alert;
  domain::alert_rung rung{};  // the facilitator's: nobody has to be called any more
  instant time;
  position at;
  friend bool operator==(const call&, const call&) = default;
};

// Of those of `events` that stand after `after`, in their order. `room` is as the events left it, or later in the same
// meeting.
std::vector<call> calls_in(std::span<const domain::logged_event> events, const domain::room_state& room,
                           position after = {});

// Inside a unit of work. `meeting` is the one that the events belong to.
result<void> keep_calls(records& r, const room_id& room, const meeting_id& meeting, std::span<const call> calls,
                        const ways_out& ways);

}  // namespace nightlight::paging
