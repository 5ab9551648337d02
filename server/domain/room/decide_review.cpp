// Messages that wait for a reader: released in their author's order, declined with kind words, or given back to be said
// another way. Whatever waits only because an earlier one waits goes out with it.
#include <algorithm>

#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

bool names(const std::vector<hold_number>& holds, hold_number n) { return std::ranges::find(holds, n) != holds.end(); }

std::optional<refusal> unknown(const wish& w, const std::vector<hold_number>& holds) {
  if (holds.empty()) return refusal{refusal_code::held_unknown};
  const auto waits = [&](hold_number n) { return w.room.find(n) != nullptr; };
  if (!std::ranges::all_of(holds, waits)) return refusal{refusal_code::held_unknown};
  return std::nullopt;
}

}  // namespace

void release_in_order(const wish& w, const std::vector<hold_number>& released, const std::vector<hold_number>& declined,
                      std::vector<event_body>& out) {
  std::vector<member_number> blocked;  // authors of whom something before still waits
  const auto is_blocked = [&](member_number who) { return std::ranges::find(blocked, who) != blocked.end(); };
  const auto touched = [&](member_number who) {
    return std::ranges::any_of(w.room.held, [&](const held_message& h) {
      return h.author == who && (names(released, h.number) || names(declined, h.number));
    });
  };
  for (const held_message& h : w.room.held) {
    if (names(declined, h.number) || is_blocked(h.author) || !touched(h.author)) continue;
    if (names(released, h.number) || h.cause == hold_cause::behind) {
      out.emplace_back(message_said{h.author, h.what, h.number});
    } else {
      blocked.push_back(h.author);
    }
  }
}

verdict rule_of(const wish& w, const release_held& c) {
  if (const auto no = not_running(w)) return *no;
  if (const auto no = unknown(w, c.holds)) return *no;
  std::vector<member_number> waiting;
  for (const held_message& h : w.room.held) {
    const bool behind_another = std::ranges::find(waiting, h.author) != waiting.end();
    if (!names(c.holds, h.number)) {
      waiting.push_back(h.author);
    } else if (behind_another) {
      return because(refusal_code::held_behind);
    }
  }
  std::vector<event_body> bodies;
  release_in_order(w, c.holds, {}, bodies);
  return bodies;
}

verdict rule_of(const wish& w, const decline_held& c) {
  if (const auto no = reason_unfit(w, c.reason)) return *no;
  if (const auto no = unknown(w, c.holds)) return *no;
  held_declined declined{{}, c.reason};
  for (const held_message& h : w.room.held) {
    if (names(c.holds, h.number)) declined.holds.push_back({h.number, h.author});
  }
  std::vector<event_body> bodies{std::move(declined)};
  release_in_order(w, {}, c.holds, bodies);
  return bodies;
}

verdict rule_of(const wish& w, const ask_rephrase& c) {
  if (const auto no = not_running(w)) return *no;
  if (const auto no = reason_unfit(w, c.reason)) return *no;
  if (w.room.find(c.hold) == nullptr) return because(refusal_code::held_unknown);
  return happened(rephrase_asked{c.hold, c.reason});
}

}  // namespace nightlight::domain
