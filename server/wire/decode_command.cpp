#include "wire/decode_command.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace nightlight::wire {
namespace {

namespace pb = nightlight::wire::v1;

member_number member(std::uint32_t n) { return member_number{n}; }
circle_number circle(std::uint64_t n) { return circle_number{n}; }
private_text words(const std::string& s) { return private_text{s}; }

// Numbers that no enum of ours has stay strangers to the rules, which refuse them.
template <class Enum>
Enum of(int number) {
  return static_cast<Enum>(std::clamp(number, 0, 255));
}

std::vector<hold_number> holds_of(const auto& numbers) {
  std::vector<hold_number> holds;
  for (const std::uint32_t n : numbers) holds.emplace_back(n);
  return holds;
}

std::vector<member_number> members_of(const auto& numbers) {
  std::vector<member_number> members;
  for (const std::uint32_t n : numbers) members.emplace_back(n);
  return members;
}

std::vector<private_text> all_of(const auto& lines) {
  std::vector<private_text> typed;
  for (const std::string& line : lines) typed.push_back(words(line));
  return typed;
}

// What a member may ask for; the team may ask for most of it too.
std::optional<domain::command> of_everyone(const pb::Submit& s) {
  switch (s.command_case()) {
    case pb::Submit::kSay:
      return domain::say{{words(s.say().text()), circle(s.say().reply_to()), words(s.say().content_note())}};
    case pb::Submit::kReact:
      return domain::react{circle(s.react().number()), of<domain::reaction>(s.react().reaction()),
                           s.react().withdraw()};
    case pb::Submit::kRetractOwn: return domain::retract_own{circle(s.retract_own().number())};
    case pb::Submit::kSetListening: return domain::set_listening{s.set_listening().listening()};
    case pb::Submit::kLeave: return domain::leave{};
    case pb::Submit::kEditHeld:
      return domain::edit_held{hold_number{s.edit_held().hold()}, words(s.edit_held().text())};
    case pb::Submit::kRaiseHand: return domain::raise_hand{s.raise_hand().raised()};
    case pb::Submit::kChangeName: return domain::change_name{words(s.change_name().name())};
    case pb::Submit::kTellStaff: return domain::tell_staff{of<domain::feeling>(s.tell_staff().feeling())};
    case pb::Submit::kReport:
      return domain::report{member(s.report().member()), circle(s.report().number()), s.report().worried(),
                            words(s.report().text())};
    case pb::Submit::kAppeal: return domain::appeal{words(s.appeal().text())};
    case pb::Submit::kCheckOut:
      return domain::check_out{of<domain::leaving>(s.check_out().leaving()), words(s.check_out().text()),
                               s.check_out().first_time()};
    case pb::Submit::kPassTurn: return domain::pass_turn{member(s.pass_turn().member())};
    case pb::Submit::kAnswerPoll: return domain::answer_poll{circle(s.answer_poll().poll()), s.answer_poll().choice()};
    case pb::Submit::kAnswerOver: return domain::answer_over{s.answer_over().going()};
    case pb::Submit::kSaySide: return domain::say_side{member(s.say_side().member()), words(s.say_side().text())};
    case pb::Submit::kLeaveSide: return domain::leave_side{};
    default: return std::nullopt;
  }
}

std::optional<domain::command> about_people(const pb::Submit& s) {
  switch (s.command_case()) {
    case pb::Submit::kWarnMember:
      return domain::warn_member{member(s.warn_member().member()), words(s.warn_member().reason())};
    case pb::Submit::kMuteMember:
      return domain::mute_member{member(s.mute_member().member()), seconds{s.mute_member().seconds()},
                                 words(s.mute_member().reason())};
    case pb::Submit::kUnmuteMember: return domain::unmute_member{member(s.unmute_member().member())};
    case pb::Submit::kRemoveMember:
      return domain::remove_member{member(s.remove_member().member()), seconds{s.remove_member().seconds()},
                                   words(s.remove_member().reason()), s.remove_member().may_return()};
    case pb::Submit::kBanMember:
      return domain::ban_member{member(s.ban_member().member()), seconds{s.ban_member().seconds()},
                                words(s.ban_member().reason())};
    case pb::Submit::kReadmitMember: return domain::readmit_member{member(s.readmit_member().member())};
    case pb::Submit::kGiveFloor: return domain::give_floor{member(s.give_floor().member())};
    case pb::Submit::kOpenSide: return domain::open_side{member(s.open_side().member())};
    case pb::Submit::kCloseSide: return domain::close_side{member(s.close_side().member())};
    case pb::Submit::kNotePerson:
      return domain::note_person{member(s.note_person().member()), words(s.note_person().text())};
    default: return std::nullopt;
  }
}

std::optional<domain::command> about_messages(const pb::Submit& s) {
  switch (s.command_case()) {
    case pb::Submit::kRetractMessage:
      return domain::retract_message{circle(s.retract_message().number()), words(s.retract_message().reason())};
    case pb::Submit::kRetractAllOf:
      return domain::retract_all_of{member(s.retract_all_of().member()), words(s.retract_all_of().reason())};
    case pb::Submit::kRetractRange:
      return domain::retract_range{circle(s.retract_range().first()), circle(s.retract_range().last()),
                                   words(s.retract_range().reason())};
    case pb::Submit::kHideMessage: return domain::hide_message{circle(s.hide_message().number())};
    case pb::Submit::kShowMessage: return domain::show_message{circle(s.show_message().number())};
    case pb::Submit::kReleaseHeld: return domain::release_held{holds_of(s.release_held().holds())};
    case pb::Submit::kDeclineHeld:
      return domain::decline_held{holds_of(s.decline_held().holds()), words(s.decline_held().reason())};
    case pb::Submit::kAskRephrase:
      return domain::ask_rephrase{hold_number{s.ask_rephrase().hold()}, words(s.ask_rephrase().reason())};
    default: return std::nullopt;
  }
}

std::optional<domain::command> about_the_room(const pb::Submit& s) {
  switch (s.command_case()) {
    case pb::Submit::kSetSlowMode: return domain::set_slow_mode{seconds{s.set_slow_mode().seconds()}};
    case pb::Submit::kSetDoor: return domain::set_door{s.set_door().locked()};
    case pb::Submit::kSetHold:
      return domain::set_hold{of<domain::hold_mode>(s.set_hold().mode()), s.set_hold().first()};
    case pb::Submit::kSetListeningDefault: return domain::set_listening_default{s.set_listening_default().on()};
    case pb::Submit::kSetHandsRequired: return domain::set_hands_required{s.set_hands_required().on()};
    case pb::Submit::kPinPrompt: return domain::pin_prompt{words(s.pin_prompt().text())};
    case pb::Submit::kStartRound: return domain::start_round{words(s.start_round().question())};
    case pb::Submit::kEndRound: return domain::end_round{};
    case pb::Submit::kStartPoll:
      return domain::start_poll{words(s.start_poll().question()), all_of(s.start_poll().answers())};
    case pb::Submit::kEndPoll: return domain::end_poll{circle(s.end_poll().poll())};
    case pb::Submit::kSetInvitations: return domain::set_invitations{s.set_invitations().closed()};
    case pb::Submit::kSetLockdown: return domain::set_lockdown{s.set_lockdown().on()};
    case pb::Submit::kSetLobby: return domain::set_lobby{s.set_lobby().on()};
    case pb::Submit::kAdmitWaiting: return domain::admit_waiting{waiting_number{s.admit_waiting().waiting()}};
    case pb::Submit::kAdmitAll: return domain::admit_all{};
    case pb::Submit::kOpenSecond: return domain::open_second{};
    case pb::Submit::kAskOver: return domain::ask_over{members_of(s.ask_over().members())};
    case pb::Submit::kCallBack: return domain::call_back{};
    case pb::Submit::kOpenRoom: return domain::open_room{};
    case pb::Submit::kExtendMeeting: return domain::extend_meeting{std::chrono::minutes{s.extend_meeting().minutes()}};
    case pb::Submit::kPauseRoom: return domain::pause_room{};
    case pb::Submit::kResumeRoom: return domain::resume_room{};
    case pb::Submit::kCloseRoom: return domain::close_room{};
    default: return std::nullopt;
  }
}

std::optional<domain::command> among_the_team(const pb::Submit& s) {
  switch (s.command_case()) {
    case pb::Submit::kSayBackstage: return domain::say_backstage{words(s.say_backstage().text())};
    case pb::Submit::kAskCover: return domain::ask_cover{};
    case pb::Submit::kHandOver: return domain::hand_over{words(s.hand_over().text())};
    case pb::Submit::kTakeOver: return domain::take_over{};
    case pb::Submit::kClaimAlert: return domain::claim_alert{alert_number{s.claim_alert().alert()}};
    case pb::Submit::kHandAlert:
      return domain::hand_alert{alert_number{s.hand_alert().alert()}, member(s.hand_alert().to())};
    case pb::Submit::kCloseAlert:
      return domain::close_alert{alert_number{s.close_alert().alert()},
                                 of<domain::alert_outcome>(s.close_alert().outcome()), words(s.close_alert().note())};
    case pb::Submit::kBreakGlass:
      return domain::break_glass{words(s.break_glass().reason()), std::chrono::minutes{s.break_glass().minutes()}};
    default: return std::nullopt;
  }
}

}  // namespace

std::optional<domain::command> command_of(const pb::Submit& s) {
  for (const auto family : {of_everyone, about_people, about_messages, about_the_room, among_the_team}) {
    if (auto found = family(s)) return found;
  }
  return std::nullopt;
}

}  // namespace nightlight::wire
