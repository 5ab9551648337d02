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
  visibility operator()(const slow_mode_set&) const { return visibility::circle; }
  visibility operator()(const words_purged&) const { return visibility::circle; }
  visibility operator()(const member_muted&) const { return visibility::staff; }
  visibility operator()(const member_unmuted&) const { return visibility::staff; }
  visibility operator()(const member_removed&) const { return visibility::staff; }
  visibility operator()(const door_changed&) const { return visibility::staff; }
};

}  // namespace

visibility visibility_of(const event_body& body) { return std::visit(rule{}, body); }

}  // namespace nightlight::domain
