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
  if (const auto* retracted = std::get_if<domain::messages_retracted>(&e.what.body)) forget_words(*retracted);
  entries_.push_back({std::move(e)});
  while (entries_.size() > events_max_) {
    position_before_ = entries_.front().event.at;
    if (entries_.front().event.number) circle_before_ = entries_.front().event.number;
    entries_.pop_front();
  }
}

void window::forget_words(const domain::messages_retracted& retracted) {
  for (const circle_number n : retracted.numbers) {
    auto* kept = const_cast<entry*>(std::as_const(*this).find(n));
    if (kept == nullptr) continue;
    kept->retracted = true;
    if (auto* said = std::get_if<domain::message_said>(&kept->event.what.body)) said->text = private_text{};
  }
}

namespace {

// What people typed, wherever an event carries it.
struct forgetting_words {
  void operator()(domain::member_joined& e) const { e.name = private_text{}; }
  void operator()(domain::message_said& e) const { e.text = private_text{}; }
  void operator()(domain::messages_retracted& e) const { e.reason = private_text{}; }
  void operator()(domain::member_muted& e) const { e.reason = private_text{}; }
  void operator()(domain::member_removed& e) const { e.reason = private_text{}; }
  void operator()(auto&) const {}
};

}  // namespace

void window::forget_all_words() {
  for (entry& kept : entries_) std::visit(forgetting_words{}, kept.event.what.body);
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
