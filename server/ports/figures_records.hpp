// Meetings in numbers: one row for each that is over. No person is in them, so nothing here is ever purged with words.
#pragma once

#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace nightlight {

struct figures_row {
  meeting_id meeting;
  room_id room;
  instant closed_at;
  std::string figures;  // nightlight.log.v1.Figures
  friend bool operator==(const figures_row&, const figures_row&) = default;
};

class figures_records {
 public:
  virtual ~figures_records() = default;

  virtual result<void> put_figures(const figures_row& row) = 0;  // replaces the meeting's
  // Of meetings that closed from `from` up to, and not with, `to`; oldest first, then by meeting.
  virtual result<std::vector<figures_row>> list_figures(instant from, instant to) = 0;
};

}  // namespace nightlight
