#include "scenarios/sight.hpp"

#include <algorithm>
#include <map>

#include "scenarios/reading.hpp"

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
      : p_(p), viewer_(viewer), s_(s), on_(on), events_(on.seen_by(viewer)), view_(on.view_of(viewer)) {}

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
  enum class shape { words, hidden, taken_back };
  using messages = std::map<std::uint64_t, shape>;

  bool take_fact() {
    if (const auto n = p_.take_message()) return take_message(*n), true;
    if (p_.take("nothing about")) return take_nothing_about(need_person()), true;
    if (p_.take("no reaction on")) return take_no_reaction(), true;
    if (p_.take("nothing pinned")) return view_.prompt.empty() || (missing("nothing pinned"), true);
    if (p_.take("nothing asked")) return !view_.poll || (missing("nothing asked"), true);
    if (p_.take("nothing")) return messages_named_ = true;
    if (p_.take("the room pause")) return happened<domain::room_paused>("the room pause"), true;
    if (p_.take("the room go on")) return happened<domain::room_resumed>("the room go on"), true;
    if (p_.take("the room close")) return happened<domain::room_closed>("the room close"), true;
    if (p_.take("the circle begin")) return happened<domain::circle_began>("the circle begin"), true;
    if (p_.take("the end come")) return take_notice(std::chrono::minutes{0}), true;
    if (p_.take("the notice of")) return take_notice(), true;
    if (p_.take("the end put off")) return happened<domain::meeting_extended>("the end put off"), true;
    if (p_.take("slow mode")) return take_slow_mode(), true;
    if (p_.take("hands asked for")) return view_.hands_required || (missing("hands asked for"), true);
    if (p_.take("the floor with")) return take_floor(), true;
    if (p_.take("pinned")) return same("pinned", view_.prompt), true;
    if (p_.take("the turn with")) return take_turn(), true;
    if (p_.take("no round")) return !view_.turn || (missing("no round"), true);
    if (p_.take("the question")) return same("the question", view_.question), true;
    if (p_.take("asked")) return same("asked", view_.poll ? view_.poll_words.front() : private_text{}), true;
    if (p_.take("told")) return take_counts(), true;
    if (p_.take("the floor free")) return !view_.floor || (missing("the floor free"), true);
    if (const auto who = p_.take_one_of(s_.labels())) return take_movement(*who), true;
    take_reaction();
    return true;
  }

  void take_message(std::uint64_t n) {
    messages_named_ = true;
    const bool gone = p_.take("taken back");
    messages_[n] = gone ? shape::taken_back : p_.take("hidden") ? shape::hidden : shape::words;
    const auto seen = view_.messages.find(on_.number(n));
    if (seen == view_.messages.end()) return;
    const std::string name = "#" + std::to_string(n);
    if (gone || p_.take("as")) same(name, gone ? seen->second.reason : seen->second.text);
    if (p_.take("with the note")) same(name + " with the note", seen->second.content_note);
  }

  void same(const std::string& name, const private_text& shown) {
    const auto words = p_.take_quoted();
    if (words && shown.reveal() != *words) missing(name + " \"" + *words + "\"");
  }

  void take_nothing_about(const std::string& who) {
    const member_number m = on_.number_of(who);
    if (std::ranges::any_of(events_, [&](const auto& e) { return concerns(e, m); })) missing("nothing about " + who);
  }

  void take_movement(const std::string& who) {
    const member_number m = on_.number_of(who);
    if (p_.take("raise her hand")) {
      if (!view_.people[m].hand_raised) missing(who + " raise her hand");
      return;
    }
    const bool came = p_.take("come");
    if (!came && !p_.take("go")) p_.complain("saw " + who + " come, go, or raise her hand?");
    const auto moved = [&](const domain::logged_event& e) {
      const auto* j = std::get_if<domain::member_joined>(&e.what.body);
      const auto* l = std::get_if<domain::member_left>(&e.what.body);
      return came ? j != nullptr && j->member == m : l != nullptr && l->member == m;
    };
    if (std::ranges::none_of(events_, moved)) missing(who + (came ? " come" : " go"));
  }

  void take_reaction() {
    const domain::reaction kind = reading{p_, viewer_, s_, on_}.reaction();
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

  void take_notice() {
    const auto before = p_.take_length();
    if (!before) p_.complain("the notice of how long? Such as 15m");
    take_notice(std::chrono::duration_cast<std::chrono::minutes>(*before));
  }

  void take_notice(std::chrono::minutes before) {
    const auto is = [before](const domain::logged_event& e) {
      const auto* notice = std::get_if<domain::ending_soon>(&e.what.body);
      return notice != nullptr && notice->before == before;
    };
    if (std::ranges::none_of(events_, is)) missing("the notice of " + std::to_string(before.count()) + " minutes");
  }

  void take_floor() {
    const std::string who = need_person();
    if (view_.floor != on_.number_of(who)) missing("the floor with " + who);
  }

  void take_turn() {
    const std::string who = need_person();
    if (view_.turn != on_.number_of(who)) missing("the turn with " + who);
  }

  // Of the newest question that is over: how many chose each answer, or that few have answered.
  void take_counts() {
    std::vector<std::uint32_t> counts;
    if (!p_.take("that few answered")) {
      do {
        if (const auto n = p_.take_number()) counts.push_back(static_cast<std::uint32_t>(*n));
      } while (p_.take_mark(","));
    }
    const domain::poll_ended* newest = nullptr;
    for (const domain::logged_event& e : events_) {
      if (const auto* over = std::get_if<domain::poll_ended>(&e.what.body)) newest = over;
    }
    if (newest == nullptr || newest->counts != counts) missing("those counts");
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

  messages messages_in_view() const {
    messages seen;
    for (const auto& [number, m] : view_.messages) {
      seen[on_.in_story(number)] = m.retracted ? shape::taken_back : m.hidden ? shape::hidden : shape::words;
    }
    return seen;
  }

  static std::string listed(const messages& all) {
    std::string text;
    for (const auto& [n, how] : all) {
      text += "#" + std::to_string(n);
      text += how == shape::taken_back ? " (taken back) " : how == shape::hidden ? " (hidden) " : " ";
    }
    return text.empty() ? "none" : text;
  }

  void missing(const std::string& what) { wrong_.push_back("did not see " + what); }

  phrase& p_;
  std::string viewer_;
  const script& s_;
  const stage& on_;
  std::vector<domain::logged_event> events_;
  test::circle_view view_;
  bool messages_named_ = false;
  messages messages_;
  std::vector<std::string> wrong_;
};

}  // namespace

std::vector<std::string> wrong_about_what_was_seen(phrase& p, const std::string& viewer, const script& s,
                                                   const stage& on) {
  return sight{p, viewer, s, on}.check();
}

}  // namespace nightlight::scenario
