#include "rooms/audience.hpp"

#include <algorithm>

#include "wire/redact.hpp"

namespace nightlight::rooms {
namespace {

// Thousands of outboxes do not fit into the processor's caches: those that come next are on their way meanwhile.
constexpr std::size_t prefetched_ahead = 2;

// No outbox holds it any more: only we own it.
bool is_sent(const frame_ptr& f) { return f->use_count() == 1; }

}  // namespace

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

bool audience::over() {
  for (std::size_t k = 0; k < audience_kinds; ++k) {
    while (!recent_[k].empty() && is_sent(recent_[k].front().sent)) recent_[k].pop_front();
    std::erase_if(answers_[k], is_sent);
    if (!seats_[k].empty() || !recent_[k].empty() || !answers_[k].empty()) return false;
  }
  return true;
}

void audience::bury(const tombstone& gone) {
  for (std::size_t k = 0; k < audience_kinds; ++k) {
    const auto found = std::ranges::find(recent_[k], gone.number, &recent_frame::said);
    if (found == recent_[k].end()) continue;
    // Encoded for whoever sits in the room; those who have left it may be of another kind.
    const wire::words_gone words{gone.number, gone.now};
    const auto left = gone.payloads[k] ? *gone.payloads[k]
                                       : wire::without_words(found->sent->payload(), kind_at(k).eyes, kind_at(k).spoken,
                                                             std::span(&words, 1))
                                             .value_or(std::string{});
    if (!left.empty()) found->sent->replace_with(frame::make(left, kind_at(k).frames()));
    recent_[k].erase(found);
  }
}

void audience::remember(audience_kind kind, frame_ptr sent) {
  std::vector<frame_ptr>& waiting = answers_[kind.index()];
  std::erase_if(waiting, is_sent);
  if (std::ranges::find(waiting, sent) == waiting.end()) waiting.push_back(std::move(sent));
}

// Words in a joiner's answer are taken out of it before it is sent. Rare: somebody has to be slow while somebody else
// takes words back.
void audience::redact(const std::vector<publication>& batch) {
  std::vector<wire::words_gone> gone;
  for (const publication& p : batch) {
    for (const tombstone& t : p.tombstones) gone.push_back({t.number, t.now});
  }
  if (gone.empty()) return;
  for (std::size_t k = 0; k < audience_kinds; ++k) {
    std::erase_if(answers_[k], is_sent);
    for (frame_ptr& waiting : answers_[k]) {
      const auto left = wire::without_words(waiting->payload(), kind_at(k).eyes, kind_at(k).spoken, gone);
      if (!left) continue;
      // The old frame holds the new one, and the outboxes the old one until they send it.
      frame_ptr redacted = frame::make(*left, kind_at(k).frames());
      waiting->replace_with(redacted);
      waiting = std::move(redacted);
    }
  }
}

void audience::publish(const std::vector<publication>& batch) {
  redact(batch);
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
    for (std::size_t i = 0; i < seats_[k].size(); ++i) {
      if (i + prefetched_ahead < seats_[k].size()) __builtin_prefetch(seats_[k][i + prefetched_ahead].out, 1);
      for (const frame_ptr& f : frames[k]) seats_[k][i].out->push(f);
    }
    frames[k].clear();
    while (!recent_[k].empty() && is_sent(recent_[k].front().sent)) recent_[k].pop_front();
  }
}

}  // namespace nightlight::rooms
