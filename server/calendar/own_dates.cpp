#include "calendar/own_dates.hpp"

#include <algorithm>
#include <utility>

#include "calendar/agenda.hpp"
#include "calendar/cover.hpp"

namespace nightlight::calendar {
namespace {

constexpr std::chrono::days told_behind{30};
constexpr std::chrono::days told_ahead{183};
// Of the whole organisation, before hers are picked: twenty a day.
constexpr std::size_t meetings_max = 4'000;

}  // namespace

result<std::vector<own_date>> own_dates(const desk& d, const person_id& who) {
  const domain::calendar::span when{d.now - told_behind, d.now + told_ahead};
  auto page = meetings_in(
      d, [&](const auto&) { return when; }, {}, std::nullopt, meetings_max);
  if (!page) return page.error();
  std::vector<own_date> hers;
  for (listed_meeting& m : page->meetings) {
    const auto seat = domain::calendar::seat_of(m.meeting, who);
    if (!seat) continue;
    const auto covers = open_covers(d, m.meeting);
    if (!covers) return covers.error();
    const bool asked = std::ranges::find(*covers, *seat, &cover_row::seat) != covers->end();
    hers.push_back({std::move(m.meeting), std::move(m.of), *seat, asked});
  }
  return hers;
}

result<std::optional<own_feed_row>> reader_of(const desk& d, const std::string& secret_hash) {
  auto found = d.kept().find_own_feed(secret_hash);
  if (!found || !*found) return found;
  const auto account = d.all.find_staff_by_id((*found)->person);
  if (!account) return account.error();
  if (!*account || (*account)->disabled) return std::optional<own_feed_row>{};
  return found;
}

}  // namespace nightlight::calendar
