// The meetings of all series in the order of time: as they were kept, where they have begun, and as they are planned.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calendar/desk.hpp"

namespace nightlight::calendar {

// What an empty member leaves open is not asked for.
struct agenda_filter {
  topic_id topic;
  series_id series;
  std::string language;
};

// A place in the list: what stands after it is the next page.
struct agenda_mark {
  instant starts_at;
  series_id series;
  domain::calendar::local_day day{};
  friend auto operator<=>(const agenda_mark&, const agenda_mark&) = default;
};

struct listed_meeting {
  domain::calendar::occurrence meeting;
  std::shared_ptr<const domain::calendar::series> of;
  agenda_mark mark() const { return {meeting.starts_at, meeting.of, meeting.day}; }
};

struct agenda_page {
  std::vector<listed_meeting> meetings;
  bool more = false;
};

// Which span is asked for may depend on the series' zone. Meetings that began before it and have not ended are listed.
using span_of = std::function<domain::calendar::span(const domain::calendar::series&)>;

// At most `most`, after the mark if there is one.
result<agenda_page> meetings_in(const desk& d, const span_of& when, const agenda_filter& only,
                                const std::optional<agenda_mark>& after, std::size_t most);

// From now until four in the morning on the clocks of a zone: an evening that goes past midnight is still tonight.
domain::calendar::span tonight(const desk& d, const std::string& zone);

// The series of a feed, with those that have ended.
result<std::vector<domain::calendar::series>> series_of(const desk& d, const agenda_filter& only);

}  // namespace nightlight::calendar
