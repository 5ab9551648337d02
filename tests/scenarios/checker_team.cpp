// What the team has before it: its alerts, side rooms, notes, backstage talk and the hand-over.
#include <algorithm>
#include <array>

#include "scenarios/checker.hpp"
#include "scenarios/reading.hpp"

namespace nightlight::scenario {
namespace {

using domain::alert;
using domain::alert_kind;
using domain::alert_level;
using domain::alert_outcome;

std::optional<bool> take_kind(phrase& p, const alert& a) {
  constexpr std::array<std::pair<std::string_view, alert_kind>, 11> kinds{
      {{"a report", alert_kind::report},
       {"a worry", alert_kind::worry},
       {"heard words", alert_kind::phrase},
       {"a feeling", alert_kind::feeling},
       {"an appeal", alert_kind::appeal},
       {"a held message", alert_kind::held},
       {"a conduct rule", alert_kind::conduct},
       {"many who came", alert_kind::join_burst},
       {"a longer mute proposed", alert_kind::strikes},
       {"a wish for cover", alert_kind::cover},
       {"a message without an answer", alert_kind::unanswered}}};
  for (const auto& [words, kind] : kinds) {
    if (p.take(words)) return a.cause.kind == kind;
  }
  return std::nullopt;
}

std::optional<bool> take_level(phrase& p, const alert& a) {
  if (p.take("soft")) return a.cause.level == alert_level::soft;
  if (p.take("amber")) return a.cause.level == alert_level::amber;
  if (p.take("red")) return a.cause.level == alert_level::red;
  return std::nullopt;
}

std::optional<bool> take_state(phrase& p, const alert& a) {
  if (p.take("open")) return !a.closed;
  if (p.take("nobody's")) return !a.owner;
  if (!p.take("closed as")) return std::nullopt;
  if (p.take("talked")) return a.closed && a.outcome == alert_outcome::talked;
  if (p.take("escalated")) return a.closed && a.outcome == alert_outcome::escalated;
  if (p.take("no action")) return a.closed && a.outcome == alert_outcome::no_action;
  if (p.take("a sanction")) return a.closed && a.outcome == alert_outcome::sanction;
  if (p.take("to follow up")) return a.closed && a.outcome == alert_outcome::follow_up;
  p.complain("closed as what? \"" + p.text() + "\"");
}

// How far it has climbed, and whether its owner has said yes.
std::optional<bool> take_rung(phrase& p, const alert& a) {
  using enum domain::alert_rung;
  if (p.take("not accepted")) return !a.accepted;
  if (p.take("accepted")) return a.accepted;
  if (!p.take("with")) return std::nullopt;
  if (p.take("the facilitator")) return a.rung == facilitator;
  if (p.take("the co-facilitator")) return a.rung == co_facilitator;
  if (p.take("whoever is on call")) return a.rung == on_call;
  if (p.take("an admin")) return a.rung == admin;
  p.complain("with whom? \"" + p.text() + "\"");
}

bool take_fact(const reading& r, const alert& a) {
  phrase& p = r.p;
  if (const auto so = take_kind(p, a)) return *so;
  if (const auto so = take_level(p, a)) return *so;
  if (const auto so = take_state(p, a)) return *so;
  if (p.take("about nobody")) return !a.cause.about;
  if (p.take("about")) return a.cause.about == r.somebody();
  if (p.take("on no message")) return !a.cause.number && !a.cause.hold;
  if (p.take("on")) {
    if (const auto hold = r.take_hold()) return a.cause.hold == *hold;
    return a.cause.number == r.message();
  }
  if (p.take("by the room")) return !a.by;
  if (p.take("by the rule")) return a.cause.rule == p.take_quoted().value_or("");
  if (p.take("by")) return a.by == r.somebody();
  if (p.take("with the words")) return a.cause.words.reveal() == p.take_quoted().value_or("");
  if (p.take("with the outcome")) return a.note.reveal() == p.take_quoted().value_or("");
  if (const auto so = take_rung(p, a)) return *so;
  if (const auto owner = r.take_owner()) return a.owner == r.on.number_of(*owner);
  p.complain("the alert is what? \"" + p.text() + "\"");
}

bool take_alert(const reading& r) {
  const auto n = r.p.take_number();
  if (!n || !r.p.take("is")) r.p.complain("which alert is what?");
  const alert* a = r.on.room().find(alert_number{static_cast<std::uint32_t>(*n)});
  if (a == nullptr) return r.p.complain("there is no such alert"), false;
  bool so = true;
  while (!r.p.ended()) {
    so = take_fact(r, *a) && so;
    r.p.take_mark(",");
    r.p.take("and");
  }
  return so;
}

// Every line that was said there, in order.
template <class Lines>
bool take_lines(phrase& p, const Lines& lines) {
  std::vector<std::string> expected;
  do {
    expected.push_back(p.take_quoted().value_or(""));
  } while (p.take_mark(","));
  return std::ranges::equal(lines, expected, {}, [](const auto& l) { return std::string(l.text.reveal()); });
}

bool take_note(const reading& r) {
  const member_number about = r.somebody();
  const auto note = std::ranges::find(r.on.room().notes, about, &domain::person_note::member);
  if (!r.p.take("reads")) r.p.complain("the note reads what?");
  const std::string words = r.p.take_quoted().value_or("");
  return note != r.on.room().notes.end() && note->text.reveal() == words;
}

// "Ana as heavier", perhaps "for the first time", and perhaps her words.
bool take_check_out(const reading& r) {
  using enum domain::leaving;
  const member_number who = r.somebody();
  const auto out = std::ranges::find(r.on.room().check_outs, who, &domain::check_out_line::member);
  if (out == r.on.room().check_outs.end()) return false;
  const bool so = r.p.take("as lighter")    ? out->leaving == lighter
                  : r.p.take("as the same") ? out->leaving == same
                                            : r.p.take("as heavier") && out->leaving == heavier;
  return so && out->first_time == r.p.take("for the first time") &&
         out->text.reveal() == r.p.take_quoted().value_or("");
}

bool take_hand_over(const reading& r) {
  const auto& packet = r.on.room().hand_over;
  bool so = packet.has_value();
  if (r.p.take("reads")) so = so && packet->text.reveal() == r.p.take_quoted().value_or("");
  r.p.take_mark(",");
  if (r.p.take("is signed by nobody else")) return so && !packet->taken_by;
  if (r.p.take("is signed by")) return so && packet->taken_by == r.somebody();
  return so;
}

}  // namespace

std::optional<bool> check_team(phrase& p, const script& s, const stage& on) {
  const reading r{p, "", s, on};
  const domain::room_state& room = on.room();
  if (p.take("there is no alert")) return room.alerts.empty();
  if (p.take("there is one alert")) return room.alerts.size() == 1;
  if (p.take("there are no notes")) return room.notes.empty();
  if (p.take("there are")) {
    const auto n = p.take_number();
    if (!n || !p.take("alerts")) p.complain("how many alerts?");
    return room.alerts.size() == static_cast<std::uint64_t>(*n);
  }
  if (p.take("alert")) return take_alert(r);
  if (p.take("backstage reads")) return take_lines(p, room.backstage);
  if (p.take("the side room with")) {
    const domain::side_room* side = room.side_of(r.somebody());
    return p.take("reads") && side != nullptr && take_lines(p, side->lines);
  }
  if (p.take("the note about")) return take_note(r);
  if (p.take("the hand-over")) return take_hand_over(r);
  if (p.take("the team reads of")) return take_check_out(r);
  if (p.take("nobody has checked out")) return room.check_outs.empty();
  if (p.take("the floor is free")) return !room.floor;
  if (p.take("newcomers listen first")) return room.controls.listening_default;
  if (p.take("newcomers speak at once")) return !room.controls.listening_default;
  return std::nullopt;
}

}  // namespace nightlight::scenario
