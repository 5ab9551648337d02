// What only time brings about: a held message that nobody has read, a share that nobody has answered, an alert that
// nobody has taken, an admin whose leave is over, and the meeting as it was planned. next_due() and the rule read the
// same list, so nothing is noticed that was not waited for.
#include <algorithm>

#include "domain/room/ladder.hpp"
#include "domain/room/planned_moments.hpp"
#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

bool is_running(const room_state& room) { return room.phase == phase::open || room.phase == phase::paused; }

// Every moment that something waits for; `then` learns what.
void each_due(const room_state& room, const limits& rules, const auto& then) {
  if (room.glass) then(room.glass->until, *room.glass);
  if (!room.purged) {
    for (const alert& a : room.alerts) each_step(a, rules.ladder, then);
  }
  if (!is_running(room)) return;
  for (const held_message& h : room.held) {
    if (!h.overdue) then(h.at + rules.hold_overdue, h);
  }
  for (const open_share& s : room.shares) then(s.said_at + rules.unanswered_after, s);
  if (is_filling(room, rules)) then(room.newest_time, filling_up{members_here(room, false)});
  each_planned_moment(room, rules, then);
}

struct noticing {
  const wish& w;
  std::vector<event_body>& out;
  std::uint32_t raised = 0;

  void tell(alert_cause cause) { out.emplace_back(raise(w, std::move(cause), raised++)); }

  void operator()(const held_message& h) {
    alert_cause cause;
    cause.kind = alert_kind::held;
    cause.level = alert_level::amber;
    cause.about = h.author;
    cause.hold = h.number;
    tell(std::move(cause));
  }
  void operator()(const open_share& s) {
    alert_cause cause;
    cause.kind = alert_kind::unanswered;
    cause.level = alert_level::soft;
    cause.about = s.author;
    cause.number = s.number;
    tell(std::move(cause));
  }
  void operator()(const ladder_step& step) { out.emplace_back(alert_climbed{step.alert, step.rung}); }
  void operator()(const broken_glass& glass) { goes(w, glass.admin, out); }
  void operator()(const filling_up&) {}  // once it is known who comes in by this step, too
  void operator()(const circle_begins&) { out.emplace_back(circle_began{}); }
  void operator()(const lobby_opens&) {
    const std::size_t together = std::min(w.room.waiting.size(), w.around.rules.admitted_at_once);
    let_in(w, std::span(w.room.waiting).first(together), out);
  }
  void operator()(const ending_notice& notice) {
    const instant end = w.room.plan.ends_at;
    out.emplace_back(ending_soon{notice.before, end, end + w.around.rules.closing_grace});
  }
  // As somebody closes it, but for a side room that has ended in this step already.
  void operator()(const close_room& closing) {
    verdict closed = rule_of(w, closing);
    for (event_body& body : std::get<std::vector<event_body>>(closed)) {
      if (std::ranges::find(out, body) == out.end()) out.push_back(std::move(body));
    }
  }
};

bool comes_to_speak(const event_body& body) {
  const auto* joined = std::get_if<member_joined>(&body);
  return joined != nullptr && !joined->listening && !is_staff(joined->role);
}

void tell_that_it_fills_up(const wish& w, std::vector<event_body>& out) {
  const bool closes = std::ranges::find(out, event_body{room_closed{}}) != out.end();
  const auto coming = static_cast<std::uint32_t>(std::ranges::count_if(out, comes_to_speak));
  if (closes || !is_running(w.room) || !is_filling(w.room, w.around.rules, coming)) return;
  out.emplace_back(filling_up{members_here(w.room, false) + coming});
}

}  // namespace

verdict rule_of(const wish& w, const note_time&) {
  std::vector<event_body> bodies;
  noticing notice{w, bodies};
  each_due(w.room, w.around.rules, [&](instant due, const auto& what) {
    if (due <= time_of(w)) notice(what);
  });
  tell_that_it_fills_up(w, bodies);
  return bodies;
}

instant next_due(const room_state& room, const limits& rules) {
  instant next = instant::max();
  each_due(room, rules, [&](instant due, const auto&) { next = std::min(next, due); });
  return next;
}

}  // namespace nightlight::domain
