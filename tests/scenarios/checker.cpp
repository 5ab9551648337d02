#include "scenarios/checker.hpp"

#include <algorithm>
#include <map>

#include "scenarios/verbs.hpp"

namespace nightlight::scenario {
namespace {

// Whom an event shows to the circle. Who retracted, paused or removed is not shown.
struct shown {
  member_number operator()(const domain::member_joined& e) const { return e.member; }
  member_number operator()(const domain::member_left& e) const { return e.member; }
  member_number operator()(const domain::listening_changed& e) const { return e.member; }
  member_number operator()(const domain::message_said& e) const { return e.author; }
  member_number operator()(const domain::reaction_changed& e) const { return e.member; }
  template <class Other>
  member_number operator()(const Other&) const {
    return {};
  }
};

bool concerns(const domain::logged_event& e, member_number who) { return std::visit(shown{}, e.what.body) == who; }

// What one person saw, as one line says it.
class sight {
 public:
  sight(phrase& p, const std::string& viewer, const script& s, const stage& on)
      : p_(p), s_(s), on_(on), events_(on.seen_by(viewer)), view_(on.view_of(viewer)) {}

  std::vector<std::string> check() {
    while (!p_.ended()) {
      if (!take_fact()) p_.complain("saw what? \"" + p_.text() + "\"");
      p_.take_mark(",");
      p_.take("and");
    }
    if (messages_named_ && messages_ != messages_in_view()) {
      missing("messages " + listed(messages_) + ", but saw " + listed(messages_in_view()));
    }
    return wrong_;
  }

 private:
  using tombstones = std::map<std::uint64_t, bool>;  // number, whether it was taken back

  bool take_fact() {
    if (const auto n = p_.take_message()) return take_message(*n), true;
    if (p_.take("nothing about")) return take_nothing_about(need_person()), true;
    if (p_.take("no reaction on")) return take_no_reaction(), true;
    if (p_.take("nothing")) return messages_named_ = true;
    if (p_.take("the room pause")) return happened<domain::room_paused>("the room pause"), true;
    if (p_.take("the room go on")) return happened<domain::room_resumed>("the room go on"), true;
    if (p_.take("the room close")) return happened<domain::room_closed>("the room close"), true;
    if (p_.take("slow mode")) return take_slow_mode(), true;
    if (const auto who = p_.take_one_of(s_.labels())) return take_movement(*who), true;
    take_reaction();
    return true;
  }

  void take_message(std::uint64_t n) {
    messages_named_ = true;
    messages_[n] = p_.take("taken back");
    if (!messages_[n] && !p_.take("as")) return;
    const auto words = p_.take_quoted();
    if (!words) return;
    const auto seen = view_.messages.find(on_.number(n));
    if (seen == view_.messages.end()) return;
    const private_text& shown = messages_[n] ? seen->second.reason : seen->second.text;
    if (shown.reveal() != *words) missing("#" + std::to_string(n) + " with \"" + *words + "\"");
  }

  void take_nothing_about(const std::string& who) {
    const member_number m = on_.number_of(who);
    if (std::ranges::any_of(events_, [&](const auto& e) { return concerns(e, m); })) missing("nothing about " + who);
  }

  void take_movement(const std::string& who) {
    const member_number m = on_.number_of(who);
    const bool came = p_.take("come");
    if (!came && !p_.take("go")) p_.complain("saw " + who + " come, or go?");
    const auto moved = [&](const domain::logged_event& e) {
      const auto* j = std::get_if<domain::member_joined>(&e.what.body);
      const auto* l = std::get_if<domain::member_left>(&e.what.body);
      return came ? j != nullptr && j->member == m : l != nullptr && l->member == m;
    };
    if (std::ranges::none_of(events_, moved)) missing(who + (came ? " come" : " go"));
  }

  void take_reaction() {
    const domain::reaction kind = read_reaction(p_);
    if (!p_.take("by")) p_.complain("by whom?");
    const member_number m = on_.number_of(need_person());
    const auto n = p_.take("on") ? p_.take_message() : std::nullopt;
    if (!n) p_.complain("on which message?");
    const auto seen = view_.messages.find(on_.number(*n));
    const bool there = seen != view_.messages.end() && seen->second.reactions.contains(kind) &&
                       std::ranges::count(seen->second.reactions.at(kind), m) == 1;
    if (!there) missing("that reaction on #" + std::to_string(*n));
  }

  void take_no_reaction() {
    const auto n = p_.take_message();
    if (!n) p_.complain("on which message?");
    const auto seen = view_.messages.find(on_.number(*n));
    if (seen != view_.messages.end() && !seen->second.reactions.empty())
      missing("no reaction on #" + std::to_string(*n));
  }

  void take_slow_mode() {
    const auto length = p_.take_length();
    if (!length) p_.complain("slow mode of what length?");
    if (view_.slow_mode != *length) missing("that slow mode");
  }

  template <class Event>
  void happened(const std::string& what) {
    const auto is = [](const domain::logged_event& e) { return std::holds_alternative<Event>(e.what.body); };
    if (std::ranges::none_of(events_, is)) missing(what);
  }

  std::string need_person() {
    const auto who = p_.take_one_of(s_.labels());
    if (!who) p_.complain("who? \"" + p_.text() + "\"");
    return *who;
  }

  tombstones messages_in_view() const {
    tombstones seen;
    for (const auto& [number, m] : view_.messages) seen[on_.in_story(number)] = m.retracted;
    return seen;
  }

  static std::string listed(const tombstones& messages) {
    std::string text;
    for (const auto& [n, gone] : messages) text += "#" + std::to_string(n) + (gone ? " (taken back) " : " ");
    return text.empty() ? "none" : text;
  }

  void missing(const std::string& what) { wrong_.push_back("did not see " + what); }

  phrase& p_;
  const script& s_;
  const stage& on_;
  std::vector<domain::logged_event> events_;
  test::circle_view view_;
  bool messages_named_ = false;
  tombstones messages_;
  std::vector<std::string> wrong_;
};

bool words_are_kept(const domain::room_state& room, const std::string& words) {
  const auto has = [&](const private_text& t) { return t.reveal().find(words) != std::string_view::npos; };
  const auto in_message = [&](const domain::message& m) { return has(m.what.text) || has(m.retraction_reason); };
  const auto in_person = [&](const domain::member& m) {
    return has(m.name) || (m.mute && has(m.mute->reason)) || (m.removal && has(m.removal->reason));
  };
  return std::ranges::any_of(room.messages, in_message) || std::ranges::any_of(room.members, in_person);
}

bool take_phase(phrase& p, domain::phase now) {
  if (p.take("not open yet")) return now == domain::phase::scheduled;
  if (p.take("open")) return now == domain::phase::open;
  if (p.take("paused")) return now == domain::phase::paused;
  if (p.take("closed")) return now == domain::phase::closed;
  p.complain("the room is open, paused, closed or not open yet?");
}

bool take_condition(phrase& p, const domain::member* m, instant now) {
  const bool muted = m != nullptr && m->mute && m->mute->in_force(now);
  if (p.take("here")) return m != nullptr && m->present;
  if (p.take("away")) return m == nullptr || !m->present;
  if (p.take("listening")) return m != nullptr && m->listening;
  if (p.take("speaking")) return m != nullptr && !m->listening;
  if (p.take("muted")) return muted;
  if (p.take("not muted")) return !muted;
  if (p.take("called")) return m != nullptr && m->name.reveal() == p.take_quoted().value_or("");
  p.complain("is what? \"" + p.text() + "\"");
}

}  // namespace

bool check_line(phrase& p, const script& s, const stage& on, std::vector<std::string>& wrong) {
  const std::string line = p.text();
  bool so = true;
  if (p.take("the room is")) {
    so = take_phase(p, on.room().phase);
  } else if (p.take("the door is")) {
    so = p.take("locked") ? on.room().controls.door_locked : p.take("open") && !on.room().controls.door_locked;
  } else if (p.take("nobody can read")) {
    so = !words_are_kept(on.room(), p.take_quoted().value_or(""));
  } else if (p.take("everyone saw")) {
    for (const std::string& who : s.labels()) {
      phrase same = p;
      if (on.find(who) == nullptr || !on.find(who)->present) continue;
      for (const std::string& w : sight{same, who, s, on}.check()) wrong.push_back(who + " " + w);
    }
    return true;
  } else {
    phrase ahead = p;
    const auto who = ahead.take_one_of(s.labels());
    if (who && ahead.take("saw")) {
      for (const std::string& w : sight{ahead, *who, s, on}.check()) wrong.push_back(*who + " " + w);
      return true;
    }
    if (!who || !ahead.take("is")) return false;
    p = ahead;
    so = take_condition(p, on.find(*who), on.now());
  }
  p.expect_end();
  if (!so) wrong.push_back("it is not so that " + line);
  return true;
}

}  // namespace nightlight::scenario
