// The room as someone who joins now sees it.
#include <algorithm>

#include "wire/encode.hpp"
#include "wire/serialise.hpp"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::wire::v1;

constexpr std::size_t message_overhead_bytes = 32;  // numbers, times and tags around the words

std::size_t size_of(const domain::message& m) {
  std::size_t size = message_overhead_bytes + m.text.size_bytes() + m.retraction_reason.size_bytes();
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

void fill(pb::Message& out, const domain::message& m) {
  out.set_number(m.number.value);
  out.set_author(m.author.value);
  out.set_at_ms(to_unix_ms(m.said_at));
  out.set_text(std::string(m.text.reveal()));
  out.set_reply_to(m.reply_to.value);
  out.set_retracted(m.retracted);
  out.set_retraction_reason(std::string(m.retraction_reason.reveal()));
  for (const domain::reaction_count& r : m.reactions) {
    pb::ReactionCount& count = *out.add_reactions();
    count.set_reaction(static_cast<pb::Reaction>(r.reaction));
    for (const member_number n : r.members) count.add_members(n.value);
  }
}

void fill(pb::Person& out, const domain::member& m) {
  out.set_member(m.number.value);
  out.set_name(std::string(m.name.reveal()));
  out.set_role(static_cast<pb::Role>(m.role));
  out.set_listening(m.listening);
  out.set_present(m.present);
}

void fill(pb::Sanction& out, const domain::member& m) {
  const domain::sanction& newest = m.removal ? *m.removal : *m.mute;
  out.set_member(m.number.value);
  out.set_muted(m.mute.has_value());
  if (m.mute) out.set_muted_until_ms(to_unix_ms(m.mute->until));
  out.set_removed(m.removal.has_value());
  if (m.removal) out.set_removed_until_ms(to_unix_ms(m.removal->until));
  out.set_reason(std::string(newest.reason.reveal()));
  out.set_by(newest.by.value);
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
  for (std::size_t i = first; i < room.messages.size(); ++i) fill(*out.add_messages(), room.messages[i]);
  out.set_has_earlier(first > 0);
  if (staff_eyes) {
    out.set_door_locked(room.door_locked);
    for (const domain::member& m : room.members) {
      if (m.mute || m.removal) fill(*out.add_sanctions(), m);
    }
  }
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
  for (const domain::message& m : older.subspan(first)) fill(*out.add_messages(), m);
  out.set_has_earlier(first > 0);
  return serialise(frame, to.spoken);
}

}  // namespace nightlight::wire
