#include "rooms/window.hpp"

#include <algorithm>
#include <utility>

namespace nightlight::rooms {

void window::push(domain::logged_event e) {
  if (entries_.empty()) {
    position_before_ = position{e.at.value - 1};
    circle_before_ = e.number ? circle_number{e.number.value - 1} : circle_before_;
  }
  if (std::holds_alternative<domain::room_opened>(e.what.body)) {
    // Another meeting: what was said in the one before is not replayed to anyone.
    entries_.clear();
    position_before_ = position{e.at.value - 1};
    circle_before_ = circle_number{e.number.value - 1};
  }
  if (const auto* retracted = std::get_if<domain::messages_retracted>(&e.what.body)) {
    note(*retracted);
  } else if (const auto* hidden = std::get_if<domain::message_hidden>(&e.what.body)) {
    note(hidden->number, wire::words_now::hidden);
  } else if (const auto* shown = std::get_if<domain::message_shown>(&e.what.body)) {
    note(shown->number, wire::words_now::said);
  }
  entries_.push_back({std::move(e)});
  while (entries_.size() > events_max_) {
    position_before_ = entries_.front().event.at;
    if (entries_.front().event.number) circle_before_ = entries_.front().event.number;
    entries_.pop_front();
  }
}

void window::note(const domain::messages_retracted& retracted) {
  for (const circle_number n : retracted.numbers) note(n, wire::words_now::retracted);
}

namespace {

void forget(domain::written& w) {
  w.text = private_text{};
  w.content_note = private_text{};
}

}  // namespace

// The message itself, and every time it was shown again.
void window::note(circle_number message, wire::words_now words) {
  for (entry& kept : entries_) {
    auto* said = kept.event.number == message ? std::get_if<domain::message_said>(&kept.event.what.body) : nullptr;
    auto* shown = std::get_if<domain::message_shown>(&kept.event.what.body);
    if (shown != nullptr && shown->number != message) shown = nullptr;
    if (said == nullptr && shown == nullptr) continue;
    kept.words = words;
    if (words != wire::words_now::retracted) continue;
    forget(said != nullptr ? said->what : shown->what);
  }
}

namespace {

// What people typed, wherever an event carries it: each class apart, as it is sealed.
struct forgetting_talk {
  void operator()(domain::member_joined& e) const {
    e.name = private_text{};
    e.marks = private_text{};
  }
  void operator()(domain::wait_began& e) const {
    e.name = private_text{};
    e.marks = private_text{};
  }
  void operator()(domain::wait_renamed& e) const { e.name = private_text{}; }
  void operator()(domain::message_said& e) const { forget(e.what); }
  void operator()(domain::held_declined& e) const { e.reason = private_text{}; }
  void operator()(domain::rephrase_asked& e) const { e.reason = private_text{}; }
  void operator()(domain::messages_retracted& e) const { e.reason = private_text{}; }
  void operator()(domain::member_warned& e) const { e.reason = private_text{}; }
  void operator()(domain::member_muted& e) const { e.reason = private_text{}; }
  void operator()(domain::member_removed& e) const { e.reason = private_text{}; }
  void operator()(domain::member_banned& e) const { e.reason = private_text{}; }
  void operator()(domain::prompt_pinned& e) const { e.text = private_text{}; }
  void operator()(domain::round_began& e) const { e.question = private_text{}; }
  void operator()(domain::poll_began& e) const {
    e.question = private_text{};
    for (private_text& answer : e.answers) answer = private_text{};
  }
  void operator()(domain::poll_answered& e) const { e.choice = 0; }
  void operator()(domain::side_said& e) const { e.text = private_text{}; }
  void operator()(domain::backstage_said& e) const { e.text = private_text{}; }
  void operator()(domain::checked_out& e) const { e.text = private_text{}; }
  void operator()(domain::handed_over& e) const { e.text = private_text{}; }
  void operator()(domain::glass_broken& e) const { e.reason = private_text{}; }
  void operator()(auto&) const {}
};

struct forgetting_set_aside {
  void operator()(domain::message_shown& e) const { forget(e.what); }
  void operator()(domain::message_held& e) const { forget(e.what); }
  void operator()(domain::held_edited& e) const { e.text = private_text{}; }
  void operator()(domain::messages_retracted& e) const { e.kept.clear(); }
  void operator()(auto&) const {}
};

struct forgetting_reports {
  void operator()(domain::person_noted& e) const { e.text = private_text{}; }
  void operator()(domain::alert_raised& e) const { e.cause.words = private_text{}; }
  void operator()(domain::alert_closed& e) const { e.note = private_text{}; }
  void operator()(auto&) const {}
};

}  // namespace

void window::forget_words(domain::word_class words) {
  using domain::word_class;
  const bool everything = words == word_class::everything;
  for (entry& kept : entries_) {
    domain::event_body& body = kept.event.what.body;
    if (everything || words == word_class::talk) std::visit(forgetting_talk{}, body);
    if (everything || words != word_class::report) std::visit(forgetting_set_aside{}, body);
    if (everything || words == word_class::report) std::visit(forgetting_reports{}, body);
  }
}

const window::entry* window::find(circle_number said) const {
  // Circle numbers ascend with gaps (staff's own events have none): look from the newest back.
  const auto found =
      std::find_if(entries_.rbegin(), entries_.rend(), [said](const entry& kept) { return kept.event.number == said; });
  return found == entries_.rend() ? nullptr : &*found;
}

std::optional<std::vector<const window::entry*>> window::after(domain::visibility eyes, std::uint64_t after) const {
  const bool staff_eyes = eyes == domain::visibility::staff;
  if (after < (staff_eyes ? position_before_.value : circle_before_.value)) return std::nullopt;
  std::vector<const entry*> missed;
  for (const entry& kept : entries_) {
    const std::uint64_t own = staff_eyes ? kept.event.at.value : kept.event.number.value;
    if (own > after) missed.push_back(&kept);
  }
  return missed;
}

}  // namespace nightlight::rooms
