#include "rooms/audience.hpp"

#include <algorithm>

namespace nightlight::rooms {

void audience::add(session_id who, audience_kind kind, outbox& out) {
  remove(who);
  seats_[kind.index()].push_back({who, &out});
}

void audience::remove(session_id who) {
  for (std::vector<seat>& seats : seats_) {
    const auto found = std::ranges::find(seats, who, &seat::who);
    if (found == seats.end()) continue;
    *found = seats.back();
    seats.pop_back();
    if (seats.empty()) std::vector<seat>().swap(seats);
  }
}

bool audience::empty() const { return std::ranges::all_of(seats_, &std::vector<seat>::empty); }

void audience::bury(const tombstone& gone) {
  for (std::size_t k = 0; k < audience_kinds; ++k) {
    const auto found = std::ranges::find(recent_[k], gone.number, &recent_frame::said);
    if (found == recent_[k].end() || !gone.payloads[k]) continue;
    found->sent->replace_with(frame::make(*gone.payloads[k], kind_at(k).frames()));
    recent_[k].erase(found);
  }
}

void audience::publish(const std::vector<publication>& batch) {
  std::array<std::vector<frame_ptr>, audience_kinds> frames;
  for (const publication& p : batch) {
    for (const tombstone& gone : p.tombstones) bury(gone);
    for (std::size_t k = 0; k < audience_kinds; ++k) {
      if (seats_[k].empty() || !p.payloads[k]) continue;
      frames[k].push_back(frame::make(*p.payloads[k], kind_at(k).frames()));
      if (p.said) recent_[k].push_back({p.said, frames[k].back()});
    }
  }
  for (std::size_t k = 0; k < audience_kinds; ++k) {
    for (const seat& s : seats_[k]) {
      for (const frame_ptr& f : frames[k]) s.out->push(f);
    }
    frames[k].clear();
    // What no outbox holds any more has been sent: only we own it.
    while (!recent_[k].empty() && recent_[k].front().sent->use_count() == 1) recent_[k].pop_front();
  }
}

}  // namespace nightlight::rooms
