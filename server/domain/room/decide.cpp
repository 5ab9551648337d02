#include "domain/room/decide.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "domain/room/permissions.hpp"
#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

bool by_system(const actor& by) { return !by.person; }

template <class... Kinds>
bool is_one_of(const command& c) {
  return (std::holds_alternative<Kinds>(c) || ...);
}

// What she asked in the lobby is done once, also when she is a member by now. Its words are not compared: there is no
// key of hers that stays.
std::optional<decision> asked_in_lobby(const room_state& room, const submission& asked) {
  const auto before = asked.id ? room.lobby_answers.find({asked.by.person, asked.id}) : room.lobby_answers.end();
  if (before == room.lobby_answers.end()) return std::nullopt;
  if (is_one_of<join, leave, change_name>(asked.what)) return repeated{before->second};
  return refusal{refusal_code::message_id_reused};
}

// What stands between a person and every rule: her role, a meeting whose words are gone (nothing more may be typed
// into it), and not being in the room. Going, and taking back her own words, stay hers wherever she is.
std::optional<refusal> not_hers_to_ask(const room_state& room, const member* who, const submission& asked,
                                       instant time) {
  if (!may(asked.by.role, asked.what)) return refusal{refusal_code::not_permitted};
  if (room.purged && !is_one_of<join, leave, open_room>(asked.what)) return refusal{refusal_code::room_closed};
  if (is_staff(asked.by.role) || is_one_of<join>(asked.what)) return std::nullopt;
  if (who == nullptr) {
    if (room.waiting_of(asked.by.person) == nullptr) return refusal{refusal_code::not_in_room};
    if (is_one_of<leave, change_name>(asked.what)) return std::nullopt;
    return refusal{refusal_code::in_lobby};
  }
  if (who->present || is_one_of<leave, retract_own, report, tell_staff, appeal, check_out>(asked.what))
    return std::nullopt;
  if (who->removal && who->removal->in_force(time)) return held_back(refusal_code::removed, *who->removal, time);
  return refusal{refusal_code::not_in_room};
}

bool opens(const std::vector<event_body>& bodies) {
  return !bodies.empty() && std::holds_alternative<room_opened>(bodies.front());
}

bool comes_in_herself(const wish& w, const event_body& first) {
  const auto* joined = std::get_if<member_joined>(&first);
  return joined != nullptr && joined->person == w.by.person;
}

// Somebody in the lobby is not a member yet: what she does there has no author in the log but the one it names.
bool has_no_author(const wish& w, const event_body& first) {
  const bool waits = std::holds_alternative<wait_began>(first) || std::holds_alternative<wait_renamed>(first) ||
                     std::holds_alternative<wait_ended>(first);
  return by_system(w.by) || (waits && !is_staff(w.by.role));
}

// Staff who act are in the room: whoever opens it or steps in from outside is introduced in the same step, so that
// every event of theirs has an author whom the circle knows. An opened meeting begins without anyone, hence number one.
std::vector<event> signed_by(const wish& w, const submission& asked, std::vector<event_body> bodies) {
  std::vector<event> events;
  if (bodies.empty()) return events;
  if (has_no_author(w, bodies.front())) {
    for (event_body& body : bodies) events.push_back({{}, asked.id, {}, std::move(body)});
    return events;
  }
  const bool opening = opens(bodies);
  const bool joining = comes_in_herself(w, bodies.front());
  const bool introduced = joining || !is_staff(w.by.role) || (w.who != nullptr && w.who->present);
  member_joined self{opening ? member_number{1} : number_for(w), w.by.person, w.by.name, w.by.role, false, {}};
  if (!introduced && !opening) events.push_back({self.member, {}, {}, self});
  for (event_body& body : bodies) events.push_back({self.member, asked.id, asked.words, std::move(body)});
  if (opening) events.push_back({self.member, {}, {}, std::move(self)});
  return events;
}

const private_text* words_of(const command& c) {
  if (const auto* said = std::get_if<say>(&c)) return &said->what.text;
  const auto* edited = std::get_if<edit_held>(&c);
  return edited != nullptr ? &edited->text : nullptr;
}

// Words that the room does not say still reach its team when the phrase rules heard something in them: once, however
// often her phone sends them again.
decision refused(const wish& w, const submission& asked, const refusal& why) {
  const private_text* words = words_of(asked.what);
  const auto& heard = w.around.heard.care;
  if (words == nullptr || w.who == nullptr || !heard || heard->level < alert_level::amber) return why;
  alert_cause cause = cause_of(*heard, w.who->number);
  cause.words = *words;
  if (std::ranges::find(w.room.alerts, cause, &alert::cause) != w.room.alerts.end()) return why;
  return refused_but_heard{why, {{w.who->number, {}, {}, raise(w, std::move(cause))}}};
}

// An admin is in a room only for as long as the glass is broken.
bool needs_glass(const room_state& room, const member* who, const submission& asked, instant time) {
  if (asked.by.role != role::admin || is_one_of<break_glass, open_room, leave>(asked.what)) return false;
  return !room.glass || who == nullptr || room.glass->admin != who->number || room.glass->until <= time;
}

}  // namespace

decision decide(const room_state& room, const submission& asked, const circumstances& around) {
  const member* who = by_system(asked.by) ? nullptr : room.find(asked.by.person);
  if (by_system(asked.by)) {
    if (!system_may(asked.what)) return refusal{refusal_code::not_permitted};
  } else {
    if (who != nullptr && asked.id) {
      const auto before = room.answers.find(answer_key{who->number, asked.id});
      if (before != room.answers.end()) {
        if (before->second.words != asked.words) return refusal{refusal_code::message_id_reused};
        return repeated{before->second};
      }
    }
    if (const auto before = asked_in_lobby(room, asked)) return *before;
    const instant time = std::max(around.now, room.newest_time);
    if (const auto no = not_hers_to_ask(room, who, asked, time)) return *no;
    if (needs_glass(room, who, asked, time)) return refusal{refusal_code::glass_needed};
  }
  const wish w{room, asked.by, who, around};
  verdict answer = std::visit([&](const auto& c) { return rule_of(w, c); }, asked.what);
  if (const auto* no = std::get_if<refusal>(&answer)) return refused(w, asked, *no);
  return accepted{signed_by(w, asked, std::move(std::get<std::vector<event_body>>(answer)))};
}

}  // namespace nightlight::domain
