#include "rooms/presence.hpp"

#include <algorithm>
#include <iterator>

namespace nightlight::rooms {
namespace {

constexpr std::chrono::seconds between_tellings{1};
constexpr std::chrono::seconds typing_lasts{4};

}  // namespace

void presence::tell_soon(async::clock::time_point now) {
  next_telling_ = std::min(next_telling_, now + between_tellings);
}

void presence::arrived(member_number who, bool staff) {
  connections_[who] += 1;
  std::erase_if(missing_, [who](const missing_member& m) { return m.who == who; });
  staff_connections_ += staff ? 1 : 0;
  tell_soon(async::clock::now());
}

void presence::departed(member_number who, bool staff) {
  const auto found = connections_.find(who);
  if (found == connections_.end()) return;
  staff_connections_ -= staff ? 1 : 0;
  if (--found->second == 0) {
    connections_.erase(found);
    missing(who, async::clock::now());
    typing_until_.erase(who);
  }
  tell_soon(async::clock::now());
}

void presence::missing(member_number who, async::clock::time_point since) {
  const bool known = std::ranges::find(missing_, who, &missing_member::who) != missing_.end();
  if (!known && !connections_.contains(who)) missing_.push_back({who, since});
}

async::clock::time_point presence::longest_missing() const {
  return missing_.empty() ? async::clock::time_point::max() : missing_.front().since;
}

std::vector<member_number> presence::take_missing_since(async::clock::time_point before) {
  const auto kept = std::ranges::find_if(missing_, [before](const missing_member& m) { return m.since > before; });
  std::vector<member_number> gone;
  std::ranges::transform(missing_.begin(), kept, std::back_inserter(gone), &missing_member::who);
  missing_.erase(missing_.begin(), kept);
  return gone;
}

void presence::typed(member_number who, async::clock::time_point now) {
  typing_until_[who] = now + typing_lasts;
  tell_soon(now);
}

void presence::said(member_number who, async::clock::time_point now) {
  if (typing_until_.erase(who) > 0) tell_soon(now);
}

std::vector<member_number> presence::here() const {
  std::vector<member_number> who;
  who.reserve(connections_.size());
  for (const auto& [member, count] : connections_) who.push_back(member);
  return who;
}

presence::changes presence::take_changes(async::clock::time_point now) {
  changes c;
  std::set<member_number> here_now;
  for (const auto& [member, count] : connections_) here_now.insert(here_now.end(), member);
  std::ranges::set_difference(here_now, told_here_, std::back_inserter(c.here));
  std::ranges::set_difference(told_here_, here_now, std::back_inserter(c.gone));
  told_here_ = std::move(here_now);

  std::erase_if(typing_until_, [now](const auto& entry) { return entry.second <= now; });
  std::set<member_number> typing_now;
  for (const auto& [member, until] : typing_until_) typing_now.insert(typing_now.end(), member);
  c.typing_changed = typing_now != told_typing_;
  c.typing.assign(typing_now.begin(), typing_now.end());
  told_typing_ = std::move(typing_now);

  next_telling_ = typing_until_.empty() ? async::clock::time_point::max() : now + between_tellings;
  return c;
}

}  // namespace nightlight::rooms
