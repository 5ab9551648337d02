#include "rooms/hall.hpp"

#include <algorithm>

namespace nightlight::rooms {
namespace {

constexpr std::size_t worth_sharing_bytes = 512;

}  // namespace

session_address hall::enter(outbox& out, wire::subprotocol spoken) {
  sessions_.emplace(++newest_, session{&out, spoken, {}});
  return {shard_, newest_};
}

void hall::leave(session_id who) {
  const auto found = sessions_.find(who);
  if (found == sessions_.end()) return;
  const std::vector<room_id> rooms = std::move(found->second.rooms);
  sessions_.erase(found);
  for (const room_id& room : rooms) unseat(room, who);
}

void hall::tell(session_id who, const payload& p) {
  const auto found = sessions_.find(who);
  if (found == sessions_.end()) return;
  found->second.out->push(frame::make(*p, audience_kind{{}, found->second.spoken}.frames()));
}

void hall::tell_words(const room_id& room, session_id who, audience_kind kind, const payload& p) {
  const auto found = sessions_.find(who);
  const auto seated = audiences_.find(room);
  if (found == sessions_.end() || seated == audiences_.end()) return;
  frame_ptr words = frame::make(*p, kind.frames());
  found->second.out->push(words);
  seated->second.remember(kind, std::move(words));
}

frame_ptr hall::frame_for(const payload& p, audience_kind kind) {
  if (p->size() < worth_sharing_bytes) return frame::make(*p, kind.frames());
  if (newest_shared_.of.lock() != p) newest_shared_ = {p, frame::make(*p, kind.frames())};
  return newest_shared_.framed;
}

void hall::seat(const room_id& room, session_id who, audience_kind kind, std::span<const payload> answer) {
  const auto found = sessions_.find(who);
  if (found == sessions_.end()) return;
  std::vector<frame_ptr> frames;
  frames.reserve(answer.size());
  for (const payload& p : answer) frames.push_back(frame_for(p, kind));
  found->second.out->push_reply(frames);
  audience& seats = audiences_[room];
  seats.add(who, kind, *found->second.out);
  for (frame_ptr& f : frames) seats.remember(kind, std::move(f));
  std::vector<room_id>& rooms = found->second.rooms;
  if (std::ranges::find(rooms, room) == rooms.end()) rooms.push_back(room);
}

void hall::unseat(const room_id& room, session_id who) {
  if (const auto here = sessions_.find(who); here != sessions_.end()) std::erase(here->second.rooms, room);
  const auto found = audiences_.find(room);
  if (found == audiences_.end()) return;
  found->second.remove(who);
  if (found->second.over()) audiences_.erase(found);
}

void hall::publish(const room_id& room, const std::vector<publication>& batch) {
  const auto found = audiences_.find(room);
  if (found == audiences_.end()) return;
  found->second.publish(batch);
  if (found->second.over()) audiences_.erase(found);
}

}  // namespace nightlight::rooms
