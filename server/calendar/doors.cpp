#include "calendar/doors.hpp"

#include <utility>

#include "sealing/door_code.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::door;
using domain::calendar::door_kind;
using domain::calendar::folded_code;
using domain::calendar::problem_code;
using domain::calendar::problems;
using domain::calendar::typed_door;

refusal unavailable() { return refusal_code::store_unavailable; }

// A code that is not asked for any more is forgotten.
door door_from(const typed_door& typed, const door& was) {
  door d{static_cast<door_kind>(typed.kind), {}, typed.speaking, typed.listening, typed.late_minutes};
  if (d.kind != door_kind::code) return d;
  d.code_hash = typed.code.empty() ? was.code_hash : sealing::hash_of_code(folded_code(typed.code));
  return d;
}

}  // namespace

answer<void> set_door(const desk& d, const door_change& change, const std::optional<typed_door>& typed) {
  door set;
  if (change.was) {
    auto was = find_door(d.all, change.was);
    if (!was) return unavailable();
    set = std::move(*was);
  }
  if (typed) {
    if (auto wrong = check_door(*typed, !set.code_hash.empty()); !wrong.empty()) return refusal(std::move(wrong));
    door wanted = door_from(*typed, set);
    if (change.for_one_day && wanted != set) return refusal(problems{{"door", problem_code::for_all_days_only}});
    set = std::move(wanted);
  }
  if (!typed && change.was == change.now) return {};
  if (!keep_door(d.all, change.now, set)) return unavailable();
  return {};
}

answer<void> may_keep_place(const desk& d, const meeting_name& meeting, const person_id& person,
                            const room_id& came_by) {
  const auto at = find_door(d.all, meeting.series);
  const auto hers = d.kept().find_place(meeting, person);
  if (!at || !hers) return unavailable();
  if (at->kind != door_kind::invitation || *hers) return {};
  if (!came_by) return refusal(refusal_code::invitation_needed);
  const auto invited_to = d.kept().find_series_of_room(came_by);
  if (!invited_to) return unavailable();
  if (*invited_to != meeting.series) return refusal(refusal_code::invitation_needed);
  return {};
}

result<bool> takes_without_place(const desk& d, const series_id& series) {
  const auto at = find_door(d.all, series);
  if (!at) return result<bool>{boost::system::in_place_error, at.error()};
  return at->kind == door_kind::open || at->kind == door_kind::code;
}

}  // namespace nightlight::calendar
