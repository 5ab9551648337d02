#include "rooms/fingerprint.hpp"

#include <string_view>

namespace nightlight::rooms {
namespace {

// Everything a command says, in a form where two different commands never read the same.
struct spelling {
  std::string out;

  template <class Number>
  void number(Number n) {
    out.append(std::to_string(n)).push_back(' ');
  }
  void words(const private_text& w) { out.append(w.reveal()); }

  void written(const domain::written& w) {
    number(w.reply_to.value);
    number(w.text.size_bytes());
    words(w.text);
    words(w.content_note);
  }
  void holds(const std::vector<hold_number>& of) {
    number(of.size());
    for (const hold_number n : of) number(n.value);
  }

  void operator()(const domain::join& c) { number(c.listening); }
  void operator()(const domain::leave&) {}
  void operator()(const domain::set_listening& c) { number(c.listening); }
  void operator()(const domain::say& c) { written(c.what); }
  void operator()(const domain::react& c) {
    number(c.number.value);
    number(static_cast<int>(c.reaction));
    number(c.withdraw);
  }
  void operator()(const domain::retract_own& c) { number(c.number.value); }
  void operator()(const domain::edit_held& c) {
    number(c.hold.value);
    words(c.text);
  }
  void operator()(const domain::raise_hand& c) { number(c.raised); }
  void operator()(const domain::change_name& c) { words(c.name); }
  void operator()(const domain::tell_staff& c) { number(static_cast<int>(c.feeling)); }
  void operator()(const domain::report& c) {
    number(c.member.value);
    number(c.number.value);
    number(c.worried);
    words(c.text);
  }
  void operator()(const domain::appeal& c) { words(c.text); }
  void operator()(const domain::check_out& c) {
    number(static_cast<int>(c.leaving));
    number(c.first_time);
    words(c.text);
  }
  void operator()(const domain::say_side& c) {
    number(c.member.value);
    words(c.text);
  }
  void operator()(const domain::leave_side&) {}

  void operator()(const domain::warn_member& c) { about(c.member, c.reason); }
  void operator()(const domain::mute_member& c) { about(c.member, c.reason, c.length); }
  void operator()(const domain::unmute_member& c) { number(c.member.value); }
  void operator()(const domain::remove_member& c) {
    number(c.may_return);
    about(c.member, c.reason, c.length);
  }
  void operator()(const domain::ban_member& c) { about(c.member, c.reason, c.length); }
  void operator()(const domain::readmit_member& c) { number(c.member.value); }

  void operator()(const domain::retract_message& c) {
    number(c.number.value);
    words(c.reason);
  }
  void operator()(const domain::retract_all_of& c) { about(c.member, c.reason); }
  void operator()(const domain::retract_range& c) {
    number(c.first.value);
    number(c.last.value);
    words(c.reason);
  }
  void operator()(const domain::hide_message& c) { number(c.number.value); }
  void operator()(const domain::show_message& c) { number(c.number.value); }
  void operator()(const domain::release_held& c) { holds(c.holds); }
  void operator()(const domain::decline_held& c) {
    holds(c.holds);
    words(c.reason);
  }
  void operator()(const domain::ask_rephrase& c) {
    number(c.hold.value);
    words(c.reason);
  }

  void operator()(const domain::set_slow_mode& c) { number(c.interval.count()); }
  void operator()(const domain::set_door& c) { number(c.locked); }
  void operator()(const domain::set_hold& c) {
    number(static_cast<int>(c.mode));
    number(c.first);
  }
  void operator()(const domain::set_listening_default& c) { number(c.on); }
  void operator()(const domain::set_hands_required& c) { number(c.on); }
  void operator()(const domain::give_floor& c) { number(c.member.value); }
  void operator()(const domain::pin_prompt& c) { words(c.text); }
  void operator()(const domain::start_round& c) { words(c.question); }
  void operator()(const domain::pass_turn& c) { number(c.member.value); }
  void operator()(const domain::end_round&) {}
  void operator()(const domain::start_poll& c) {
    number(c.question.size_bytes());
    words(c.question);
    for (const private_text& answer : c.answers) {
      number(answer.size_bytes());
      words(answer);
    }
  }
  void operator()(const domain::answer_poll& c) {
    number(c.poll.value);
    number(c.choice);
  }
  void operator()(const domain::end_poll& c) { number(c.poll.value); }
  void operator()(const domain::set_invitations& c) { number(c.closed); }
  void operator()(const domain::set_lockdown& c) { number(c.on); }
  void operator()(const domain::set_lobby& c) { number(c.on); }
  void operator()(const domain::admit_waiting& c) { number(c.waiting.value); }
  void operator()(const domain::admit_all&) {}

  void operator()(const domain::open_second&) {}
  void operator()(const domain::ask_over& c) {
    number(c.members.size());
    for (const member_number n : c.members) number(n.value);
  }
  void operator()(const domain::answer_over& c) { number(c.going); }
  void operator()(const domain::call_back&) {}

  void operator()(const domain::open_side& c) { number(c.member.value); }
  void operator()(const domain::close_side& c) { number(c.member.value); }
  void operator()(const domain::say_backstage& c) { words(c.text); }
  void operator()(const domain::note_person& c) { about(c.member, c.text); }
  void operator()(const domain::ask_cover&) {}
  void operator()(const domain::hand_over& c) { words(c.text); }
  void operator()(const domain::take_over&) {}
  void operator()(const domain::claim_alert& c) { number(c.alert.value); }
  void operator()(const domain::hand_alert& c) {
    number(c.alert.value);
    number(c.to.value);
  }
  void operator()(const domain::close_alert& c) {
    number(c.alert.value);
    number(static_cast<int>(c.outcome));
    words(c.note);
  }
  void operator()(const domain::break_glass& c) {
    number(c.length.count());
    words(c.reason);
  }

  void operator()(const domain::open_room&) {}
  void operator()(const domain::extend_meeting& c) { number(c.length.count()); }
  void operator()(const domain::pause_room&) {}
  void operator()(const domain::resume_room&) {}
  void operator()(const domain::close_room&) {}
  void operator()(const domain::note_staff_absent&) {}
  void operator()(const domain::note_staff_returned&) {}
  void operator()(const domain::note_words_purged&) {}
  void operator()(const domain::note_time&) {}
  void operator()(const domain::note_appeal&) {}
  void operator()(const domain::note_ban_lifted&) {}
  void operator()(const domain::note_seat_kept&) {}
  void operator()(const domain::note_standings&) {}
  void operator()(const domain::note_news_beside&) {}
  void operator()(const domain::note_end_beside&) {}

 private:
  void about(member_number who, const private_text& typed, seconds length = seconds{0}) {
    number(who.value);
    number(length.count());
    words(typed);
  }
};

}  // namespace

result<std::string> fingerprint_of(const domain::command& what, member_number author, sealing::meeting_keys& keys) {
  if (std::holds_alternative<domain::open_room>(what)) return std::string{};
  spelling spelled;
  spelled.number(what.index());
  std::visit(spelled, what);
  return keys.fingerprint(author, private_text{std::move(spelled.out)});
}

}  // namespace nightlight::rooms
