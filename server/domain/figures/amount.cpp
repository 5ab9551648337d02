#include "domain/figures/amount.hpp"

#include <algorithm>
#include <numeric>

namespace nightlight::domain {
namespace {

bool is_small(std::uint32_t count) { return count > 0 && count < few; }

std::uint32_t sum(const counts& parts) { return std::accumulate(parts.begin(), parts.end(), std::uint32_t{0}); }

std::vector<amount> exactly(const counts& parts) {
  std::vector<amount> all;
  for (const std::uint32_t part : parts) all.push_back({part, part});
  return all;
}

void add(counts& to, const counts& parts) {
  to.resize(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) to[i] += parts[i];
}

// The shares of `wholes`, summed part by part, leave open how each whole is cut: any part of any of them may be none.
bool leave_open(const counts& parts, const counts& wholes) {
  if (!sum_told(wholes).exact()) return false;
  const std::uint32_t whole = sum(parts);
  const std::uint32_t largest = std::ranges::max(wholes);
  return std::ranges::all_of(
      parts, [&](std::uint32_t part) { return part == 0 || (!is_small(part) && largest + part <= whole); });
}

}  // namespace

amount told(std::uint32_t count) { return count < few ? amount{0, few - 1} : amount{count, count}; }

amount sum_told(const counts& parts) {
  std::uint32_t exact = 0;
  std::uint32_t kept_back = 0;
  std::uint32_t how_many = 0;
  for (const std::uint32_t part : parts) {
    if (part >= few) {
      exact += part;
    } else {
      kept_back += part;
      ++how_many;
    }
  }
  if (how_many == 0) return {exact, exact};
  if (kept_back < few) return {exact, exact + few - 1};
  if (kept_back <= (few - 1) * (how_many - 1)) return {exact + kept_back, exact + kept_back};
  return {exact, exact + (few - 1) * how_many};
}

std::vector<amount> shares_told(const counts& parts) {
  const std::uint32_t whole = sum(parts);
  if (whole >= few && std::ranges::none_of(parts, is_small)) return exactly(parts);
  return std::vector<amount>(parts.size(), amount{0, std::max(whole, few - 1)});
}

std::vector<amount> shares_sum_told(const std::vector<counts>& wholes) {
  counts exact;
  counts kept_back;
  counts kept_back_wholes;
  std::uint32_t most = 0;
  for (const counts& parts : wholes) {
    add(exact, counts(parts.size()));
    add(kept_back, counts(parts.size()));
    const amount first = shares_told(parts).front();
    add(first.exact() ? exact : kept_back, parts);
    if (first.exact()) continue;
    kept_back_wholes.push_back(sum(parts));
    most += first.most;
  }
  std::vector<amount> all = exactly(exact);
  const bool open = kept_back_wholes.empty() || leave_open(kept_back, kept_back_wholes);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].least += open ? kept_back[i] : 0;
    all[i].most += open ? kept_back[i] : most;
  }
  return all;
}

std::optional<waiting_times> times_told(std::vector<seconds> all) {
  if (all.size() < few) return std::nullopt;
  std::ranges::sort(all);
  return waiting_times{all[(all.size() - 1) / 2], all.back()};
}

}  // namespace nightlight::domain
