#include "rooms/seating.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "domain/room/notice_words.hpp"
#include "wire/encode.hpp"

namespace nightlight::rooms {
namespace {

constexpr int shard_bits = 16;

std::uint64_t key_of(session_address where) { return where.id << shard_bits | where.shard; }

std::string_view why_not_resumed(const wire::resume_point& from, const epoch_id& epoch, std::uint64_t head) {
  if (from.epoch != epoch) return "epoch_changed";
  return from.after > head ? "ahead_of_log" : "too_far_behind";
}

}  // namespace

seating::seating(room_id room, const reach& people, const options& settings)
    : room_(std::move(room)), people_(people), settings_(settings), in_use_(people.shards()) {}

const seating::seat* seating::find(session_address where) const {
  const auto found = seats_.find(key_of(where));
  return found == seats_.end() ? nullptr : &found->second;
}

void seating::answer(session_address to, payload p) const {
  if (!to) return;
  people_.on(to.shard, [id = to.id, p = std::move(p)](hall& h) { h.tell(id, p); });
}

payload seating::snapshot(audience_kind kind, const live_room& room) {
  cached_snapshot& kept = snapshots_[kind.index()];
  if (!kept.bytes || kept.at != room.state().head) {
    kept = {room.state().head, make_payload(wire::encode_snapshot(
                                   {room_, kind.eyes, kind.spoken},
                                   {room.state(), room.row().epoch, room.row().title, settings_.snapshot_bytes_max}))};
  }
  return kept.bytes;
}

void seating::resume_or_snapshot(const join_mail& joined, const seat& s, const live_room& room,
                                 std::vector<payload>& answer) {
  const wire::addressed to{room_, s.kind.eyes, s.kind.spoken};
  const bool staff_eyes = s.kind.eyes == domain::visibility::staff;
  const std::uint64_t head = staff_eyes ? room.state().head.value : room.state().circle_head.value;
  std::optional<std::vector<const window::entry*>> missed;
  if (joined.resume && joined.resume->epoch == room.row().epoch && joined.resume->after <= head) {
    missed = room.recent().after(s.kind.eyes, joined.resume->after);
  }
  const std::string_view reset =
      joined.resume && !missed ? why_not_resumed(*joined.resume, room.row().epoch, head) : std::string_view{};
  answer.push_back(
      make_payload(wire::encode_joined(to, {room.row().epoch, s.member, head, missed.has_value(), reset})));
  if (!missed) {
    answer.push_back(snapshot(s.kind, room));
    return;
  }
  for (const window::entry* e : *missed) {
    answer.push_back(make_payload(wire::encode_event(to, e->event, e->retracted)));
  }
}

void seating::standing(const seat& s, const live_room& room, instant now, std::vector<payload>& answer) const {
  const domain::member* self = room.state().find(s.member);
  if (self == nullptr || !self->mute || !self->mute->in_force(now)) return;
  answer.push_back(make_payload(wire::encode_muted_notice({room_, s.kind.eyes, s.kind.spoken}, *self->mute,
                                                          domain::words_when_muted(s.who->language))));
}

void seating::admit(const join_mail& joined, const live_room& room, instant now) {
  const domain::member* self = room.state().find(joined.who->person);
  if (self == nullptr) return;
  depart(joined.from);
  const bool staff = domain::is_staff(joined.who->role);
  const seat s{joined.from,
               {staff ? domain::visibility::staff : domain::visibility::circle, joined.spoken},
               joined.who,
               self->number};
  seats_.emplace(key_of(s.where), s);
  in_use_[s.where.shard][s.kind.index()] += 1;
  here_.arrived(s.member, staff);

  std::vector<payload> answer;
  resume_or_snapshot(joined, s, room, answer);
  standing(s, room, now, answer);
  const bool by_name = here_.total() <= settings_.presence_names_max;
  const std::vector<member_number> names = by_name ? here_.here() : std::vector<member_number>{};
  answer.push_back(
      make_payload(wire::encode_presence({room_, s.kind.eyes, s.kind.spoken}, {by_name, names, {}, here_.total()})));
  people_.on(s.where.shard, [room = room_, id = s.where.id, kind = s.kind, answer = std::move(answer)](hall& h) {
    h.seat(room, id, kind, answer);
  });
}

void seating::unseat(const seat& s) {
  in_use_[s.where.shard][s.kind.index()] -= 1;
  here_.departed(s.member, domain::is_staff(s.who->role));
  people_.on(s.where.shard, [room = room_, id = s.where.id](hall& h) { h.unseat(room, id); });
}

void seating::depart(session_address where) {
  const auto found = seats_.find(key_of(where));
  if (found == seats_.end()) return;
  unseat(found->second);
  seats_.erase(found);
}

payload_set seating::encode_for_all(const domain::logged_event& e, bool retracted) const {
  payload_set payloads;
  for (std::size_t k = 0; k < audience_kinds; ++k) {
    const audience_kind kind = kind_at(k);
    const bool may_see = kind.eyes == domain::visibility::staff || e.number;
    const bool wanted = std::ranges::any_of(in_use_, [k](const auto& shard) { return shard[k] > 0; });
    if (may_see && wanted) {
      payloads[k] = make_payload(wire::encode_event({room_, kind.eyes, kind.spoken}, e, retracted));
    }
  }
  return payloads;
}

publication seating::publication_of(const domain::logged_event& e, const window& recent) const {
  const bool is_message = std::holds_alternative<domain::message_said>(e.what.body);
  const window::entry* kept = is_message ? recent.find(e.number) : nullptr;
  // Words taken back within the same batch never leave.
  const bool retracted = kept != nullptr && kept->retracted;
  publication p{is_message ? e.number : circle_number{}, encode_for_all(e, retracted), {}};
  if (const auto* taken_back = std::get_if<domain::messages_retracted>(&e.what.body)) {
    for (const circle_number n : taken_back->numbers) {
      if (const window::entry* gone = recent.find(n)) p.tombstones.push_back({n, encode_for_all(gone->event, true)});
    }
  }
  return p;
}

void seating::publish(std::span<const domain::logged_event> events, const live_room& room) {
  if (seats_.empty()) return;
  auto batch = std::make_shared<std::vector<publication>>();
  for (const domain::logged_event& e : events) batch->push_back(publication_of(e, room.recent()));
  for (std::size_t shard = 0; shard < in_use_.size(); ++shard) {
    if (std::ranges::all_of(in_use_[shard], [](std::size_t n) { return n == 0; })) continue;
    people_.on(shard, [room_name = room_, batch](hall& h) { h.publish(room_name, *batch); });
  }
  for (const domain::logged_event& e : events) notify(e);
}

void seating::notify_member(member_number who, const auto& make_notice) const {
  for (const auto& [key, s] : seats_) {
    if (s.member == who) {
      answer(s.where, make_payload(make_notice(wire::addressed{room_, s.kind.eyes, s.kind.spoken}, s.who->language)));
    }
  }
}

void seating::notify(const domain::logged_event& e) {
  if (const auto* muted = std::get_if<domain::member_muted>(&e.what.body)) {
    notify_member(muted->member, [&](const wire::addressed& to, std::string_view language) {
      return wire::encode_muted_notice(to, {muted->until, muted->reason, {}}, domain::words_when_muted(language));
    });
  } else if (const auto* unmuted = std::get_if<domain::member_unmuted>(&e.what.body)) {
    notify_member(unmuted->member, [](const wire::addressed& to, std::string_view language) {
      return wire::encode_may_speak_notice(to, domain::words_when_unmuted(language));
    });
  } else if (const auto* removed = std::get_if<domain::member_removed>(&e.what.body)) {
    notify_member(removed->member, [&](const wire::addressed& to, std::string_view language) {
      return wire::encode_removed_notice(to, {removed->until, removed->reason, {}},
                                         domain::words_when_removed(language));
    });
    std::erase_if(seats_, [&](const auto& entry) {
      if (entry.second.member != removed->member) return false;
      unseat(entry.second);
      return true;
    });
  }
}

void seating::send_to_all(payload_set payloads) const {
  auto batch = std::make_shared<std::vector<publication>>();
  batch->push_back({circle_number{}, std::move(payloads), {}});
  for (std::size_t shard = 0; shard < in_use_.size(); ++shard) {
    people_.on(shard, [room_name = room_, batch](hall& h) { h.publish(room_name, *batch); });
  }
}

void seating::tell_presence(async::clock::time_point now) {
  const presence::changes c = here_.take_changes(now);
  if (seats_.empty() || !c.any()) return;
  const bool by_name = here_.total() <= settings_.presence_names_max;
  const std::vector<member_number> nobody;
  payload_set who_is_here, who_types;
  for (std::size_t k = 0; k < audience_kinds; ++k) {
    const wire::addressed to{room_, kind_at(k).eyes, kind_at(k).spoken};
    if (!c.here.empty() || !c.gone.empty()) {
      who_is_here[k] = make_payload(
          wire::encode_presence(to, {false, by_name ? c.here : nobody, by_name ? c.gone : nobody, here_.total()}));
    }
    if (c.typing_changed && by_name) who_types[k] = make_payload(wire::encode_typing(to, c.typing));
  }
  send_to_all(std::move(who_is_here));
  send_to_all(std::move(who_types));
}

}  // namespace nightlight::rooms
