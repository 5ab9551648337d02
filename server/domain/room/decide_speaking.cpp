// Saying, answering, reacting, and taking back one's own words, which stays hers whatever else is closed to her.
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

constexpr milliseconds soon{2000};

// Nothing to read: only spaces of any kind and characters that show nothing. Most messages are told by their first
// letter.
bool is_blank(std::string_view text) {
  if (std::ranges::any_of(text, [](char c) { return c > ' ' && c < '\x7f'; })) return false;
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  for (int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UChar32 c = wide.char32At(i);
    if (!u_isUWhiteSpace(c) && !u_iscntrl(c) && !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
      return false;
  }
  return true;
}

// What stands in the way of anyone's voice: the meeting itself, then her own mute.
std::optional<refusal> no_voice(const wish& w) {
  switch (w.room.phase) {
    case phase::scheduled: return refusal{refusal_code::room_not_open, seconds{15}};
    case phase::closed: return refusal{refusal_code::room_closed};
    case phase::paused:
      if (!is_staff(w.by.role)) return refusal{refusal_code::room_paused, soon};
      break;
    case phase::open: break;
  }
  if (!is_staff(w.by.role) && !w.around.staff_here) return refusal{refusal_code::waiting_for_staff, soon};
  if (w.who != nullptr && w.who->mute && w.who->mute->in_force(time_of(w))) {
    return held_back(refusal_code::muted, *w.who->mute, time_of(w));
  }
  return std::nullopt;
}

// By the machine's clock, and in her favour: when it was set back since her last message, nobody can tell how long she
// has waited, and she need not wait for it to catch up.
std::optional<refusal> too_soon(const wish& w) {
  if (w.room.slow_mode == seconds{0} || is_staff(w.by.role) || w.who->last_said_at == instant{}) return std::nullopt;
  const milliseconds waited = w.around.now - w.who->last_said_at;
  if (waited < milliseconds{0} || waited >= w.room.slow_mode) return std::nullopt;
  return refusal{refusal_code::slow_mode_active, w.room.slow_mode - waited};
}

bool has_reacted(const message& m, reaction kind, member_number who) {
  const auto count = std::ranges::find(m.reactions, kind, &reaction_count::reaction);
  return count != m.reactions.end() && std::ranges::find(count->members, who) != count->members.end();
}

}  // namespace

verdict decide_speaking(const wish& w, const say& c) {
  if (is_blank(c.text.reveal())) return because(refusal_code::body_empty);
  if (code_points(c.text.reveal()) > w.around.rules.body_code_points_max) return because(refusal_code::body_too_long);
  if (const auto no = no_voice(w)) return *no;
  if (w.who != nullptr && w.who->listening && !is_staff(w.by.role)) return because(refusal_code::listening);
  if (c.reply_to && w.room.find(c.reply_to) == nullptr) return because(refusal_code::message_unknown);
  if (const auto no = too_soon(w)) return *no;
  return happened(message_said{number_for(w), c.text, c.reply_to});
}

verdict decide_speaking(const wish& w, const react& c) {
  if (c.reaction < reaction::heart || c.reaction > reaction::clap) return because(refusal_code::reaction_unknown);
  if (const auto no = no_voice(w)) return *no;
  const message* m = w.room.find(c.number);
  if (m == nullptr) return because(refusal_code::message_unknown);
  if (m->retracted) return because(refusal_code::message_retracted);
  const member_number self = number_for(w);
  if (has_reacted(*m, c.reaction, self) != c.withdraw) return nothing_to_do();
  return happened(reaction_changed{c.number, self, c.reaction, c.withdraw});
}

verdict decide_speaking(const wish& w, const retract_own& c) {
  const message* m = w.room.find(c.number);
  if (m == nullptr) return because(refusal_code::message_unknown);
  if (w.who == nullptr || m->author != w.who->number) return because(refusal_code::not_your_message);
  if (m->retracted) return nothing_to_do();
  return happened(messages_retracted{{c.number}, {}});
}

}  // namespace nightlight::domain
