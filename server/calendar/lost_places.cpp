#include "calendar/lost_places.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::local_day;
using domain::calendar::series;

constexpr std::size_t days_ahead_max = 400;

result<void> promote_all(const desk& d, const meeting_name& meeting, std::uint32_t places) {
  for (;;) {
    auto next = d.kept().promote_next(meeting, places);
    if (!next) return next.error();
    if (!*next) return {};
  }
}

}  // namespace

std::vector<local_day> days_to_come(const desk& d, const series& s) {
  std::vector<local_day> days;
  const domain::calendar::span ahead{d.now, d.now + warned_ahead};
  for (const auto& o : domain::calendar::occurrences_in(s, ahead, days_ahead_max, d.zones, d.off).found) {
    days.push_back(o.day);
  }
  return days;
}

result<warnings> settle_places(const desk& d, const std::vector<local_day>& days, const series& changed) {
  warnings lost;
  for (const local_day day : days) {
    const meeting_name meeting{changed.id, day};
    auto places = d.kept().list_places(meeting);
    if (!places) return places.error();
    if (places->empty()) continue;
    const auto now = domain::calendar::occurrence_on(changed, day, d.zones, d.off);
    if (now && !now->cancelled) {
      if (auto given = promote_all(d, meeting, changed.places); !given) return given.error();
      continue;
    }
    lost.push_back({warning_kind::places_lost, day, {}, {}, static_cast<std::uint32_t>(places->size())});
    for (const place_row& row : *places) {
      if (now) break;
      if (auto gone = d.kept().delete_place(meeting, row.person); !gone) return gone.error();
    }
  }
  return lost;
}

}  // namespace nightlight::calendar
