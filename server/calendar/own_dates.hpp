// The dates of one of the team: those she leads or helps with, and whether she has asked who can come for her; and who
// reads them by the link of her own calendar.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "calendar/desk.hpp"

namespace nightlight::calendar {

struct own_date {
  domain::calendar::occurrence on;
  std::shared_ptr<const domain::calendar::series> of;
  domain::calendar::seat seat{};
  bool asked_for_cover = false;
};

// From a month ago until half a year from now, by time.
result<std::vector<own_date>> own_dates(const desk& d, const person_id& who);

// Whose link it is; nobody's when her account is disabled.
result<std::optional<own_feed_row>> reader_of(const desk& d, const std::string& secret_hash);

}  // namespace nightlight::calendar
