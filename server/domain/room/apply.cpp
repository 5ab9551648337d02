#include "domain/room/apply.hpp"

#include <algorithm>
#include <utility>

#include "domain/room/name.hpp"
#include "domain/room/visibility.hpp"

namespace nightlight::domain {
namespace {

// An event about someone or something this state does not hold changes nothing: logs outlive the rules that wrote them.
struct folding {
  room_state& room;
  const logged_event& e;

  member* who(member_number n) const { return const_cast<member*>(std::as_const(room).find(n)); }
  message* what(circle_number n) const { return const_cast<message*>(std::as_const(room).find(n)); }

  void operator()(const room_opened& opened) const {
    room_state fresh;
    fresh.head = room.head;
    fresh.circle_head = room.circle_head;
    fresh.newest_time = room.newest_time;
    fresh.meeting = opened.meeting;
    fresh.phase = phase::open;
    fresh.opened_at = e.time;
    fresh.retention_hours = opened.retention_hours;
    fresh.slow_mode = opened.slow_mode;
    fresh.speaking_capacity = opened.speaking_capacity;
    fresh.carried = opened.carried;
    room = std::move(fresh);
  }

  void operator()(const room_paused& paused) const {
    room.phase = phase::paused;
    room.paused_by = paused.cause;
  }

  void operator()(const room_resumed&) const {
    room.phase = phase::open;
    room.paused_by = {};
  }

  void operator()(const room_closed&) const {
    room.phase = phase::closed;
    room.paused_by = {};
  }

  // What an earlier meeting left in force against her becomes her own when she first comes.
  void take_up_carried(member& m) const {
    const auto left = std::ranges::find(room.carried, m.person, &carried_sanction::person);
    if (left == room.carried.end()) return;
    if (left->muted_until != instant{}) m.mute = sanction{left->muted_until, {}, {}};
    if (left->removed_until != instant{}) m.removal = sanction{left->removed_until, {}, {}};
    room.carried.erase(left);
  }

  void operator()(const member_joined& joined) const {
    if (joined.member.value == room.members.size() + 1) room.members.emplace_back();
    member* m = who(joined.member);
    if (m == nullptr) return;
    m->number = joined.member;
    m->person = joined.person;
    m->name = joined.name;
    m->skeleton = skeleton_of(joined.name);
    m->role = joined.role;
    m->listening = joined.listening;
    m->present = true;
    room.by_person[joined.person] = joined.member;
    take_up_carried(*m);
  }

  void operator()(const member_left& left) const {
    if (member* m = who(left.member)) m->present = false;
  }

  void operator()(const listening_changed& changed) const {
    if (member* m = who(changed.member)) m->listening = changed.listening;
  }

  void operator()(const message_said& said) const {
    message kept;
    kept.number = e.number;
    kept.author = said.author;
    kept.said_at = e.time;
    kept.text = said.text;
    kept.reply_to = said.reply_to;
    room.messages.push_back(std::move(kept));
    if (member* m = who(said.author)) m->last_said_at = e.time;
  }

  void operator()(const reaction_changed& changed) const {
    message* m = what(changed.number);
    if (m == nullptr || m->retracted) return;
    auto count = std::ranges::find(m->reactions, changed.reaction, &reaction_count::reaction);
    if (count == m->reactions.end()) {
      if (changed.withdrawn) return;
      count = m->reactions.insert(count, reaction_count{changed.reaction, {}});
    }
    std::erase(count->members, changed.member);
    if (!changed.withdrawn) count->members.push_back(changed.member);
    if (count->members.empty()) m->reactions.erase(count);
  }

  void operator()(const messages_retracted& retracted) const {
    for (const circle_number number : retracted.numbers) {
      message* m = what(number);
      if (m == nullptr) continue;
      m->text = private_text{};
      m->retracted = true;
      m->retraction_reason = retracted.reason;
      m->reactions.clear();
    }
  }

  void operator()(const member_muted& muted) const {
    if (member* m = who(muted.member)) m->mute = sanction{muted.until, muted.reason, e.what.actor};
  }

  void operator()(const member_unmuted& unmuted) const {
    if (member* m = who(unmuted.member)) m->mute.reset();
  }

  void operator()(const member_removed& removed) const {
    if (member* m = who(removed.member)) m->removal = sanction{removed.until, removed.reason, e.what.actor};
  }

  void operator()(const slow_mode_set& set) const { room.slow_mode = set.interval; }

  void operator()(const door_changed& changed) const { room.door_locked = changed.locked; }

  void operator()(const words_purged& purged) const {
    if (purged.meeting != room.meeting) return;
    room.purged = true;
    room.messages.clear();
    room.answers.clear();
    for (member& m : room.members) {
      m.name = private_text{};
      m.skeleton.clear();
      if (m.mute) m.mute->reason = private_text{};
      if (m.removal) m.removal->reason = private_text{};
    }
  }
};

}  // namespace

void apply(room_state& room, const logged_event& e) {
  std::visit(folding{room, e}, e.what.body);
  room.head = e.at;
  if (e.number) room.circle_head = e.number;
  room.newest_time = std::max(room.newest_time, e.time);
  if (e.what.command) {
    room.answers.try_emplace(answer_key{e.what.actor, e.what.command}, answer{e.at, e.number, e.time, e.what.words});
  }
}

logged_event place_next(const room_state& room, event what, instant now) {
  const bool in_circle = visibility_of(what.body) == visibility::circle;
  return {room.head.next(), in_circle ? room.circle_head.next() : circle_number{}, std::max(now, room.newest_time),
          std::move(what)};
}

}  // namespace nightlight::domain
