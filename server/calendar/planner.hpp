// What facilitators and admins do with series, each inside one transaction. Who may is asked by the caller.
// Whoever changes a series says which version she has seen: another is refused with both, and nothing is saved. What a
// refusal leaves behind is not to be kept: the caller undoes the transaction. A day that is to become what it is
// already changes nothing, and no version.
#pragma once

#include <optional>

#include "calendar/desk.hpp"
#include "calendar/doors.hpp"
#include "calendar/refusal.hpp"
#include "calendar/warnings.hpp"
#include "domain/calendar/edit.hpp"

namespace nightlight::calendar {

enum class scope : std::uint8_t { one, following, all };

struct planned {
  domain::calendar::series series;
  std::optional<domain::calendar::series> ended{};  // what was before it, when it became a series of its own
  warnings about{};
};

// Without a door it is open.
answer<planned> create_series(const desk& d, const domain::calendar::plan& typed,
                              const std::optional<domain::calendar::typed_door>& door = {});

struct series_edit {
  series_id of;
  std::uint64_t seen = 0;  // the version
  scope how_far = scope::all;
  std::string day;  // for one, and for following
  domain::calendar::plan typed;
  std::optional<domain::calendar::typed_door> door{};  // nothing: as it is
};

answer<planned> update_series(const desk& d, const series_edit& edit);

// One day. `seen` as above; the day as it was typed.
struct day_of_series {
  series_id of;
  std::uint64_t seen = 0;
  std::string day;
};

answer<planned> skip_day(const desk& d, const day_of_series& which);
// The day and those after it.
answer<planned> end_series(const desk& d, const day_of_series& which);
// `minutes` 0: as long as it was.
answer<planned> move_day(const desk& d, const day_of_series& which, const std::string& start, std::uint32_t minutes);
// Empty: as it was; not both of them.
answer<planned> substitute_day(const desk& d, const day_of_series& which, const person_id& facilitator,
                               const person_id& second);
// `which.day` is not used: the day of `start` names the meeting.
answer<planned> add_day(const desk& d, const day_of_series& which, const std::string& start, std::uint32_t minutes);
answer<planned> restore_day(const desk& d, const day_of_series& which);

// Keeps the meetings that began since this was last asked, as they were: called before a series changes, and often.
// `s` then knows through when; putting it is the caller's.
result<void> keep_what_began(const desk& d, domain::calendar::series& s);

}  // namespace nightlight::calendar
