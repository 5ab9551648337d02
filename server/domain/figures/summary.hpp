// The figures of meetings as an organisation reads them: each meeting by itself, and all of a week together, with small
// counts kept back (amount.hpp).
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "domain/figures/amount.hpp"
#include "domain/room/figures.hpp"

namespace nightlight::domain {

struct level_summary {
  alert_level level{};
  amount alerts;
  std::optional<waiting_times> until_taken;
};

// What meetings and weeks have in common.
struct summary {
  amount attendance;
  amount first_timers;
  amount unanswered;
  amount lighter;
  amount same;
  amount heavier;
  std::vector<level_summary> alerts;  // red, amber, soft
};

summary summary_of(const meeting_figures& f);

// Weeks begin on Mondays at noon in Greenwich: an evening in America or Europe lies in the week that people there mean,
// and a week is the same one whoever asks, so that no two sums differ by one meeting.
std::chrono::sys_days monday_of(instant at);
instant beginning_of_week(std::chrono::sys_days monday);

struct week_summary {
  std::chrono::sys_days monday;
  std::uint32_t meetings = 0;
  summary all;
  amount climbed;  // alerts that nobody had taken in time
};

// By the moment a meeting closed, oldest first. A week that is not over and rested for a day by `now` is left out:
// two sums of it would differ by one meeting.
std::vector<week_summary> weeks_of(const std::vector<meeting_figures>& meetings, instant now);

}  // namespace nightlight::domain
