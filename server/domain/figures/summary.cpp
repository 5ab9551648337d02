#include "domain/figures/summary.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace nightlight::domain {
namespace {

using meetings_of_week = std::vector<const meeting_figures*>;

constexpr std::array levels{alert_level::red, alert_level::amber, alert_level::soft};
constexpr std::chrono::hours noon{12};
constexpr std::chrono::days week_and_rest{8};

counts levels_of(const meeting_figures& f) {
  counts parts;
  for (const alert_level level : levels) {
    parts.push_back(static_cast<std::uint32_t>(std::ranges::count(f.alerts, level, &alert_figure::level)));
  }
  return parts;
}

std::uint32_t rest_of(std::uint32_t whole, std::uint32_t parts) { return whole > parts ? whole - parts : 0; }

// Lighter, the same, heavier, and who did not say.
counts leavings_of(const meeting_figures& f) {
  return {f.lighter, f.same, f.heavier, rest_of(f.attendance, f.lighter + f.same + f.heavier)};
}

counts first_timers_of(const meeting_figures& f) { return {f.first_timers, rest_of(f.attendance, f.first_timers)}; }

std::optional<waiting_times> times_of(const meetings_of_week& all, alert_level level) {
  std::vector<seconds> times;
  for (const meeting_figures* f : all) {
    for (const alert_figure& a : f->alerts) {
      if (a.level == level && a.taken_after) times.push_back(*a.taken_after);
    }
  }
  return times_told(std::move(times));
}

std::vector<counts> each(const meetings_of_week& all, auto what) {
  std::vector<counts> found;
  for (const meeting_figures* f : all) found.push_back(what(*f));
  return found;
}

amount sum_of(const meetings_of_week& all, auto what) {
  counts parts;
  for (const meeting_figures* f : all) parts.push_back(what(*f));
  return sum_told(parts);
}

// Of one meeting it is what summary_of() says: a sum of one part is told as the part.
summary together(const meetings_of_week& all) {
  summary s;
  s.attendance = sum_of(all, [](const meeting_figures& f) { return f.attendance; });
  s.unanswered = sum_of(all, [](const meeting_figures& f) { return f.unanswered; });
  s.first_timers = shares_sum_told(each(all, first_timers_of)).front();
  const std::vector<amount> leavings = shares_sum_told(each(all, leavings_of));
  s.lighter = leavings[0];
  s.same = leavings[1];
  s.heavier = leavings[2];
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const amount alerts = sum_of(all, [i](const meeting_figures& f) { return levels_of(f)[i]; });
    s.alerts.push_back({levels[i], alerts, times_of(all, levels[i])});
  }
  return s;
}

// How many climbed, when neither they nor the others are few, and the levels that are told account for them all.
amount climbed_of(const meetings_of_week& all, const summary& s) {
  std::uint32_t climbed = 0;
  std::uint32_t stayed = 0;
  for (const meeting_figures* f : all) {
    for (const alert_figure& a : f->alerts) {
      if (a.level != alert_level::none) ++(a.climbed_to > alert_rung::facilitator ? climbed : stayed);
    }
  }
  if (climbed < few) return told(climbed);
  std::uint32_t surely = 0;
  std::uint32_t at_most = 0;
  for (const level_summary& level : s.alerts) {
    surely += level.alerts.least;
    at_most += level.alerts.most;
  }
  if ((stayed == 0 || stayed >= few) && climbed <= surely) return {climbed, climbed};
  return {0, at_most};
}

week_summary week_of(std::chrono::sys_days monday, const meetings_of_week& all) {
  week_summary week{monday, static_cast<std::uint32_t>(all.size()), together(all), {}};
  week.climbed = climbed_of(all, week.all);
  return week;
}

}  // namespace

summary summary_of(const meeting_figures& f) { return together({&f}); }

std::chrono::sys_days monday_of(instant at) {
  const std::chrono::sys_time<milliseconds> moved{at.time_since_epoch() - noon};
  const auto day = std::chrono::floor<std::chrono::days>(moved);
  return day - (std::chrono::weekday{day} - std::chrono::Monday);
}

instant beginning_of_week(std::chrono::sys_days monday) { return instant{monday.time_since_epoch() + noon}; }

std::vector<week_summary> weeks_of(const std::vector<meeting_figures>& meetings, instant now) {
  std::map<std::chrono::sys_days, meetings_of_week> by_week;
  for (const meeting_figures& f : meetings) by_week[monday_of(f.closed_at)].push_back(&f);
  std::vector<week_summary> weeks;
  for (const auto& [monday, all] : by_week) {
    if (now < beginning_of_week(monday) + week_and_rest) continue;
    weeks.push_back(week_of(monday, all));
  }
  return weeks;
}

}  // namespace nightlight::domain
