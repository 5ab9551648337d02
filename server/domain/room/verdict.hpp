// What the families of rules share: their common shape and the checks that stand in front of many of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/room/decide.hpp"

namespace nightlight::domain {

// What one rule answers: the bodies of the events to write, or why not.
using verdict = std::variant<std::vector<event_body>, refusal>;

// A wish whose author is known to the room. `who` is null only for someone who has not joined this meeting.
struct wish {
  const room_state& room;
  const actor& by;
  const member* who;
  const circumstances& around;
};

verdict decide_membership(const wish& w, const join& c);
verdict decide_membership(const wish& w, const leave& c);
verdict decide_membership(const wish& w, const set_listening& c);

verdict decide_speaking(const wish& w, const say& c);
verdict decide_speaking(const wish& w, const react& c);
verdict decide_speaking(const wish& w, const retract_own& c);

verdict decide_moderation(const wish& w, const mute_member& c);
verdict decide_moderation(const wish& w, const unmute_member& c);
verdict decide_moderation(const wish& w, const remove_member& c);
verdict decide_moderation(const wish& w, const retract_message& c);
verdict decide_moderation(const wish& w, const retract_all_of& c);
verdict decide_moderation(const wish& w, const set_slow_mode& c);
verdict decide_moderation(const wish& w, const set_door& c);

verdict decide_meeting(const wish& w, const open_room& c);
verdict decide_meeting(const wish& w, const pause_room& c);
verdict decide_meeting(const wish& w, const resume_room& c);
verdict decide_meeting(const wish& w, const close_room& c);
verdict decide_meeting(const wish& w, const note_staff_absent& c);
verdict decide_meeting(const wish& w, const note_staff_returned& c);
verdict decide_meeting(const wish& w, const note_words_purged& c);

// Her number in this meeting: the one she has, or the next one free.
member_number number_for(const wish& w);

// The time the next event will bear. A log's time never runs backwards, so an ended mute does not come back when the
// machine's clock is set back.
instant time_of(const wish& w);

// A refusal that ends when the sanction does; one for the rest of the meeting has no time to wait for.
refusal held_back(refusal_code code, const sanction& by, instant time);

std::size_t code_points(std::string_view utf8);

inline verdict nothing_to_do() { return std::vector<event_body>{}; }
inline verdict because(refusal_code code, milliseconds retry_after = milliseconds{0}) {
  return refusal{code, retry_after};
}
template <class... Bodies>
verdict happened(Bodies... bodies) {
  return std::vector<event_body>{event_body{std::move(bodies)}...};
}

}  // namespace nightlight::domain
