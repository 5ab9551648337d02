// The ladder that an alert climbs while nobody has taken it: the facilitator sees it at once, then her co-facilitator
// is called, then whoever is on call, then an admin. A red one climbs to the top; an amber one about a person more
// slowly, and to whoever is on call; a soft one, and what is about the room rather than about somebody in it, stays
// where it is. Taking it stops the clock, handing it on starts it anew until it is accepted, its owner's leaving puts
// it back, closing it ends it. That the room has closed does not.
#pragma once

#include "domain/room/alert.hpp"
#include "domain/room/limits.hpp"

namespace nightlight::domain {

struct ladder_step {
  alert_number alert;
  alert_rung rung{};
};

// How high it may climb.
alert_rung highest_rung(const alert_cause& cause);

// From when it begins to wait to this rung.
seconds time_to(alert_rung rung, alert_level level, const ladder_times& times);

// Whether its clock runs.
bool climbs(const alert& a);

// then(when, step) for every step that is left to it.
void each_step(const alert& a, const ladder_times& times, const auto& then) {
  if (!climbs(a)) return;
  for (alert_rung rung = a.rung; rung < highest_rung(a.cause);) {
    rung = static_cast<alert_rung>(static_cast<std::uint8_t>(rung) + 1);
    then(a.waits_since + time_to(rung, a.cause.level, times), ladder_step{a.number, rung});
  }
}

}  // namespace nightlight::domain
