// What staff do about messages: take them back for good, or put them away and decide later. The words of what was taken
// back stay readable for staff for a short time; members never see them again.
#include <algorithm>

#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

std::optional<refusal> unfit(const wish& w, const private_text& reason) {
  if (w.room.phase == phase::scheduled) return refusal{refusal_code::room_not_open};
  return reason_unfit(w, reason);
}

verdict taken_back(const wish& w, const private_text& reason, const auto& concerns) {
  messages_retracted gone{{}, reason, {}};
  for (const message& m : w.room.messages) {
    if (m.retracted || !concerns(m)) continue;
    gone.numbers.push_back(m.number);
    if (!w.room.set_aside_purged) gone.kept.push_back({m.number, m.what.text});
  }
  if (gone.numbers.empty()) return nothing_to_do();
  return happened(std::move(gone));
}

}  // namespace

verdict rule_of(const wish& w, const retract_message& c) {
  if (const auto no = unfit(w, c.reason)) return *no;
  if (w.room.find(c.number) == nullptr) return because(refusal_code::message_unknown);
  return taken_back(w, c.reason, [&](const message& m) { return m.number == c.number; });
}

verdict rule_of(const wish& w, const retract_all_of& c) {
  if (const auto no = unfit(w, c.reason)) return *no;
  if (w.room.find(c.member) == nullptr) return because(refusal_code::member_unknown);
  return taken_back(w, c.reason, [&](const message& m) { return m.author == c.member; });
}

verdict rule_of(const wish& w, const retract_range& c) {
  if (const auto no = unfit(w, c.reason)) return *no;
  const auto within = [&](const message& m) { return m.number >= c.first && m.number <= c.last; };
  if (std::ranges::none_of(w.room.messages, within)) return because(refusal_code::message_unknown);
  return taken_back(w, c.reason, within);
}

verdict rule_of(const wish& w, const hide_message& c) {
  if (const auto no = not_running(w)) return *no;
  const message* m = w.room.find(c.number);
  if (m == nullptr) return because(refusal_code::message_unknown);
  if (m->retracted) return because(refusal_code::message_retracted);
  if (m->hidden) return nothing_to_do();
  return happened(message_hidden{c.number});
}

verdict rule_of(const wish& w, const show_message& c) {
  if (const auto no = not_running(w)) return *no;
  const message* m = w.room.find(c.number);
  if (m == nullptr) return because(refusal_code::message_unknown);
  if (m->retracted) return because(refusal_code::message_retracted);
  if (!m->hidden) return nothing_to_do();
  return happened(message_shown{c.number, m->what});
}

}  // namespace nightlight::domain
