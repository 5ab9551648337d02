// Every number that a room's rules compare against, as configured. Code points are Unicode code points.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/instant.hpp"

namespace nightlight::domain {

// From the moment an alert was raised, or handed on, to each rung of the ladder (ladder.hpp).
struct ladder_times {
  seconds red_co_facilitator{60};
  seconds red_on_call{120};
  seconds red_admin{300};
  seconds amber_co_facilitator{180};
  seconds amber_on_call{600};
};

struct limits {
  std::size_t body_code_points_max = 2000;
  std::size_t name_code_points_min = 2;
  std::size_t name_code_points_max = 24;
  std::size_t reason_code_points_max = 200;
  std::uint32_t speaking_capacity = 10;
  std::uint32_t listening_capacity = 5;
  std::uint32_t second_room_at = 8;  // members who speak: then the team is told that it fills up; 0: never
  seconds slow_mode_max{3600};
  seconds sanction_max{28 * 24 * 3600};
  std::size_t content_note_code_points_max = 40;
  std::size_t staff_note_code_points_max = 1000;  // backstage, notes on a person, hand-over, outcomes
  std::uint32_t hold_first = 2;                   // of a newcomer's messages, where a room says nothing else
  std::uint32_t hold_first_max = 20;
  seconds hold_overdue{180};          // a held message is then a second moderator's
  seconds lockdown_slow_mode{30};     // at least, while lock-down lasts
  std::uint32_t burst_joins = 5;      // so many newcomers
  seconds burst_window{60};           // within this time propose a lock-down
  std::uint32_t strikes = 3;          // warnings until a longer mute is proposed
  std::uint32_t reports_max = 5;      // of one member
  seconds reports_window{600};        // within this time
  seconds note_kept{30 * 24 * 3600};  // on a person
  std::chrono::minutes glass_max{60};
  seconds unanswered_after{300};  // a first or heavy message without any answer
  ladder_times ladder;

  // Of a meeting with a planned end (meeting_plan.hpp).
  std::array<std::chrono::minutes, 2> ending_notices{std::chrono::minutes{15}, std::chrono::minutes{5}};  // before it
  std::chrono::minutes closing_grace{10};  // after the end, so that nobody is cut off in the middle of a sentence
  std::chrono::minutes closing_wait{60};   // at most, longer, while somebody is in a side room or a red alert is open
  std::chrono::minutes extension_min{5};   // at a time
  std::chrono::minutes extension_max{60};  // at a time
  std::chrono::minutes extension_total{120};  // after the planned end
  std::chrono::minutes late_entry{0};         // where a room says nothing else; zero: always
  std::size_t admitted_at_once = 64;          // of those who wait: far less than an outbox holds
};

}  // namespace nightlight::domain
