// One turn of a room's loop: deciding what waits, and, once it is kept, telling those who asked.
#include <algorithm>
#include <utility>

#include "rooms/replies.hpp"
#include "rooms/room_loop.hpp"

namespace nightlight::rooms {
namespace {

domain::actor acting(const shared_principal& who) {
  return who ? domain::actor{who->person, who->role, who->name, who->marks} : domain::actor{};
}

domain::submission system(domain::command what) { return {{}, {}, {}, std::move(what)}; }

const domain::refusal* refusal_in(const domain::decision& decided) {
  if (const auto* no = std::get_if<domain::refusal>(&decided)) return no;
  const auto* heard = std::get_if<domain::refused_but_heard>(&decided);
  return heard != nullptr ? &heard->why : nullptr;
}

std::optional<domain::noted_alert> noted(const domain::room_state& room, alert_number number) {
  const domain::alert* alert = number ? room.find(number) : nullptr;
  if (alert == nullptr) return std::nullopt;
  const domain::member* owner = alert->owner ? room.find(alert->owner) : nullptr;
  return domain::noted_alert{*alert, owner == nullptr ? person_id{} : owner->person, room.meeting};
}

}  // namespace

room_loop::turn room_loop::decide_all(std::span<const mail> segment) {
  turn t;
  t.staff_here = seating_.here().staff_here();
  const auto& most = around_.settings;
  while (t.mails < segment.size() && t.mails < most.turn_commands_max && t.bytes < most.turn_bytes_max) {
    const std::size_t rows_before = t.rows.size();
    decide_one(t, segment[t.mails++]);
    for (std::size_t i = rows_before; i < t.rows.size(); ++i) t.bytes += t.rows[i].record.size();
  }
  if (!t.staff_here && async::clock::now() >= staff_absent_at_) take(t, nullptr, system(domain::note_staff_absent{}));
  free_places(t);
  notice_time(t);
  return t;
}

// A held message that nobody has read, a share that nobody has answered, a meeting that begins or ends.
void room_loop::notice_time(turn& t) {
  const instant due = domain::next_due(live_->state(), around_.settings.rules);
  if (due <= around_.clock.now()) take(t, nullptr, system(domain::note_time{}));
}

async::clock::time_point room_loop::next_notice() const {
  const instant due = live_ ? domain::next_due(live_->state(), around_.settings.rules) : instant::max();
  if (due == instant::max()) return async::clock::time_point::max();
  return async::clock::now() + std::max(due - around_.clock.now(), milliseconds{0});
}

// Whoever has been gone for long has left: her place is somebody else's now, and she may come back as anyone may.
void room_loop::free_places(turn& t) {
  const auto before = async::clock::now() - around_.settings.place_kept;
  for (const member_number who : seating_.here().take_missing_since(before)) {
    if (const domain::member* m = live_->state().find(who)) {
      take(t, nullptr, {{m->person, m->role, m->name, m->marks}, {}, {}, domain::leave{}});
    }
  }
  for (const waiting_number who : seating_.waiting().take_missing_since(before)) {
    if (const domain::waiting_person* p = live_->state().find(who)) {
      take(t, nullptr, {{p->person, domain::role::member, p->name, p->marks}, {}, {}, domain::leave{}});
    }
  }
}

async::clock::time_point room_loop::next_place_freed() const {
  const auto longest = std::min(seating_.here().longest_missing(), seating_.waiting().longest_missing());
  return longest == async::clock::time_point::max() ? longest : longest + around_.settings.place_kept;
}

void room_loop::decide_one(turn& t, const mail& m) {
  if (const auto* c = std::get_if<command_mail>(&m)) {
    take(t, &m, {acting(c->who), c->id, {}, c->what});
  } else if (const auto* j = std::get_if<join_mail>(&m)) {
    if (is_turned_away(t, *j)) return;
    const bool in = take(t, &m, {acting(j->who), {}, {}, domain::join{j->listening}});
    if (!in || !domain::is_staff(j->who->role)) return;
    t.staff_here = true;
    take(t, nullptr, system(domain::note_staff_returned{}));
  } else if (const auto* o = std::get_if<outside_mail>(&m)) {
    take(t, &m, {acting(o->who), o->who ? o->id : command_id{}, {}, o->what});
  }
}

// By the door, unless she came in meanwhile.
bool room_loop::is_turned_away(turn& t, const join_mail& j) const {
  const auto found = at_door_.find(&j);
  if (found == at_door_.end() || found->second == domain::calendar::door_answer::come_in) return false;
  if (!stands_at_door(j)) return false;
  t.turned_away.emplace_back(&j, found->second);
  return true;
}

// True when the command was not refused.
bool room_loop::take(turn& t, const mail* m, domain::submission asked) {
  if (!t.sealed) return false;
  const instant time = around_.clock.now();
  domain::circumstances now{time, t.staff_here, around_.settings.rules,
                            around_.ears.hear(id_, live_->state(), asked.by.person, asked.what, time)};
  if (door_ && door_->listening != 0) now.rules.listening_capacity = door_->listening;
  result<domain::decision> decided = live_->take(std::move(asked), now, t.events, t.rows);
  if (!decided) {
    t.sealed = false;
    return false;
  }
  const bool done = !refusal_in(*decided);
  if (m != nullptr) t.decided.push_back({m, std::move(*decided), t.events.size()});
  return done;
}

void room_loop::reply_all(const turn& t) {
  for (const auto& [j, why] : t.turned_away) seating_.answer(j->from, turned_away(*j, id_, why));
  for (const decided_mail& d : t.decided) {
    const auto* joined = std::get_if<join_mail>(d.m);
    const bool in = joined != nullptr && !refusal_in(d.decision);
    if (!in) continue;
    const auto late = seating_.admit(*joined, *live_, around_.clock.now());
    if (late) seating_.answer(joined->from, refusal_of_join(*joined, id_, *late));
  }
  for (const decided_mail& d : t.decided) {
    if (const auto* c = std::get_if<command_mail>(d.m)) {
      const bool staff = domain::is_staff(c->who->role);
      const audience_kind kind{staff ? domain::visibility::staff : domain::visibility::circle, c->spoken};
      seating_.answer(c->from, reply_to_command(*c, kind, *live_, t.answer_to(d)));
    } else if (const auto* j = std::get_if<join_mail>(d.m)) {
      if (const auto* no = refusal_in(d.decision)) {
        keep_seat_beside(*j, *no);
        seating_.answer(j->from, refusal_of_join(*j, id_, *no));
      }
    } else if (const auto* o = std::get_if<outside_mail>(d.m)) {
      o->done(t.answer_to(d));
    }
  }
}

// What the sender is told: where the first of her events stands, or the head when there was nothing to do.
kept_or_refused room_loop::turn::answer_to(const decided_mail& d) const {
  if (const auto* no = refusal_in(d.decision)) return *no;
  if (const auto* before = std::get_if<domain::repeated>(&d.decision)) return before->first;
  const auto& made = std::get<domain::accepted>(d.decision).events;
  if (made.empty()) return domain::answer{};
  // Only their number is taken from the decision: the events themselves have moved into `events`.
  const auto hers = std::span(events).subspan(d.events_end - made.size(), made.size());
  const auto own = std::ranges::find_if(hers, [](const auto& e) { return static_cast<bool>(e.what.command); });
  const domain::logged_event& first = own == hers.end() ? hers.front() : *own;
  const auto* held = std::get_if<domain::message_held>(&first.what.body);
  return domain::answer{first.at, first.number, first.time, {}, held != nullptr ? held->hold : hold_number{}};
}

// What does not change the room: questions, signs of life, departures.
void room_loop::answer_questions(std::span<const mail> segment) {
  for (const mail& m : segment) {
    if (const auto* gone = std::get_if<departure_mail>(&m)) {
      seating_.depart(gone->from);
    } else if (const auto* t = std::get_if<typing_mail>(&m)) {
      const seating::seat* s = seating_.find(t->from);
      if (s != nullptr) seating_.here().typed(s->member, async::clock::now());
    } else if (const auto* h = std::get_if<history_mail>(&m)) {
      const seating::seat* s = seating_.find(h->from);
      if (s != nullptr) seating_.answer_with_words(*s, history_page(*h, id_, s->kind, *live_, around_.settings));
    } else if (const auto* g = std::get_if<glance_mail>(&m)) {
      const domain::room_state& room = live_->state();
      g->done(glance{room.phase, room.opened_at, seating_.here().total(), room.meeting, room.takes_nobody_new(),
                     noted(room, g->alert)});
    }
  }
}

void room_loop::refuse_all(std::span<const mail> segment, failure why) {
  for (const mail& m : segment) {
    if (const auto* c = std::get_if<command_mail>(&m)) {
      seating_.answer(c->from, unavailable(c->spoken, id_, c->id, c->who->language, why));
    } else if (const auto* j = std::get_if<join_mail>(&m)) {
      seating_.answer(j->from, unavailable(j->spoken, id_, {}, j->who->language, why));
    } else if (const auto* gone = std::get_if<departure_mail>(&m)) {
      seating_.depart(gone->from);
    } else if (const auto* o = std::get_if<outside_mail>(&m)) {
      o->done(make_error_code(why));
    } else if (const auto* g = std::get_if<glance_mail>(&m)) {
      g->done(make_error_code(why));
    }
  }
}

}  // namespace nightlight::rooms
