#include "calendar/lost_places.hpp"

#include "calendar/cover.hpp"
#include "calendar/offers.hpp"
#include "calendar/places.hpp"
#include "calendar/steps.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::occurrence;
using domain::calendar::series;

constexpr std::size_t days_ahead_max = 400;

result<void> tell_all(const desk& d, const std::vector<place_row>& places, const series& changed, step_kind kind,
                      const letter_about& about) {
  for (const place_row& row : places) {
    const step_name step{row.meeting, kind, row.person, static_cast<std::int64_t>(changed.version)};
    if (auto told = write_to(d, step, about); !told) return told;
  }
  return {};
}

result<void> tell_of_change(const desk& d, const std::vector<place_row>& places, const series& changed,
                            const occurrence& was, const std::optional<occurrence>& now) {
  const bool takes_place = now && !now->cancelled;
  if (takes_place && (was.cancelled || was.starts_at != now->starts_at)) {
    return tell_all(d, places, changed, step_kind::told_moved, about_meeting(letter_kind::moved, changed, *now));
  }
  if (!takes_place && !was.cancelled) {
    const auto about = about_meeting(letter_kind::cancelled, changed, was);
    return tell_all(d, places, changed, step_kind::told_cancelled, about);
  }
  return {};
}

// Nobody needs cover on a day that is no more.
result<void> settle_covers(const desk& d, const series& changed, domain::calendar::local_day day) {
  const meeting_name name{changed.id, day};
  const auto asked = d.kept().list_covers(name);
  if (!asked) return asked.error();
  if (asked->empty() || domain::calendar::occurrence_on(changed, day, d.zones, d.off)) return {};
  return forget_covers(d, name);
}

}  // namespace

meetings_before meetings_to_come(const desk& d, const series& s) {
  const domain::calendar::span ahead{d.now, d.now + warned_ahead};
  return domain::calendar::occurrences_in(s, ahead, days_ahead_max, d.zones, d.off).found;
}

result<warnings> settle_places(const desk& d, const meetings_before& before, const series& changed) {
  warnings lost;
  for (const occurrence& was : before) {
    auto places = d.kept().list_places({changed.id, was.day});
    if (!places) return places.error();
    if (places->empty()) {
      if (auto done = settle_covers(d, changed, was.day); !done) return done.error();
      continue;
    }
    const auto now = domain::calendar::occurrence_on(changed, was.day, d.zones, d.off);
    if (auto told = tell_of_change(d, *places, changed, was, now); !told) return told.error();
    if (now && !now->cancelled) {
      if (auto offered = offer_places(d, changed, *now); !offered) return offered.error();
      continue;
    }
    lost.push_back({warning_kind::places_lost, was.day, {}, {}, static_cast<std::uint32_t>(places->size())});
    if (now) continue;
    if (auto gone = forget_places(d, {changed.id, was.day}); !gone) return gone.error();
  }
  return lost;
}

}  // namespace nightlight::calendar
