#include "rooms/seating.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "rooms/personal.hpp"
#include "rooms/replies.hpp"
#include "wire/encode.hpp"

namespace nightlight::rooms {
namespace {

// What an event takes in an answer, roughly: its words and the numbers around them.
std::size_t size_of(const window::entry& e) {
  constexpr std::size_t without_words = 48;
  const auto* said = std::get_if<domain::message_said>(&e.event.what.body);
  return without_words + (said == nullptr ? 0 : said->what.text.size_bytes());
}

bool fits(const std::vector<const window::entry*>& missed, std::size_t bytes_max) {
  std::size_t bytes = 0;
  for (const window::entry* e : missed) bytes += size_of(*e);
  return bytes <= bytes_max;
}

// Told on every shard: whoever has left may still have the words before her.
bool takes_words_back(const domain::logged_event& e) {
  return std::holds_alternative<domain::messages_retracted>(e.what.body) ||
         std::holds_alternative<domain::message_hidden>(e.what.body);
}

// Nothing else after one of these goes to everyone who got it.
bool empties_seats(const domain::logged_event& e) {
  return std::holds_alternative<domain::member_left>(e.what.body) ||
         std::holds_alternative<domain::member_removed>(e.what.body) ||
         std::holds_alternative<domain::member_banned>(e.what.body) ||
         std::holds_alternative<domain::room_opened>(e.what.body);
}

std::string_view why_not_resumed(const wire::resume_point& from, const epoch_id& epoch, std::uint64_t head) {
  if (from.epoch != epoch) return "epoch_changed";
  return from.after > head ? "ahead_of_log" : "too_far_behind";
}

}  // namespace

seating::seating(room_id room, const reach& people, const options& settings)
    : room_(std::move(room)), people_(people), settings_(settings), in_use_(people.shards()), lobby_(room_, people) {}

const seating::seat* seating::find(session_address where) const {
  const auto found = seats_.find(key_of(where));
  return found == seats_.end() ? nullptr : &found->second;
}

void seating::answer(session_address to, payload p) const {
  if (!to) return;
  people_.on(to.shard, [id = to.id, p = std::move(p)](hall& h) { h.tell(id, p); });
}

void seating::answer_with_words(const seat& s, payload p) const {
  people_.on(s.where.shard, [room = room_, id = s.where.id, kind = s.kind, p = std::move(p)](hall& h) {
    h.tell_words(room, id, kind, p);
  });
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
    // A snapshot is shared and bounded; a longer answer would be neither.
    if (missed && !fits(*missed, settings_.snapshot_bytes_max)) missed.reset();
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
    answer.push_back(make_payload(wire::encode_event(to, e->event, e->words)));
  }
}

void seating::standing(const seat& s, const live_room& room, instant now, std::vector<payload>& answer) const {
  const domain::member* self = room.state().find(s.member);
  if (self == nullptr) return;
  for (const personal_word& word : standing_words(*self, room.state(), now)) {
    answer.push_back(make_payload(word.say({room_, s.kind.eyes, s.kind.spoken}, s.who->language)));
  }
}

std::optional<domain::refusal> seating::admit(const join_mail& joined, const live_room& room, instant now) {
  if (room.state().waiting_of(joined.who->person) != nullptr) {
    lobby_.sit(joined, room);
    return std::nullopt;
  }
  const domain::member* self = room.state().find(joined.who->person);
  if (self != nullptr && self->removal && self->removal->in_force(now)) {
    const instant until = self->removal->until;
    return domain::refusal{domain::refusal_code::removed, until == instant{} ? milliseconds{0} : until - now};
  }
  const bool over = room.state().phase == domain::phase::closed;
  if (self == nullptr || !(self->present || over)) return domain::refusal{domain::refusal_code::not_in_room};
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
  return std::nullopt;
}

void seating::unseat(const seat& s) {
  in_use_[s.where.shard][s.kind.index()] -= 1;
  here_.departed(s.member, domain::is_staff(s.who->role));
  people_.on(s.where.shard, [room = room_, id = s.where.id](hall& h) { h.unseat(room, id); });
}

void seating::settle_lobby(std::span<const domain::logged_event> events, const live_room& room, instant now) {
  for (const join_mail& joined : lobby_.look(events, room)) {
    if (const auto late = admit(joined, room, now)) answer(joined.from, refusal_of_join(joined, room_, *late));
  }
  // Whoever was let in while her phone was away keeps her place for as long as anyone does.
  for (const domain::logged_event& e : events) {
    const auto* joined = std::get_if<domain::member_joined>(&e.what.body);
    if (joined != nullptr && joined->waited) here_.missing(joined->member, async::clock::now());
  }
}

void seating::depart(session_address where) {
  lobby_.depart(where);
  const auto found = seats_.find(key_of(where));
  if (found == seats_.end()) return;
  unseat(found->second);
  seats_.erase(found);
}

payload_set seating::encode_for_all(const domain::logged_event& e, wire::words_now words) const {
  payload_set payloads;
  for (std::size_t k = 0; k < audience_kinds; ++k) {
    const audience_kind kind = kind_at(k);
    const bool may_see = kind.eyes == domain::visibility::staff || e.number;
    const bool wanted = std::ranges::any_of(in_use_, [k](const auto& shard) { return shard[k] > 0; });
    if (may_see && wanted) {
      payloads[k] = make_payload(wire::encode_event({room_, kind.eyes, kind.spoken}, e, words));
    }
  }
  return payloads;
}

publication seating::publication_of(const domain::logged_event& e, const window& recent) const {
  const bool is_message = std::holds_alternative<domain::message_said>(e.what.body);
  const window::entry* kept = is_message ? recent.find(e.number) : nullptr;
  // Words taken back within the same batch never leave.
  const wire::words_now words = kept != nullptr ? kept->words : wire::words_now::said;
  publication p{is_message ? e.number : circle_number{}, encode_for_all(e, words), {}};
  const auto bury = [&](circle_number n, wire::words_now left) {
    const window::entry* gone = recent.find(n);
    p.tombstones.push_back({n, gone != nullptr ? encode_for_all(gone->event, left) : payload_set{}, left});
  };
  if (const auto* taken_back = std::get_if<domain::messages_retracted>(&e.what.body)) {
    for (const circle_number n : taken_back->numbers) bury(n, wire::words_now::retracted);
  } else if (const auto* hidden = std::get_if<domain::message_hidden>(&e.what.body)) {
    bury(hidden->number, wire::words_now::hidden);
  }
  return p;
}

void seating::publish(std::span<const domain::logged_event> events, const live_room& room) {
  const bool begins = std::ranges::any_of(
      events, [](const domain::logged_event& e) { return std::holds_alternative<domain::room_opened>(e.what.body); });
  if (begins) here_.forget_missing();
  while (!events.empty() && (!seats_.empty() || std::ranges::any_of(events, takes_words_back))) {
    const auto last = std::ranges::find_if(events, empties_seats);
    const bool whole = last == events.end();
    const auto together = events.first(static_cast<std::size_t>(last - events.begin()) + (whole ? 0 : 1));
    publish_together(together, room);
    events = events.subspan(together.size());
  }
}

void seating::publish_together(std::span<const domain::logged_event> events, const live_room& room) {
  auto batch = std::make_shared<std::vector<publication>>();
  for (const domain::logged_event& e : events) batch->push_back(publication_of(e, room.recent()));
  const bool taken_back = std::ranges::any_of(events, takes_words_back);
  for (std::size_t shard = 0; shard < in_use_.size(); ++shard) {
    const bool nobody = std::ranges::all_of(in_use_[shard], [](std::size_t n) { return n == 0; });
    if (nobody && !taken_back) continue;
    people_.on(shard, [room_name = room_, batch](hall& h) { h.publish(room_name, *batch); });
  }
  for (const domain::logged_event& e : events) notify(e, room);
}

void seating::notify_member(member_number who, const auto& make_notice) const {
  for (const auto& [key, s] : seats_) {
    if (s.member == who) {
      answer(s.where, make_payload(make_notice(wire::addressed{room_, s.kind.eyes, s.kind.spoken}, s.who->language)));
    }
  }
}

void seating::unseat_member(member_number who) {
  std::erase_if(seats_, [&](const auto& entry) {
    if (entry.second.member != who) return false;
    unseat(entry.second);
    return true;
  });
}

// Numbers mean other people now. Whoever the new meeting knows (staff who opened it) keeps her seat under her new
// number; the others come in again.
void seating::move_to_new_meeting(const live_room& room) {
  for (auto at = seats_.begin(); at != seats_.end();) {
    seat& s = at->second;
    const domain::member* self = room.state().find(s.who->person);
    if (self == nullptr) {
      unseat(s);
      at = seats_.erase(at);
      continue;
    }
    here_.departed(s.member, domain::is_staff(s.who->role));
    s.member = self->number;
    here_.arrived(s.member, domain::is_staff(s.who->role));
    ++at;
  }
  here_.forget_missing();
}

void seating::notify(const domain::logged_event& e, const live_room& room) {
  for (const personal_word& word : personal_words_of(e, room.state())) notify_member(word.to, word.say);
  if (const auto* removed = std::get_if<domain::member_removed>(&e.what.body)) {
    unseat_member(removed->member);
  } else if (const auto* banned = std::get_if<domain::member_banned>(&e.what.body)) {
    unseat_member(banned->member);
  } else if (const auto* left = std::get_if<domain::member_left>(&e.what.body)) {
    unseat_member(left->member);
  } else if (std::holds_alternative<domain::room_opened>(e.what.body)) {
    move_to_new_meeting(room);
  } else if (std::holds_alternative<domain::words_purged>(e.what.body)) {
    snapshots_ = {};
  } else if (const auto* said = std::get_if<domain::message_said>(&e.what.body)) {
    if (!said->hold) here_.said(said->author, async::clock::now());
  } else if (const auto* held = std::get_if<domain::message_held>(&e.what.body)) {
    here_.said(held->author, async::clock::now());
  }
}

void seating::send_to_all(payload_set payloads) const {
  auto batch = std::make_shared<std::vector<publication>>();
  batch->push_back({circle_number{}, std::move(payloads), {}});
  for (std::size_t shard = 0; shard < in_use_.size(); ++shard) {
    if (std::ranges::all_of(in_use_[shard], [](std::size_t n) { return n == 0; })) continue;
    people_.on(shard, [room_name = room_, batch](hall& h) { h.publish(room_name, *batch); });
  }
}

void seating::tell_presence(async::clock::time_point now) {
  if (now < here_.next_telling()) return;
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
