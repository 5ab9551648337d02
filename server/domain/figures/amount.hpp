// How a count of people, or of what happened to them, is told: exactly from five on, otherwise as fewer than five. A
// sum is told so that subtracting what else is told from it gives no small count away either.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/instant.hpp"

namespace nightlight::domain {

constexpr std::uint32_t few = 5;  // what is less is not told

using counts = std::vector<std::uint32_t>;

// From `least` to `most`: the same number unless the count is kept back.
struct amount {
  std::uint32_t least = 0;
  std::uint32_t most = 0;

  bool exact() const { return least == most; }
  friend bool operator==(const amount&, const amount&) = default;
};

amount told(std::uint32_t count);

// The sum of parts of which each is told by itself. Exactly when none is kept back, or when each that is could still be
// anything from none to four.
amount sum_told(const counts& parts);

// A whole that is told, cut into parts: all of them, or none. One that is small would be what the others leave of the
// whole. That there is none of a part may be told.
std::vector<amount> shares_told(const counts& parts);

// The same cut through several wholes, of which each is told by itself, summed part by part. Nothing is told when one
// of those that were kept back would be known to be more than none.
std::vector<amount> shares_sum_told(const std::vector<counts>& wholes);

// How long something took. Nothing for fewer than five.
struct waiting_times {
  seconds median{0};  // of two in the middle, the shorter
  seconds slowest{0};
  friend bool operator==(const waiting_times&, const waiting_times&) = default;
};
std::optional<waiting_times> times_told(std::vector<seconds> all);

}  // namespace nightlight::domain
