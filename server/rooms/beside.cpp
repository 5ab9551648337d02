#include "rooms/beside.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "domain/room/second_room.hpp"
#include "rooms/room_words.hpp"
#include "sealing/random.hpp"

namespace nightlight::rooms {
namespace {

mail letter(domain::command what, shared_principal who = nullptr) {
  return outside_mail{std::move(who), std::move(what), [](const outcome&) {}};
}

domain::standing_beside standing_of(const domain::member& m, instant now) {
  domain::standing_beside s{m.person, false, {}, false, {}, m.warnings};
  s.muted = m.mute && m.mute->in_force(now);
  if (s.muted) s.muted_until = m.mute->until;
  s.kept_out = m.removal && m.removal->in_force(now);
  if (s.kept_out) s.kept_out_until = m.removal->until;
  return s;
}

// Of everybody against whom something stands here, in this meeting or since an earlier one.
domain::note_standings all_standings(const domain::room_state& room, instant now) {
  domain::note_standings told{{}, {}, true};
  const auto tell = [&](const domain::standing_beside& s) {
    if (s.muted || s.kept_out || s.warnings > 0) told.people.push_back(s);
  };
  for (const domain::member& m : room.members) {
    if (!domain::is_staff(m.role)) tell(standing_of(m, now));
  }
  const auto to_come = [now](instant until) { return until > now ? until : instant{}; };
  for (const domain::carried_person& c : room.carried) {
    const instant muted = to_come(c.muted_until);
    const instant removed = to_come(c.removed_until);
    tell({c.person, muted != instant{}, muted, removed != instant{}, removed, c.warnings});
  }
  return told;
}

// As the one who opened it would, in whatever room she is. A second room that runs already refuses it.
mail opening(const live_room& room) {
  const domain::room_state& state = room.state();
  const domain::member* by = state.find(state.beside.opened_by);
  if (by == nullptr) return letter(domain::open_room{});
  const auto who = std::make_shared<const principal>(
      principal{by->person, by->role, by->name, room.row().language, room_id{}, private_text{}});
  domain::open_room what;
  what.controls.hold = state.controls.hold;
  what.controls.hold_first = state.controls.hold_first;
  what.controls.listening_default = state.controls.listening_default;
  what.controls.lobby = state.controls.lobby;
  return letter(what, who);
}

mail letter_of_a_visit(const domain::room_state& room, member_number who) {
  const domain::member* m = room.find(who);
  return letter(domain::note_seat_kept{m == nullptr ? person_id{} : m->person, true});
}

struct following {
  const live_room& room;
  const domain::logged_event& e;
  instant now;
  std::vector<mail>& out;

  const domain::room_state& state() const { return room.state(); }

  // Only what a person decided: what came from the other room is not told back to it.
  void standing(member_number who, const private_text& reason) const {
    const domain::member* m = e.what.actor ? state().find(who) : nullptr;
    if (m != nullptr) out.push_back(letter(domain::note_standings{{standing_of(*m, now)}, reason}));
  }

  void operator()(const domain::member_warned& w) const { standing(w.member, w.reason); }
  void operator()(const domain::member_muted& m) const { standing(m.member, m.reason); }
  void operator()(const domain::member_unmuted& u) const { standing(u.member, {}); }
  void operator()(const domain::member_removed& r) const { standing(r.member, r.reason); }
  void operator()(const domain::member_banned& b) const { standing(b.member, b.reason); }
  void operator()(const domain::member_readmitted& r) const { standing(r.member, {}); }
  // By somebody of the team who need not be here.
  void operator()(const domain::ban_lifted& b) const {
    const domain::member* m = state().find(b.member);
    if (m != nullptr) out.push_back(letter(domain::note_standings{{standing_of(*m, now)}}));
  }

  void operator()(const domain::second_opened&) const {
    out.push_back(opening(room));
    out.push_back(letter(all_standings(state(), now)));
  }
  void operator()(const domain::asked_over& a) const { out.push_back(letter_of_a_visit(state(), a.member)); }
  void operator()(const domain::called_back&) const {
    if (!state().beside.is_second) out.push_back(letter(domain::note_news_beside{domain::news_beside::called_back}));
  }
  void operator()(const domain::ending_soon& s) const {
    if (!state().beside.is_second) out.push_back(letter(domain::note_end_beside{s.before, s.ends_at, s.closes_at}));
  }
  void operator()(const domain::room_closed&) const {
    using enum domain::news_beside;
    out.push_back(letter(domain::note_news_beside{state().beside.is_second ? second_closed : first_closed}));
  }
  void operator()(const auto&) const {}
};

bool is_running(const domain::room_state& room) {
  return room.phase == domain::phase::open || room.phase == domain::phase::paused;
}

// Most rooms are alone.
bool has_one_beside(const domain::room_state& room) { return room.beside.is_second || room.beside.had_second; }

}  // namespace

std::vector<mail> letters_beside(std::span<const domain::logged_event> events, const live_room& room, instant now) {
  std::vector<mail> out;
  if (!has_one_beside(room.state())) return out;
  for (const domain::logged_event& e : events) std::visit(following{room, e, now, out}, e.what.body);
  return out;
}

std::vector<mail> letters_when_loaded(const live_room& room, instant now) {
  const domain::room_state& state = room.state();
  std::vector<mail> out;
  if (!has_one_beside(state)) return out;
  if (is_running(state)) {
    if (state.beside.second_open) out.push_back(opening(room));
    if (state.beside.second_open || state.beside.is_second) out.push_back(letter(all_standings(state, now)));
    for (const member_number asked : state.beside.asked) out.push_back(letter_of_a_visit(state, asked));
  } else if (!state.beside.is_second) {
    out.push_back(letter(domain::note_news_beside{domain::news_beside::first_closed}));
  }
  return out;
}

mail letter_of_a_seat(const person_id& who) { return letter(domain::note_seat_kept{who, false}); }

bool opens_second(std::span<const domain::logged_event> events) {
  return std::ranges::any_of(events,
                             [](const auto& e) { return std::holds_alternative<domain::second_opened>(e.what.body); });
}

result<void> keep_second_room(records& r, const room_row& first, instant now) {
  room_row row = first;
  row.id = domain::second_of(first.id);
  row.title += " 2";
  row.starts_at = {};  // it has no clock of its own: it ends with the first
  row.ends_at = {};
  const auto before = r.find_room(row.id);
  if (!before) return before.error();
  row.epoch = *before ? (*before)->epoch : sealing::new_epoch_id();
  row.created_at = *before ? (*before)->created_at : now;
  if (auto kept = r.put_room(row); !kept) return kept;
  const auto words = find_room_words(r, first.id);
  if (!words) return words.error();
  return keep_room_words(r, row.id, *words);
}

}  // namespace nightlight::rooms
