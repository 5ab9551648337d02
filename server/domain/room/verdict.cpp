#include "domain/room/verdict.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "domain/text/code_points.hpp"
#include "domain/text/plain_line.hpp"

namespace nightlight::domain {

member_number number_for(const wish& w) {
  return w.who != nullptr ? w.who->number : member_number{static_cast<std::uint32_t>(w.room.members.size() + 1)};
}

instant time_of(const wish& w) { return std::max(w.around.now, w.room.newest_time); }

refusal held_back(refusal_code code, const sanction& by, instant time) {
  return {code, by.until == instant{} ? milliseconds{0} : by.until - time};
}

std::optional<refusal> not_running(const wish& w) {
  if (w.room.phase == phase::scheduled) return refusal{refusal_code::room_not_open};
  if (w.room.phase == phase::closed) return refusal{refusal_code::room_closed};
  return std::nullopt;
}

std::optional<refusal> words_unfit(const private_text& words, std::size_t code_points_max,
                                   bool (*plain)(std::string_view)) {
  if (is_blank(words.reveal())) return refusal{refusal_code::body_empty};
  if (code_points(words.reveal()) > code_points_max) return refusal{refusal_code::body_too_long};
  if (!plain(words.reveal())) return refusal{refusal_code::text_not_plain};
  return std::nullopt;
}

std::optional<refusal> reason_unfit(const wish& w, const private_text& reason) {
  if (code_points(reason.reveal()) > w.around.rules.reason_code_points_max)
    return refusal{refusal_code::reason_too_long};
  if (!is_plain_line(reason.reveal())) return refusal{refusal_code::reason_not_plain};
  return std::nullopt;
}

std::optional<refusal> staff_note_unfit(const wish& w, const private_text& note) {
  if (code_points(note.reveal()) <= w.around.rules.staff_note_code_points_max) return std::nullopt;
  return refusal{refusal_code::note_too_long};
}

alert_raised raise(const wish& w, alert_cause cause, std::uint32_t already) {
  const auto number = static_cast<std::uint32_t>(w.room.alerts.size()) + already + 1;
  return {alert_number{number}, std::move(cause)};
}

alert_cause cause_of(const care_flag& heard, member_number about) {
  alert_cause cause;
  cause.kind = alert_kind::phrase;
  cause.level = heard.level;
  cause.about = about;
  cause.rule = heard.rule;
  cause.category = heard.category;
  cause.lexicon = heard.lexicon;
  cause.spans = heard.spans;
  return cause;
}

void decline_all_of(const wish& w, member_number author, const private_text& reason, std::vector<event_body>& out) {
  held_declined declined{{}, reason};
  for (const held_message& h : w.room.held) {
    if (h.author == author) declined.holds.push_back({h.number, h.author});
  }
  if (!declined.holds.empty()) out.emplace_back(std::move(declined));
}

void goes(const wish& w, member_number who, std::vector<event_body>& out) {
  for (const side_room& side : w.room.sides) {
    if (side.member == who || side.staff == who) out.emplace_back(side_ended{side.member, side.staff});
  }
  if (w.room.floor == who) out.emplace_back(floor_given{});
  turn_moves_on(w, who, true, out);
  const member* m = w.room.find(who);
  if (m != nullptr && m->present) out.emplace_back(member_left{who});
  for (const alert& a : w.room.alerts) {
    if (!a.closed && a.owner == who) out.emplace_back(alert_claimed{a.number, {}});
  }
}

std::uint32_t members_here(const room_state& room, bool listening) {
  return static_cast<std::uint32_t>(std::ranges::count_if(
      room.members, [&](const member& m) { return m.present && m.listening == listening && !is_staff(m.role); }));
}

std::uint32_t speaking_places(const room_state& room, const limits& rules) {
  return room.speaking_capacity != 0 ? room.speaking_capacity : rules.speaking_capacity;
}

// Most messages are told by their first letter.
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

}  // namespace nightlight::domain
