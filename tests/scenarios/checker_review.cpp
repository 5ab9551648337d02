// What waits to be read, what was put away, and when the clock has something to do.
#include <algorithm>

#include "scenarios/checker.hpp"
#include "scenarios/reading.hpp"

namespace nightlight::scenario {
namespace {

using domain::held_message;
using domain::hold_cause;
using domain::hold_mode;

bool take_fact(phrase& p, const held_message& h) {
  if (p.take("as")) return h.what.text.reveal() == p.take_quoted().value_or("");
  if (p.take("like everything")) return h.cause == hold_cause::everything;
  if (p.take("because she is new")) return h.cause == hold_cause::newcomer;
  if (p.take("because of the rule")) return h.cause == hold_cause::flagged && h.rule == p.take_quoted().value_or("");
  if (p.take("because of the lock-down")) return h.cause == hold_cause::lockdown;
  if (p.take("behind another")) return h.cause == hold_cause::behind;
  if (p.take("to be said another way")) return h.rephrase_asked;
  if (p.take("too long")) return h.overdue;
  if (p.take("not too long")) return !h.overdue;
  p.complain("waits how? \"" + p.text() + "\"");
}

bool take_waiting(phrase& p, const held_message& h) {
  bool so = true;
  while (!p.ended()) {
    so = take_fact(p, h) && so;
    p.take_mark(",");
    p.take("and");
  }
  return so;
}

bool take_mode(phrase& p, const domain::room_controls& controls) {
  if (p.take("everything")) return controls.hold == hold_mode::everything;
  if (p.take("what is flagged")) return controls.hold == hold_mode::flagged;
  if (p.take("nothing")) return controls.hold == hold_mode::off;
  const auto first = p.take("the first") ? p.take_number() : std::nullopt;
  if (!first || !p.take("of newcomers")) p.complain("holds what? \"" + p.text() + "\"");
  return controls.hold == hold_mode::newcomers && controls.hold_first == static_cast<std::uint64_t>(*first);
}

bool take_put_away(const reading& r) {
  const domain::message* m = r.on.room().find(r.message());
  if (m == nullptr || !r.p.take("as")) r.p.complain("which message, and as what?");
  return (m->retracted ? m->set_aside : m->what.text).reveal() == r.p.take_quoted().value_or("");
}

}  // namespace

std::optional<bool> check_review(phrase& p, const script& s, const stage& on) {
  const reading r{p, "", s, on};
  if (p.take("nothing waits")) return on.room().held.empty();
  if (p.take("the room holds")) return take_mode(p, on.room().controls);
  if (p.take("the team can still read")) return take_put_away(r);
  if (p.take("nothing is due")) return domain::next_due(on.room(), s.rules) == instant::max();
  if (p.take("something is due in")) {
    const auto left = p.take_length();
    if (!left) p.complain("in how long? Such as 3m");
    return domain::next_due(on.room(), s.rules) == on.now() + *left;
  }
  phrase ahead = p;
  const reading h{ahead, "", s, on};
  const auto hold = h.take_hold();
  if (!hold || !ahead.take("waits")) return std::nullopt;
  p = ahead;
  return take_waiting(p, *on.room().find(*hold));
}

}  // namespace nightlight::scenario
