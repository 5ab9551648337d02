#include "rooms/lobby.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "domain/room/marks.hpp"
#include "domain/room/notice_words.hpp"
#include "rooms/payload.hpp"
#include "rooms/replies.hpp"
#include "wire/encode_lobby.hpp"

namespace nightlight::rooms {
namespace {

template <class... Kinds>
bool is_one_of(const domain::event_body& body) {
  return (std::holds_alternative<Kinds>(body) || ...);
}

// What is said in the circle does not reach the lobby, not even as a frame that says nothing.
bool may_change_the_wait(const domain::logged_event& e) {
  return is_one_of<domain::room_opened, domain::room_paused, domain::room_resumed, domain::room_closed,
                   domain::circle_began, domain::member_joined, domain::member_left, domain::wait_renamed,
                   domain::wait_ended>(e.what.body);
}

bool shares_a_ban(const domain::room_state& room, const private_text& marks) {
  return std::ranges::any_of(room.members,
                             [&](const domain::member& m) { return m.banned && domain::share_a_mark(m.marks, marks); });
}

}  // namespace

bool lobby::connected(waiting_number who) const {
  return std::ranges::any_of(seats_, [who](const auto& entry) { return entry.second.number == who; });
}

void lobby::send(const seat& s, std::string frame) const {
  people_.on(s.where.shard, [id = s.where.id, p = make_payload(std::move(frame))](hall& h) { h.tell(id, p); });
}

void lobby::tell(seat& s, const live_room& room, const domain::waiting_person* self) {
  const std::string_view words = domain::words_about_the_wait(room.state(), s.who->language);
  std::string frame =
      wire::encode_lobby({room_, domain::visibility::circle, s.spoken}, room.state(), self, room.row().title, words);
  if (frame == s.told) return;
  s.told = frame;
  send(s, std::move(frame));
}

void lobby::sit(const join_mail& joined, const live_room& room) {
  depart(joined.from);
  const domain::waiting_person* self = room.state().waiting_of(joined.who->person);
  if (self == nullptr) return;
  std::erase_if(missing_, [&](const absence& a) { return a.who == self->number; });
  seat s{joined.from, joined.spoken, joined.who, self->number, room.state().meeting, {}};
  tell(s, room, self);
  seats_.emplace(key_of(joined.from), std::move(s));
}

void lobby::depart(session_address where) {
  const auto found = seats_.find(key_of(where));
  if (found == seats_.end()) return;
  const waiting_number who = found->second.number;
  seats_.erase(found);
  missing(who, async::clock::now());
}

// She went herself, and knows; or the meeting is over; or somebody who came with her marks was banned.
void lobby::say_why(seat& s, const live_room& room) {
  const join_mail her{s.where, s.spoken, s.who, std::nullopt, false};
  const domain::room_state& state = room.state();
  if (state.meeting != s.meeting) {
    send(s, *refusal_of_join(her, room_, {domain::refusal_code::not_in_room}));
  } else if (state.phase == domain::phase::closed) {
    tell(s, room, nullptr);
  } else if (shares_a_ban(state, s.who->marks)) {
    send(s, *refusal_of_join(her, room_, {domain::refusal_code::removed}));
  }
}

std::vector<join_mail> lobby::look(std::span<const domain::logged_event> events, const live_room& room) {
  std::vector<join_mail> let_in;
  if (seats_.empty() || std::ranges::none_of(events, may_change_the_wait)) return let_in;
  for (auto at = seats_.begin(); at != seats_.end();) {
    seat& s = at->second;
    const domain::waiting_person* self = room.state().waiting_of(s.who->person);
    if (self != nullptr) {
      tell(s, room, self);
      ++at;
      continue;
    }
    if (room.state().find(s.who->person) != nullptr) {
      let_in.push_back({s.where, s.spoken, s.who, std::nullopt, false});
    } else {
      say_why(s, room);
    }
    at = seats_.erase(at);
  }
  return let_in;
}

void lobby::missing(waiting_number who, async::clock::time_point since) {
  const bool known = std::ranges::find(missing_, who, &absence::who) != missing_.end();
  if (!known && !connected(who)) missing_.push_back({who, since});
}

std::vector<waiting_number> lobby::take_missing_since(async::clock::time_point before) {
  const auto kept = std::ranges::find_if(missing_, [before](const absence& a) { return a.since > before; });
  std::vector<waiting_number> gone;
  std::ranges::transform(missing_.begin(), kept, std::back_inserter(gone), &absence::who);
  missing_.erase(missing_.begin(), kept);
  return gone;
}

async::clock::time_point lobby::longest_missing() const {
  return missing_.empty() ? async::clock::time_point::max() : missing_.front().since;
}

}  // namespace nightlight::rooms
