#include "domain/room/apply_meeting.hpp"

#include <algorithm>
#include <utility>

#include "domain/room/apply_beside.hpp"
#include "domain/room/name.hpp"

namespace nightlight::domain {

void fold(room_state& room, const room_opened& opened, instant time) {
  room_state fresh;
  fresh.head = room.head;
  fresh.circle_head = room.circle_head;
  fresh.newest_time = room.newest_time;
  fresh.meeting = opened.meeting;
  fresh.phase = phase::open;
  fresh.opened_at = time;
  fresh.retention_hours = opened.retention_hours;
  fresh.slow_mode = opened.slow_mode;
  fresh.speaking_capacity = opened.speaking_capacity;
  fresh.carried = opened.carried;
  fresh.plan.starts_at = opened.starts_at;
  fresh.plan.ends_at = opened.ends_at;
  fresh.plan.planned_end = opened.ends_at;
  fresh.plan.end_set_at = time;
  fresh.plan.late_entry = opened.late_entry;
  fresh.plan.gathering = time < opened.starts_at;
  fresh.beside.is_second = opened.second;
  room = std::move(fresh);
}

void fold(room_state& room, const room_paused& paused) {
  room.phase = phase::paused;
  room.paused_by = paused.cause;
}

void fold(room_state& room, const room_resumed&) {
  room.phase = phase::open;
  room.paused_by = {};
}

void fold(room_state& room, const room_closed&, instant time) {
  room.phase = phase::closed;
  room.closed_at = time;
  room.paused_by = {};
  room.waiting.clear();
  room.prompt = private_text{};
  room.round.reset();
  room.poll.reset();
  closes_beside(room);
}

void fold(room_state& room, const circle_began&) { room.plan.gathering = false; }

void fold(room_state& room, const ending_soon& notice) { room.plan.told = notice.before; }

void fold(room_state& room, const meeting_extended& extended, instant time) {
  room.plan.ends_at = extended.ends_at;
  room.plan.end_set_at = time;
  room.plan.told.reset();
}

namespace {

waiting_person* waits(room_state& room, waiting_number n) {
  const auto who = std::ranges::find(room.waiting, n, &waiting_person::number);
  return who == room.waiting.end() ? nullptr : &*who;
}

// By person: she may be a member when she sends it again.
void remember(room_state& room, const waiting_person& who, const logged_event& e) {
  if (e.what.command) room.lobby_answers.try_emplace({who.person, e.what.command}, answer{e.at, e.number, e.time, {}});
}

}  // namespace

void fold(room_state& room, const wait_began& began, const logged_event& e) {
  room.newest_waiting = began.waiting;
  room.waiting.push_back({began.waiting, began.person, began.name, skeleton_of(began.name), began.name, began.listening,
                          began.marks, e.time});
  remember(room, room.waiting.back(), e);
}

void fold(room_state& room, const wait_renamed& renamed, const logged_event& e) {
  waiting_person* who = waits(room, renamed.waiting);
  if (who == nullptr) return;
  who->name = renamed.name;
  who->skeleton = skeleton_of(renamed.name);
  remember(room, *who, e);
}

void fold(room_state& room, const wait_ended& ended, const logged_event& e) {
  if (const waiting_person* who = waits(room, ended.waiting)) remember(room, *who, e);
  std::erase_if(room.waiting, [&](const waiting_person& p) { return p.number == ended.waiting; });
}

void come_out_of_the_lobby(room_state& room, waiting_number waited, member& m) {
  const auto who = std::ranges::find(room.waiting, waited, &waiting_person::number);
  if (who == room.waiting.end()) return;
  m.joined_at = who->since;
  if (who->came_as != m.name) m.came_as = who->came_as;
  room.waiting.erase(who);
}

}  // namespace nightlight::domain
