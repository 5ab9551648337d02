// What was planned for a meeting, and how far its clock has come. A meeting that was opened by hand has no plan and
// ends when somebody closes it.
#pragma once

#include <optional>

#include "base/instant.hpp"

namespace nightlight::domain {

struct meeting_plan {
  instant starts_at;                         // the epoch: nothing is planned
  instant ends_at;                           // as it is now
  instant planned_end;                       // as it was at the opening
  instant end_set_at;                        // when the end became what it is
  std::optional<std::chrono::minutes> told;  // the newest notice before this end
  std::chrono::minutes late_entry{0};        // after the beginning; zero: as configured
  bool gathering = false;                    // the beginning has not come

  bool has_end() const { return ends_at != instant{}; }
  friend bool operator==(const meeting_plan&, const meeting_plan&) = default;
};

}  // namespace nightlight::domain
