// The room as someone who joins now sees it.
#include <algorithm>

#include "wire/encode.hpp"
#include "wire/encode_room.hpp"
#include "wire/serialise.hpp"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::wire::v1;

constexpr std::size_t message_overhead_bytes = 32;  // numbers, times and tags around the words

std::size_t size_of(const domain::message& m) {
  std::size_t size = message_overhead_bytes + m.what.text.size_bytes() + m.what.content_note.size_bytes() +
                     m.retraction_reason.size_bytes();
  for (const domain::reaction_count& r : m.reactions) size += 8 + r.members.size() * 2;
  return size;
}

// How many of the messages before `end` fit, counted from the newest back.
std::size_t first_that_fits(std::span<const domain::message> messages, std::size_t bytes_max) {
  std::size_t first = messages.size();
  std::size_t bytes = 0;
  while (first > 0) {
    bytes += size_of(messages[first - 1]);
    if (bytes > bytes_max) break;
    --first;
  }
  return first;
}

bool worth_telling(const domain::member& m) { return m.mute || m.removal || m.warnings > 0; }

bool has_one_beside(const domain::rooms_beside& b) {
  return b.is_second || b.second_open || (b.told_filling && !b.had_second);
}

// What only staff see of a room.
void fill_for_staff(pb::Snapshot& out, const domain::room_state& room) {
  out.set_door_locked(room.controls.door_locked);
  fill(*out.mutable_controls(), room.controls);
  out.mutable_controls()->set_lockdown_by(room.locked_down_by.value);
  out.mutable_controls()->set_lockdown_at_ms(to_unix_ms(room.locked_down_at));
  for (const domain::member& m : room.members) {
    if (worth_telling(m)) fill(*out.add_sanctions(), m);
  }
  for (const domain::held_message& h : room.held) fill(*out.add_held(), h);
  for (const domain::alert& a : room.alerts) fill(*out.add_alerts(), a);
  for (const domain::side_room& s : room.sides) fill(*out.add_sides(), s);
  for (const domain::person_note& n : room.notes) fill(*out.add_notes(), n);
  for (const domain::backstage_line& b : room.backstage) fill(*out.add_backstage(), b);
  for (const domain::waiting_person& p : room.waiting) fill(*out.add_waiting(), p);
  for (const domain::check_out_line& c : room.check_outs) fill(*out.add_check_outs(), c);
  if (room.hand_over) fill(*out.mutable_hand_over(), *room.hand_over);
  if (has_one_beside(room.beside)) fill(*out.mutable_beside(), room_id{out.room()}, room.beside);
}

}  // namespace

std::string encode_snapshot(const addressed& to, const snapshot_of& what) {
  const domain::room_state& room = what.room;
  const bool staff_eyes = to.eyes == domain::visibility::staff;
  pb::ServerFrame frame;
  pb::Snapshot& out = *frame.mutable_snapshot();
  out.set_room(to.room.value);
  out.set_epoch(what.epoch.value);
  out.set_through(staff_eyes ? room.head.value : room.circle_head.value);
  out.set_title(std::string(what.title));
  out.set_phase(static_cast<pb::Phase>(room.phase));
  out.set_slow_mode_seconds(static_cast<std::uint32_t>(room.slow_mode.count()));
  for (const domain::member& m : room.members) fill(*out.add_people(), m);
  const std::size_t first = first_that_fits(room.messages, what.bytes_max);
  for (std::size_t i = first; i < room.messages.size(); ++i) fill(*out.add_messages(), room.messages[i], staff_eyes);
  out.set_has_earlier(first > 0);
  out.set_hands_required(room.hands_required);
  out.set_floor(room.floor.value);
  out.set_starts_at_ms(to_unix_ms(room.plan.starts_at));
  out.set_ends_at_ms(to_unix_ms(room.plan.ends_at));
  out.set_gathering(room.plan.gathering);
  out.set_prompt(std::string(room.prompt.reveal()));
  if (room.round) fill(*out.mutable_round(), *room.round);
  if (room.poll) fill(*out.mutable_poll(), *room.poll, staff_eyes);
  if (staff_eyes) fill_for_staff(out, room);
  return serialise(frame, to.spoken);
}

std::string encode_history(const addressed& to, const domain::room_state& room, circle_number before,
                           std::size_t bytes_max) {
  pb::ServerFrame frame;
  pb::HistoryPage& out = *frame.mutable_history();
  out.set_room(to.room.value);
  const auto end = std::ranges::lower_bound(room.messages, before, {}, &domain::message::number);
  const std::span older(room.messages.begin(), end);
  const std::size_t first = first_that_fits(older, bytes_max);
  for (const domain::message& m : older.subspan(first))
    fill(*out.add_messages(), m, to.eyes == domain::visibility::staff);
  out.set_has_earlier(first > 0);
  return serialise(frame, to.spoken);
}

}  // namespace nightlight::wire
