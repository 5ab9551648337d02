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

  void operator()(const domain::join& c) { number(c.listening); }
  void operator()(const domain::leave&) {}
  void operator()(const domain::set_listening& c) { number(c.listening); }
  void operator()(const domain::say& c) {
    number(c.reply_to.value);
    words(c.text);
  }
  void operator()(const domain::react& c) {
    number(c.number.value);
    number(static_cast<int>(c.reaction));
    number(c.withdraw);
  }
  void operator()(const domain::retract_own& c) { number(c.number.value); }
  void operator()(const domain::mute_member& c) {
    number(c.member.value);
    number(c.length.count());
    words(c.reason);
  }
  void operator()(const domain::unmute_member& c) { number(c.member.value); }
  void operator()(const domain::remove_member& c) {
    number(c.member.value);
    number(c.length.count());
    words(c.reason);
  }
  void operator()(const domain::retract_message& c) {
    number(c.number.value);
    words(c.reason);
  }
  void operator()(const domain::retract_all_of& c) {
    number(c.member.value);
    words(c.reason);
  }
  void operator()(const domain::set_slow_mode& c) { number(c.interval.count()); }
  void operator()(const domain::set_door& c) { number(c.locked); }
  void operator()(const domain::open_room&) {}
  void operator()(const domain::pause_room&) {}
  void operator()(const domain::resume_room&) {}
  void operator()(const domain::close_room&) {}
  void operator()(const domain::note_staff_absent&) {}
  void operator()(const domain::note_staff_returned&) {}
  void operator()(const domain::note_words_purged&) {}
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
