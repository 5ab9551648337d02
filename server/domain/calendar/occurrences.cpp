#include "domain/calendar/occurrences.hpp"

#include <algorithm>
#include <utility>

#include "domain/calendar/recurrence.hpp"

namespace nightlight::domain::calendar {
namespace {

// A zone is at most 14 hours from Greenwich, and a gap moves a meeting by less than a day.
constexpr std::chrono::days around_a_span{2};

local_time about(instant at) { return local_time{std::chrono::floor<std::chrono::seconds>(at.time_since_epoch())}; }

occurrence planned(const series& s, local_day day, const zone_rules& zones, const holidays& off) {
  const auto differs = s.exceptions.find(day);
  const exception* const e = differs == s.exceptions.end() ? nullptr : &differs->second;
  const bool skipped = e != nullptr && e->kind == exception_kind::skip;
  const bool holiday = e == nullptr && s.keeps_holidays && off.contains(day);
  const local_time usual = day + time_of_day(s.start);
  occurrence o;
  o.of = s.id;
  o.day = day;
  o.start = e != nullptr && e->start ? *e->start : usual;
  const resolved_time when = zones.resolve(s.zone, o.start);
  o.starts_at = when.at;
  o.ends_at = when.at + std::chrono::minutes{e != nullptr && e->minutes != 0 ? e->minutes : s.minutes};
  o.zone_rules = zones.version();
  o.cancelled = skipped || holiday;
  o.moved = o.start != usual;
  o.shifted = when.shifted;
  o.title = e != nullptr && !e->title.empty() ? e->title : s.title;
  o.facilitator = e != nullptr && e->facilitator ? e->facilitator : s.facilitator;
  o.second = e != nullptr && e->second ? e->second : s.second;
  // Whoever steps up from second to lead is not her own second.
  if (o.second == o.facilitator) o.second = {};
  return o;
}

bool is_in(const occurrence& o, span when) { return when.from <= o.starts_at && o.starts_at < when.to; }

}  // namespace

void walk(const series& s, local_time from, const std::function<bool(local_time)>& see) {
  if (s.rule.empty()) {
    see(s.start);
    return;
  }
  const auto rule = recurrence::parse(s.rule);
  if (!rule) return;
  recurrence_walk days{*rule, s.start};
  days.skip_to(from);
  for (std::size_t seen = 0; seen < walk_days_max; ++seen) {
    const auto next = days.next();
    if (!next || !see(*next)) return;
  }
}

occurrences occurrences_in(const series& s, span when, std::size_t most, const zone_rules& zones, const holidays& off) {
  occurrences out;
  // Those that differ are looked at by themselves: they may have moved into the span from anywhere.
  for (const auto& [day, e] : s.exceptions) {
    occurrence o = planned(s, day, zones, off);
    if (is_in(o, when)) out.found.push_back(std::move(o));
  }
  const local_time from = about(when.from) - around_a_span;
  const local_time to = about(when.to) + around_a_span;
  std::size_t plain = 0;
  walk(s, from, [&](local_time t) {
    if (t > to || plain > most) return false;
    if (t < from || s.exceptions.contains(day_of(t))) return true;
    occurrence o = planned(s, day_of(t), zones, off);
    if (!is_in(o, when)) return true;
    out.found.push_back(std::move(o));
    ++plain;
    return true;
  });
  std::ranges::sort(out.found, {}, [](const occurrence& o) { return std::pair(o.starts_at, o.day); });
  out.more = out.found.size() > most;
  if (out.more) out.found.resize(most);
  return out;
}

bool names_day(const series& s, local_day day) {
  bool named = false;
  walk(s, day, [&](local_time t) {
    named = named || day_of(t) == day;
    return day_of(t) < day;
  });
  return named;
}

std::uint32_t days_before(const series& s, local_day day) {
  std::uint32_t count = 0;
  walk(s, s.start, [&](local_time t) {
    if (day_of(t) >= day) return false;
    ++count;
    return true;
  });
  return count;
}

std::optional<occurrence> occurrence_on(const series& s, local_day day, const zone_rules& zones, const holidays& off) {
  if (!s.exceptions.contains(day) && !names_day(s, day)) return std::nullopt;
  return planned(s, day, zones, off);
}

}  // namespace nightlight::domain::calendar
