// Everything that is said to one connection, and what is ephemeral.
#include "wire/encode.hpp"

#include "wire/serialise.hpp"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::wire::v1;

bool staff_eyes(const addressed& to) { return to.eyes == domain::visibility::staff; }

}  // namespace

std::string encode_welcome(subprotocol spoken, const welcome_words& w) {
  pb::ServerFrame frame;
  pb::Welcome& out = *frame.mutable_welcome();
  out.set_name(std::string(w.name.reveal()));
  out.set_role(static_cast<pb::Role>(w.role));
  out.set_server_time_ms(to_unix_ms(w.now));
  out.mutable_limits()->set_body_code_points_max(static_cast<std::uint32_t>(w.rules.body_code_points_max));
  out.mutable_limits()->set_reason_code_points_max(static_cast<std::uint32_t>(w.rules.reason_code_points_max));
  out.mutable_limits()->set_frame_bytes_max(static_cast<std::uint32_t>(w.frame_bytes_max));
  return serialise(frame, spoken);
}

std::string encode_joined(const addressed& to, const joined_answer& answer) {
  pb::ServerFrame frame;
  pb::Joined& out = *frame.mutable_joined();
  out.set_room(to.room.value);
  out.set_epoch(answer.epoch.value);
  out.set_member(answer.member.value);
  out.set_head(answer.head);
  out.set_resumed(answer.resumed);
  out.set_reset_reason(std::string(answer.reset_reason));
  return serialise(frame, to.spoken);
}

std::string encode_ack(const addressed& to, const command_id& id, const epoch_id& epoch, const domain::answer& kept) {
  pb::ServerFrame frame;
  pb::Ack& out = *frame.mutable_ack();
  out.set_room(to.room.value);
  out.set_id(id.value);
  out.set_epoch(epoch.value);
  out.set_number(kept.number.value);
  if (staff_eyes(to)) out.set_position(kept.at.value);
  out.set_hold(kept.hold.value);
  out.set_at_ms(to_unix_ms(kept.time));
  return serialise(frame, to.spoken);
}

std::string encode_refusal(subprotocol spoken, const room_id& room, const command_id& id, const refused& why) {
  pb::ServerFrame frame;
  pb::Refusal& out = *frame.mutable_refusal();
  out.set_room(room.value);
  out.set_id(id.value);
  out.set_code(std::string(why.code));
  out.set_words(std::string(why.words));
  out.set_retry_after_ms(why.retry_after.count());
  out.set_second_room(std::string(why.second_room));
  return serialise(frame, spoken);
}

std::string encode_presence(const addressed& to, const presence& p) {
  pb::ServerFrame frame;
  pb::Presence& out = *frame.mutable_presence();
  out.set_room(to.room.value);
  out.set_complete(p.complete);
  for (const member_number n : p.here) out.add_here(n.value);
  for (const member_number n : p.gone) out.add_gone(n.value);
  out.set_total(static_cast<std::uint32_t>(p.total));
  return serialise(frame, to.spoken);
}

std::string encode_typing(const addressed& to, std::span<const member_number> who) {
  pb::ServerFrame frame;
  frame.mutable_typing()->set_room(to.room.value);
  for (const member_number n : who) frame.mutable_typing()->add_members(n.value);
  return serialise(frame, to.spoken);
}

std::string encode_drain(subprotocol spoken, milliseconds reconnect_after, std::string_view words) {
  pb::ServerFrame frame;
  frame.mutable_drain()->set_reconnect_after_ms(static_cast<std::uint32_t>(reconnect_after.count()));
  frame.mutable_drain()->set_words(std::string(words));
  return serialise(frame, spoken);
}

std::string encode_pong(subprotocol spoken, std::uint64_t nonce) {
  pb::ServerFrame frame;
  frame.mutable_pong()->set_nonce(nonce);
  return serialise(frame, spoken);
}

}  // namespace nightlight::wire
