#include "calendar/agenda.hpp"

#include <algorithm>
#include <set>

#include "domain/calendar/plan.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::local_day;
using domain::calendar::occurrence;
using domain::calendar::series;
using domain::calendar::span;

constexpr std::chrono::hours night_ends{4};
constexpr std::chrono::minutes longest{domain::calendar::minutes_max};
// A series may have been moved by days since a meeting of it was kept.
constexpr std::chrono::days around_kept{7};

bool is_asked_for(const series& s, const agenda_filter& only) {
  return (!only.topic || only.topic == s.topic) && (!only.series || only.series == s.id) &&
         (only.language.empty() || only.language == s.language);
}

result<std::vector<occurrence>> meetings_of(const desk& d, const series& s, span when, std::size_t most) {
  auto found = d.kept().kept_meetings(s.id, {when.from - around_kept, std::min(when.to, s.kept_through)});
  if (!found) return found;
  std::set<local_day> kept;
  for (const occurrence& o : *found) kept.insert(o.day);
  std::erase_if(*found, [&](const occurrence& o) { return o.starts_at < when.from; });
  const span planned{std::max(when.from, s.kept_through), when.to};
  for (occurrence& o : domain::calendar::occurrences_in(s, planned, most, d.zones, d.off).found) {
    if (!kept.contains(o.day)) found->push_back(std::move(o));
  }
  return found;
}

}  // namespace

result<std::vector<series>> series_of(const desk& d, const agenda_filter& only) {
  auto all = d.kept().list_series();
  if (all) std::erase_if(*all, [&](const series& s) { return !is_asked_for(s, only); });
  return all;
}

result<agenda_page> meetings_in(const desk& d, const span_of& when, const agenda_filter& only,
                                const std::optional<agenda_mark>& after, std::size_t most) {
  auto all = series_of(d, only);
  if (!all) return all.error();
  agenda_page page;
  for (series& s : *all) {
    const span asked = when(s);
    span wide{asked.from - longest, asked.to};
    if (after) wide.from = std::max(wide.from, after->starts_at);
    // Those of the same moment that the mark has passed, and one more to know that there is more.
    auto found = meetings_of(d, s, wide, most + 2);
    if (!found) return found.error();
    const auto shared = std::make_shared<const series>(std::move(s));
    for (occurrence& o : *found) {
      listed_meeting listed{std::move(o), shared};
      const bool passed = after && listed.mark() <= *after;
      if (!passed && asked.from < listed.meeting.ends_at) page.meetings.push_back(std::move(listed));
    }
  }
  std::ranges::sort(page.meetings, {}, &listed_meeting::mark);
  page.more = page.meetings.size() > most;
  if (page.more) page.meetings.resize(most);
  return page;
}

span tonight(const desk& d, const std::string& zone) {
  const auto here = d.zones.local_of(zone, d.now);
  local_day morning = domain::calendar::day_of(here);
  if (domain::calendar::time_of_day(here) >= night_ends) morning += std::chrono::days{1};
  return {d.now, d.zones.resolve(zone, morning + night_ends).at};
}

}  // namespace nightlight::calendar
