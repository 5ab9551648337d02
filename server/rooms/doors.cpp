#include "rooms/doors.hpp"

#include <utility>

#include "sealing/door_code.hpp"

namespace nightlight::rooms {
namespace {

using domain::calendar::at_the_door;
using domain::calendar::door;
using domain::calendar::door_kind;

// Her place in the meeting that this is the room of.
result<std::optional<place_row>> find_her_place(records& r, const series_id& series, const room_id& room,
                                                const person_id& person) {
  const auto meetings = r.calendar().meetings_of(person);
  if (!meetings) return meetings.error();
  for (const meeting_name& m : *meetings) {
    if (m.series != series) continue;
    const auto its_room = r.calendar().find_meeting_room(m);
    if (!its_room) return its_room.error();
    if (*its_room == room) return r.calendar().find_place(m, person);
  }
  return std::optional<place_row>{};
}

result<at_the_door> know(records& r, const series_id& series, const room_id& room, const door& at,
                         const newcomer& who) {
  at_the_door her;
  if (at.kind == door_kind::code && !who.code.empty()) {
    her.code_right = sealing::is_code(at.code_hash, domain::calendar::folded_code(who.code.reveal()));
  }
  if (at.kind != door_kind::registered) return her;
  const auto place = find_her_place(r, series, room, who.person);
  if (!place) return place.error();
  her.keeps_place = *place && !(*place)->waiting;
  her.waits_for_place = *place && (*place)->waiting;
  return her;
}

}  // namespace

result<asked_door> ask_door(records& r, const room_id& room, const std::vector<newcomer>& who) {
  asked_door found;
  const auto series = r.calendar().find_series_of_room(room);
  if (!series) return series.error();
  if (!*series) {
    found.answers.assign(who.size(), domain::calendar::door_answer::come_in);
    return found;
  }
  auto at = find_door(r, **series);
  if (!at) return at.error();
  for (const newcomer& one : who) {
    const auto her = know(r, **series, room, *at, one);
    if (!her) return her.error();
    found.answers.push_back(domain::calendar::answer_at(at->kind, *her));
  }
  found.door = std::move(*at);
  return found;
}

}  // namespace nightlight::rooms
