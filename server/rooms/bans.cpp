#include "rooms/bans.hpp"

#include <utility>

#include "domain/room/marks.hpp"
#include "domain/room/second_room.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::rooms {
namespace {

std::vector<std::string> marks_of(const domain::room_state& room, member_number who) {
  const domain::member* m = room.find(who);
  return m == nullptr ? std::vector<std::string>{} : domain::marks_in(m->marks);
}

}  // namespace

std::vector<ban_change> ban_changes_of(std::span<const domain::logged_event> events, const domain::room_state& room,
                                       position after) {
  std::vector<ban_change> changes;
  for (const domain::logged_event& e : events) {
    if (e.at <= after) continue;
    ban_change change{{}, {}, e.at};
    if (const auto* banned = std::get_if<domain::member_banned>(&e.what.body)) {
      change.marks = marks_of(room, banned->member);
      change.until = banned->until;
    } else if (const auto* back = std::get_if<domain::member_readmitted>(&e.what.body)) {
      change.marks = marks_of(room, back->member);
    }
    if (const auto* lifted = std::get_if<domain::ban_lifted>(&e.what.body)) change.lifts = lifted->ban;
    if (!change.marks.empty() || change.lifts) changes.push_back(std::move(change));
  }
  return changes;
}

result<room_id> ban_scope_of(records& r, const room_id& room) {
  const room_id first = domain::first_of(room);
  const auto series = r.calendar().find_series_of_room(first);
  if (!series) return series.error();
  if (!*series) return first;
  return room_id{"series/" + sealing::to_hex((*series)->value)};
}

result<void> keep_bans(records& r, const room_id& room, std::span<const ban_change> changes) {
  if (changes.empty()) return {};
  const auto scope = ban_scope_of(r, room);
  if (!scope) return scope.error();
  for (const ban_change& change : changes) {
    if (change.lifts) {
      if (auto lifted = r.delete_bans_made(room, change.lifts); !lifted) return lifted;
      continue;
    }
    if (change.until == instant{}) {
      if (auto lifted = r.delete_bans(*scope, change.marks); !lifted) return lifted;
      continue;
    }
    for (const std::string& mark : change.marks) {
      if (auto kept = r.put_ban({*scope, mark, change.until, change.at, room}); !kept) return kept;
    }
  }
  return {};
}

}  // namespace nightlight::rooms
