#include "domain/room/visibility.hpp"

namespace nightlight::domain {
namespace {

// One overload for each event: a new event does not compile until someone has said who sees it.
struct rule {
  visibility operator()(const room_opened&) const { return visibility::circle; }
  visibility operator()(const room_paused&) const { return visibility::circle; }
  visibility operator()(const room_resumed&) const { return visibility::circle; }
  visibility operator()(const room_closed&) const { return visibility::circle; }
  visibility operator()(const member_joined&) const { return visibility::circle; }
  visibility operator()(const member_left&) const { return visibility::circle; }
  visibility operator()(const listening_changed&) const { return visibility::circle; }
  visibility operator()(const message_said&) const { return visibility::circle; }
  visibility operator()(const reaction_changed&) const { return visibility::circle; }
  visibility operator()(const messages_retracted&) const { return visibility::circle; }
  visibility operator()(const message_hidden&) const { return visibility::circle; }
  visibility operator()(const message_shown&) const { return visibility::circle; }
  visibility operator()(const slow_mode_set&) const { return visibility::circle; }
  visibility operator()(const hands_required_set&) const { return visibility::circle; }
  visibility operator()(const hand_raised&) const { return visibility::circle; }
  visibility operator()(const floor_given&) const { return visibility::circle; }
  visibility operator()(const prompt_pinned&) const { return visibility::circle; }
  visibility operator()(const round_began&) const { return visibility::circle; }
  visibility operator()(const turn_given&) const { return visibility::circle; }
  visibility operator()(const round_ended&) const { return visibility::circle; }
  visibility operator()(const poll_began&) const { return visibility::circle; }
  visibility operator()(const poll_ended&) const { return visibility::circle; }
  visibility operator()(const words_purged&) const { return visibility::circle; }
  visibility operator()(const circle_began&) const { return visibility::circle; }
  visibility operator()(const ending_soon&) const { return visibility::circle; }
  visibility operator()(const meeting_extended&) const { return visibility::circle; }

  visibility operator()(const message_held&) const { return visibility::staff; }
  visibility operator()(const held_edited&) const { return visibility::staff; }
  visibility operator()(const held_declined&) const { return visibility::staff; }
  visibility operator()(const rephrase_asked&) const { return visibility::staff; }
  visibility operator()(const member_warned&) const { return visibility::staff; }
  visibility operator()(const member_muted&) const { return visibility::staff; }
  visibility operator()(const member_unmuted&) const { return visibility::staff; }
  visibility operator()(const member_removed&) const { return visibility::staff; }
  visibility operator()(const member_banned&) const { return visibility::staff; }
  visibility operator()(const member_readmitted&) const { return visibility::staff; }
  visibility operator()(const ban_lifted&) const { return visibility::staff; }
  visibility operator()(const sanctions_carried&) const { return visibility::staff; }
  visibility operator()(const door_changed&) const { return visibility::staff; }
  visibility operator()(const controls_changed&) const { return visibility::staff; }
  visibility operator()(const side_opened&) const { return visibility::staff; }
  visibility operator()(const side_ended&) const { return visibility::staff; }
  visibility operator()(const side_said&) const { return visibility::staff; }
  visibility operator()(const backstage_said&) const { return visibility::staff; }
  visibility operator()(const person_noted&) const { return visibility::staff; }
  visibility operator()(const handed_over&) const { return visibility::staff; }
  visibility operator()(const taken_over&) const { return visibility::staff; }
  visibility operator()(const glass_broken&) const { return visibility::staff; }
  visibility operator()(const alert_raised&) const { return visibility::staff; }
  visibility operator()(const alert_claimed&) const { return visibility::staff; }
  visibility operator()(const alert_closed&) const { return visibility::staff; }
  visibility operator()(const alert_climbed&) const { return visibility::staff; }
  visibility operator()(const wait_began&) const { return visibility::staff; }
  visibility operator()(const wait_renamed&) const { return visibility::staff; }
  visibility operator()(const wait_ended&) const { return visibility::staff; }
  visibility operator()(const checked_out&) const { return visibility::staff; }
  visibility operator()(const poll_answered&) const { return visibility::staff; }
  visibility operator()(const filling_up&) const { return visibility::staff; }
  visibility operator()(const second_opened&) const { return visibility::staff; }
  visibility operator()(const second_closed&) const { return visibility::staff; }
  visibility operator()(const asked_over&) const { return visibility::staff; }
  visibility operator()(const over_answered&) const { return visibility::staff; }
  visibility operator()(const called_back&) const { return visibility::staff; }
  visibility operator()(const seat_kept&) const { return visibility::staff; }
  visibility operator()(const standing_noted&) const { return visibility::staff; }
};

}  // namespace

visibility visibility_of(const event_body& body) { return std::visit(rule{}, body); }

}  // namespace nightlight::domain
