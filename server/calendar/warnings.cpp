#include "calendar/warnings.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace nightlight::calendar {
namespace {

using domain::calendar::occurrence;
using domain::calendar::series;
using domain::calendar::span;

constexpr std::size_t looked_at_max = 400;  // meetings of one series: daily for a year

std::vector<occurrence> meetings_to_come(const desk& d, const series& s) {
  const span ahead{d.now, d.now + warned_ahead};
  auto found = domain::calendar::occurrences_in(s, ahead, looked_at_max, d.zones, d.off).found;
  std::erase_if(found, [](const occurrence& o) { return o.cancelled; });
  return found;
}

// Everybody who leads one of these, or helps to.
std::set<person_id> team_of(const std::vector<occurrence>& meetings) {
  std::set<person_id> team;
  for (const occurrence& o : meetings) team.insert({o.facilitator, o.second});
  team.erase(person_id{});
  return team;
}

// Whether any of them is named anywhere in the plan: counting out a year of meetings costs far more than asking.
bool names_any_of(const std::set<person_id>& team, const series& s) {
  const auto named = [&](const auto& on) { return team.contains(on.facilitator) || team.contains(on.second); };
  return named(s) || std::ranges::any_of(s.exceptions, [&](const auto& e) { return named(e.second); });
}

bool takes_part(const person_id& person, const occurrence& in) {
  return person && (in.facilitator == person || in.second == person);
}

void compare(const occurrence& mine, const occurrence& other, warnings& found) {
  if (other.ends_at <= mine.starts_at || mine.ends_at <= other.starts_at) return;
  for (const person_id& person : {mine.facilitator, mine.second}) {
    if (takes_part(person, other))
      found.push_back({warning_kind::booked_twice, mine.day, person, {other.of, other.day}});
  }
}

// Both are in the order of time; a meeting lasts less than a day, so older ones are let go.
void collisions(const std::vector<occurrence>& mine, const std::vector<occurrence>& others, warnings& found) {
  auto first = others.begin();
  for (const occurrence& o : mine) {
    while (first != others.end() && first->starts_at + std::chrono::hours{24} < o.starts_at) ++first;
    for (auto at = first; at != others.end() && at->starts_at < o.ends_at; ++at) compare(o, *at, found);
  }
}

}  // namespace

result<warnings> warnings_about(const desk& d, const series& s) {
  warnings found;
  const std::vector<occurrence> mine = meetings_to_come(d, s);
  auto all = d.kept().list_series();
  if (!all) return all.error();
  const std::set<person_id> team = team_of(mine);
  for (const series& other : *all) {
    if (other.id == s.id || !names_any_of(team, other)) continue;
    collisions(mine, meetings_to_come(d, other), found);
  }
  for (const occurrence& o : mine) {
    if (!o.second) found.push_back({warning_kind::no_second, o.day});
    if (o.shifted) found.push_back({warning_kind::time_moved, o.day});
  }
  std::ranges::stable_sort(found, {}, [](const warning& w) { return std::tuple(w.kind, w.day); });
  if (found.size() > warnings_max) found.resize(warnings_max);
  std::ranges::stable_sort(found, {}, [](const warning& w) { return std::tuple(w.day, w.kind); });
  return found;
}

}  // namespace nightlight::calendar
