// What the team is told, and who of them has it: reports, worries, feelings, appeals and check-outs of members, and the
// list that all alerts stand on until somebody has closed them.
#include <algorithm>

#include "domain/room/marks.hpp"
#include "domain/room/verdict.hpp"
#include "domain/text/code_points.hpp"

namespace nightlight::domain {
namespace {

bool is_open(const alert& a, alert_kind kind, member_number about) {
  return !a.closed && a.cause.kind == kind && a.cause.about == about;
}

std::optional<milliseconds> until_next_report(const wish& w) {
  const instant since = time_of(w) - w.around.rules.reports_window;
  instant oldest = instant::max();
  std::uint32_t recent = 0;
  for (const alert& a : w.room.alerts) {
    const bool reported = a.cause.kind == alert_kind::report || a.cause.kind == alert_kind::worry;
    if (!reported || a.by != w.who->number || a.raised_at <= since) continue;
    oldest = std::min(oldest, a.raised_at);
    ++recent;
  }
  if (recent < w.around.rules.reports_max) return std::nullopt;
  return oldest + w.around.rules.reports_window - time_of(w);
}

// A message names its author; a report of both must agree.
member_number reported_member(const wish& w, const report& c) {
  if (!c.number) return c.member;
  const message* m = w.room.find(c.number);
  return m == nullptr || (c.member && c.member != m->author) ? member_number{} : m->author;
}

alert_level level_of(feeling how) {
  switch (how) {
    case feeling::not_ok: return alert_level::amber;
    case feeling::please_write: return alert_level::amber;
    case feeling::ok: break;
    case feeling::none: break;
  }
  return alert_level::soft;
}

}  // namespace

verdict rule_of(const wish& w, const tell_staff& c) {
  if (const auto no = not_running(w)) return *no;
  if (w.who == nullptr) return because(refusal_code::not_in_room);
  if (c.feeling < feeling::ok || c.feeling > feeling::please_write) return because(refusal_code::choice_unknown);
  const auto said_before = [&](const alert& a) {
    return is_open(a, alert_kind::feeling, w.who->number) && a.cause.feeling == c.feeling;
  };
  if (std::ranges::any_of(w.room.alerts, said_before)) return nothing_to_do();
  alert_cause cause;
  cause.kind = alert_kind::feeling;
  cause.level = level_of(c.feeling);
  cause.about = w.who->number;
  cause.feeling = c.feeling;
  return happened(raise(w, std::move(cause)));
}

verdict rule_of(const wish& w, const report& c) {
  if (w.who == nullptr) return because(refusal_code::not_in_room);
  if (code_points(c.text.reveal()) > w.around.rules.reason_code_points_max) {
    return because(refusal_code::reason_too_long);
  }
  const member_number about = reported_member(w, c);
  if (w.room.find(about) == nullptr) {
    return because(c.number ? refusal_code::message_unknown : refusal_code::member_unknown);
  }
  if (const auto wait = until_next_report(w)) return because(refusal_code::too_many_reports, *wait);
  alert_cause cause;
  cause.kind = c.worried ? alert_kind::worry : alert_kind::report;
  cause.level = alert_level::amber;
  cause.about = about;
  cause.number = c.number;
  cause.words = c.text;
  return happened(raise(w, std::move(cause)));
}

verdict rule_of(const wish& w, const appeal& c) {
  if (w.who == nullptr) return because(refusal_code::not_in_room);
  if (is_blank(c.text.reveal())) return because(refusal_code::body_empty);
  if (code_points(c.text.reveal()) > w.around.rules.staff_note_code_points_max) {
    return because(refusal_code::note_too_long);
  }
  const bool muted = w.who->mute && w.who->mute->in_force(time_of(w));
  const bool removed = w.who->removal && w.who->removal->in_force(time_of(w));
  if (!muted && !removed && w.who->warnings == 0) return because(refusal_code::nothing_to_appeal);
  const auto asked_before = [&](const alert& a) { return is_open(a, alert_kind::appeal, w.who->number); };
  if (std::ranges::any_of(w.room.alerts, asked_before)) return because(refusal_code::too_many_reports);
  alert_cause cause;
  cause.kind = alert_kind::appeal;
  cause.level = alert_level::amber;
  cause.about = w.who->number;
  cause.words = c.text;
  return happened(raise(w, std::move(cause)));
}

// From outside, so the room cannot tell who writes, only whether somebody it knows came with the same marks. Those it
// cannot place share the room of one reporter.
verdict rule_of(const wish& w, const note_appeal& c) {
  if (w.room.phase == phase::scheduled) return because(refusal_code::room_not_open);
  if (w.room.purged) return because(refusal_code::room_closed);
  if (is_blank(c.text.reveal())) return because(refusal_code::body_empty);
  if (const auto no = staff_note_unfit(w, c.text)) return *no;
  const auto wrote = std::ranges::find_if(w.room.members, [&](const member& m) {
    return m.banned && m.removal && m.removal->in_force(time_of(w)) && share_a_mark(m.marks, c.marks);
  });
  alert_cause cause;
  cause.kind = alert_kind::appeal;
  cause.level = alert_level::amber;
  if (wrote != w.room.members.end()) cause.about = wrote->number;
  cause.words = c.text;
  const auto waiting =
      std::ranges::count_if(w.room.alerts, [&](const alert& a) { return is_open(a, alert_kind::appeal, cause.about); });
  if (waiting >= (cause.about ? 1 : w.around.rules.reports_max)) return because(refusal_code::too_many_reports);
  return happened(raise(w, std::move(cause)));
}

// Also after the close, and by whoever has left. What the phrase rules hear in it is an alert as in any other words.
verdict rule_of(const wish& w, const check_out& c) {
  if (w.who == nullptr) return because(refusal_code::not_in_room);
  if (c.leaving < leaving::lighter || c.leaving > leaving::heavier) return because(refusal_code::choice_unknown);
  if (const auto no = staff_note_unfit(w, c.text)) return *no;
  const auto before = std::ranges::find(w.room.check_outs, w.who->number, &check_out_line::member);
  if (before != w.room.check_outs.end() && *before == check_out_line{w.who->number, c.leaving, c.text, c.first_time}) {
    return nothing_to_do();
  }
  std::vector<event_body> bodies{checked_out{w.who->number, c.leaving, c.text, c.first_time}};
  if (w.around.heard.care) {
    alert_cause cause = cause_of(*w.around.heard.care, w.who->number);
    cause.words = c.text;
    bodies.emplace_back(raise(w, std::move(cause)));
  }
  return bodies;
}

verdict rule_of(const wish& w, const ask_cover&) {
  if (const auto no = not_running(w)) return *no;
  const member_number self = number_for(w);
  const auto asked_before = [&](const alert& a) { return is_open(a, alert_kind::cover, self); };
  if (std::ranges::any_of(w.room.alerts, asked_before)) return nothing_to_do();
  alert_cause cause;
  cause.kind = alert_kind::cover;
  cause.level = alert_level::amber;
  cause.about = self;
  return happened(raise(w, std::move(cause)));
}

namespace {

// Whoever gave a sanction does not decide on the appeal against it; nor, where none is in force, whoever warned her.
bool decides_in_own_case(const wish& w, const alert& a, member_number who) {
  const member* about = w.room.find(a.cause.about);
  if (a.cause.kind != alert_kind::appeal || about == nullptr || !who) return false;
  const auto in_force = [&](const std::optional<sanction>& s) { return s && s->in_force(time_of(w)); };
  if (!in_force(about->mute) && !in_force(about->removal)) return about->warned_by == who;
  return (in_force(about->mute) && about->mute->by == who) || (in_force(about->removal) && about->removal->by == who);
}

std::optional<refusal> not_open(const wish& w, alert_number number) {
  const alert* a = w.room.find(number);
  if (a == nullptr) return refusal{refusal_code::alert_unknown};
  if (a->closed) return refusal{refusal_code::alert_over};
  return std::nullopt;
}

}  // namespace

verdict rule_of(const wish& w, const claim_alert& c) {
  if (const auto no = not_open(w, c.alert)) return *no;
  const alert& a = *w.room.find(c.alert);
  const member_number self = number_for(w);
  if (a.owner == self && a.accepted) return nothing_to_do();
  if (a.owner && a.accepted) return because(refusal_code::alert_taken);
  if (decides_in_own_case(w, a, self)) return because(refusal_code::own_decision);
  return happened(alert_claimed{c.alert, self});
}

verdict rule_of(const wish& w, const hand_alert& c) {
  if (const auto no = not_open(w, c.alert)) return *no;
  const member* to = w.room.find(c.to);
  if (c.to && (to == nullptr || !is_staff(to->role) || !to->present)) return because(refusal_code::member_unknown);
  const alert& a = *w.room.find(c.alert);
  if (a.owner == c.to) return nothing_to_do();
  if (decides_in_own_case(w, a, c.to)) return because(refusal_code::own_decision);
  return happened(alert_claimed{c.alert, c.to});
}

verdict rule_of(const wish& w, const close_alert& c) {
  if (const auto no = not_open(w, c.alert)) return *no;
  if (const auto no = staff_note_unfit(w, c.note)) return *no;
  if (c.outcome < alert_outcome::talked || c.outcome > alert_outcome::follow_up) {
    return because(refusal_code::choice_unknown);
  }
  if (decides_in_own_case(w, *w.room.find(c.alert), number_for(w))) return because(refusal_code::own_decision);
  return happened(alert_closed{c.alert, c.outcome, c.note});
}

}  // namespace nightlight::domain
