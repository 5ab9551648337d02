// The figures of meetings as nightlight.api.v1 writes them.
#pragma once

#include <string>
#include <vector>

#include "domain/figures/summary.hpp"
#include "nightlight/api/v1/figures.pb.h"

namespace nightlight::transport {

struct counted_meeting {
  std::string title;
  domain::meeting_figures figures;
};

std::int64_t minutes_of(const domain::meeting_figures& f);
std::vector<domain::week_summary> weeks_of(const std::vector<counted_meeting>& meetings, instant now);

api::v1::ListFiguresResponse wire_figures(const std::vector<counted_meeting>& meetings, instant now);

}  // namespace nightlight::transport
