#include "rooms/audit_entry.hpp"

#include <utility>

#include "sealing/text_form.hpp"

namespace nightlight::rooms {
namespace {

using namespace domain;

// What was done, as far as it depends on the kind of event. Nothing: talk, or a member's own business.
struct deed {
  const char* action = "";
  member_number target{};
  std::uint32_t messages = 0;
  seconds length{0};
  meeting_id meeting{};  // empty: the room's newest
};

// One overload for each event: a new event does not compile until someone has said how it is audited.
struct telling {
  const logged_event& e;
  const room_state& room;

  using told = std::optional<deed>;

  told operator()(const room_opened&) const { return deed{"room_opened"}; }
  told operator()(const room_paused&) const { return deed{"room_paused"}; }
  told operator()(const room_resumed&) const { return deed{"room_resumed"}; }
  told operator()(const room_closed&) const { return deed{"room_closed"}; }
  // Which of the staff were there: they could read what was said. Whom one of them let in, and not who came in by the
  // room's clock.
  told operator()(const member_joined& joined) const {
    if (joined.waited && e.what.actor) return deed{"member_admitted", joined.member};
    if (!is_staff(joined.role)) return std::nullopt;
    return deed{"member_joined", joined.member};
  }
  told operator()(const member_left& left) const {
    if (left.member != e.what.actor) return std::nullopt;  // she was removed, which is told
    return deed{"member_left", left.member};
  }
  told operator()(const listening_changed&) const { return std::nullopt; }
  // Her own words are talk; a held message that one of the team released is a decision.
  told operator()(const message_said& said) const {
    if (!said.hold) return std::nullopt;
    return deed{"held_released", said.author, 1};
  }
  told operator()(const reaction_changed&) const { return std::nullopt; }
  told operator()(const messages_retracted& retracted) const {
    const message* first = retracted.numbers.empty() ? nullptr : room.find(retracted.numbers.front());
    return deed{"messages_retracted", first != nullptr ? first->author : member_number{},
                static_cast<std::uint32_t>(retracted.numbers.size())};
  }
  told operator()(const member_muted& muted) const { return deed{"member_muted", muted.member, 0, until(muted.until)}; }
  told operator()(const member_unmuted& unmuted) const { return deed{"member_unmuted", unmuted.member}; }
  told operator()(const member_removed& removed) const {
    return deed{"member_removed", removed.member, 0, until(removed.until)};
  }
  told operator()(const slow_mode_set& set) const { return deed{"slow_mode_set", {}, 0, set.interval}; }
  told operator()(const door_changed& changed) const { return deed{changed.locked ? "door_locked" : "door_unlocked"}; }
  told operator()(const message_hidden& h) const { return about_message("message_hidden", h.number); }
  told operator()(const message_shown& s) const { return about_message("message_shown", s.number); }
  told operator()(const message_held&) const { return std::nullopt; }
  told operator()(const held_edited&) const { return std::nullopt; }
  told operator()(const held_declined& d) const {
    const auto count = static_cast<std::uint32_t>(d.holds.size());
    return deed{"held_declined", d.holds.empty() ? member_number{} : d.holds.front().author, count};
  }
  told operator()(const rephrase_asked&) const { return deed{"rephrase_asked"}; }
  told operator()(const member_warned& warned) const { return deed{"member_warned", warned.member}; }
  told operator()(const member_banned& banned) const {
    return deed{"member_banned", banned.member, 0, until(banned.until)};
  }
  told operator()(const member_readmitted& readmitted) const { return deed{"member_readmitted", readmitted.member}; }
  told operator()(const sanctions_carried&) const { return std::nullopt; }
  told operator()(const ban_lifted& lifted) const { return deed{"ban_lifted", lifted.member}; }
  told operator()(const controls_changed& changed) const {
    return deed{changed.controls.lockdown ? "controls_changed_in_lockdown" : "controls_changed"};
  }
  told operator()(const hands_required_set& set) const {
    return deed{set.on ? "hands_required" : "hands_not_required"};
  }
  told operator()(const hand_raised&) const { return std::nullopt; }
  told operator()(const floor_given& given) const { return deed{"floor_given", given.member}; }
  told operator()(const prompt_pinned& pinned) const {
    return deed{pinned.text.empty() ? "prompt_taken_down" : "prompt_pinned"};
  }
  told operator()(const round_began&) const { return deed{"round_began"}; }
  told operator()(const turn_given& given) const { return deed{"turn_given", given.member}; }
  told operator()(const round_ended&) const { return deed{"round_ended"}; }
  told operator()(const poll_began&) const { return deed{"poll_began"}; }
  told operator()(const poll_answered&) const { return std::nullopt; }  // hers alone
  told operator()(const poll_ended&) const { return deed{"poll_ended"}; }
  told operator()(const side_opened& opened) const { return deed{"side_room_opened", opened.member}; }
  told operator()(const side_ended& ended) const { return deed{"side_room_ended", ended.member}; }
  told operator()(const side_said&) const { return std::nullopt; }
  told operator()(const backstage_said&) const { return std::nullopt; }
  told operator()(const person_noted& noted) const { return deed{"person_noted", noted.member}; }
  told operator()(const handed_over&) const { return deed{"room_handed_over"}; }
  told operator()(const taken_over&) const { return deed{"room_taken_over"}; }
  told operator()(const glass_broken& broken) const { return deed{"glass_broken", {}, 0, until(broken.until)}; }
  told operator()(const alert_raised&) const { return std::nullopt; }
  told operator()(const alert_claimed& claimed) const { return deed{"alert_claimed", claimed.owner}; }
  told operator()(const alert_closed&) const { return deed{"alert_closed"}; }
  told operator()(const alert_climbed& climbed) const { return deed{action_of(climbed.rung)}; }
  told operator()(const circle_began&) const { return std::nullopt; }
  told operator()(const ending_soon&) const { return std::nullopt; }
  told operator()(const meeting_extended& extended) const { return deed{"meeting_extended", {}, 0, extended.by}; }
  told operator()(const wait_began&) const { return std::nullopt; }
  told operator()(const wait_renamed&) const { return std::nullopt; }
  told operator()(const wait_ended&) const { return std::nullopt; }
  told operator()(const checked_out&) const { return std::nullopt; }
  told operator()(const filling_up&) const { return std::nullopt; }
  told operator()(const second_opened&) const { return deed{"second_room_opened"}; }
  told operator()(const second_closed&) const { return std::nullopt; }  // told where somebody closed it
  told operator()(const asked_over& asked) const { return deed{"member_asked_over", asked.member}; }
  told operator()(const over_answered&) const { return std::nullopt; }
  told operator()(const called_back&) const { return deed{"members_called_back"}; }
  told operator()(const seat_kept&) const { return std::nullopt; }
  told operator()(const standing_noted&) const { return std::nullopt; }
  told operator()(const words_purged& purged) const {
    return deed{action_of(purged.words), {}, 0, seconds{0}, purged.meeting};
  }

  told about_message(const char* action, circle_number number) const {
    const message* m = room.find(number);
    return deed{action, m != nullptr ? m->author : member_number{}, 1};
  }

  static const char* action_of(word_class words) {
    switch (words) {
      case word_class::set_aside: return "set_aside_words_purged";
      case word_class::report: return "report_words_purged";
      case word_class::talk: break;
      case word_class::everything: break;
    }
    return "words_purged";
  }

  static const char* action_of(alert_rung rung) {
    switch (rung) {
      case alert_rung::facilitator: break;
      case alert_rung::co_facilitator: return "alert_climbed_to_co_facilitator";
      case alert_rung::on_call: return "alert_climbed_to_on_call";
      case alert_rung::admin: return "alert_climbed_to_admin";
    }
    return "alert_climbed";
  }

  seconds until(instant end) const {
    return end == instant{} ? seconds{0} : std::chrono::duration_cast<seconds>(end - e.time);
  }
};

}  // namespace

std::optional<audit_entry> audit_entry_of(const logged_event& e, const room_state& room) {
  std::optional<deed> done = std::visit(telling{e, room}, e.what.body);
  if (!done) return std::nullopt;
  audit_entry told;
  if (const auto* lifted = std::get_if<ban_lifted>(&e.what.body)) {
    told.actor = sealing::to_hex(lifted->by.value);
    told.role = static_cast<std::uint32_t>(lifted->role);
  } else if (!e.what.actor) {
    told.actor = "system";
  } else {
    const member* who = room.find(e.what.actor);
    if (who == nullptr || !is_staff(who->role)) return std::nullopt;
    told.actor = sealing::to_hex(who->person.value);
    told.role = static_cast<std::uint32_t>(who->role);
  }
  told.time = e.time;
  told.meeting = done->meeting ? std::move(done->meeting) : room.meeting;
  told.at = e.at;
  told.action = done->action;
  told.target = done->target;
  told.messages = done->messages;
  told.length = done->length;
  return told;
}

std::vector<audit_entry> audit_entries_of(const room_id& id, std::span<const logged_event> events,
                                          const room_state& room, position after) {
  std::vector<audit_entry> entries;
  for (const logged_event& e : events) {
    if (e.at <= after) continue;
    std::optional<audit_entry> told = audit_entry_of(e, room);
    if (!told) continue;
    told->room = id;
    entries.push_back(std::move(*told));
  }
  return entries;
}

}  // namespace nightlight::rooms
