#include "domain/care/pattern.hpp"

#include <algorithm>

namespace nightlight::domain::care {
namespace {

constexpr std::size_t elements_max = 16;

places bit(int at) { return places{1} << at; }

// The places where the next step may begin after steps that ended in `ends`.
places after(places ends, std::uint8_t gap) {
  places reach = 0;
  for (int i = 0; i <= gap; ++i) {
    ends <<= 1;
    reach |= ends;
  }
  return reach;
}

places ending_in(const std::vector<element>& steps, std::size_t i, const stretch& s, places before) {
  return s.ends_from(steps[i].what, after(before, steps[i].gap));
}

// Walks back from the end of a match along the nearest steps.
match trace(const std::vector<element>& steps, const std::array<places, elements_max>& ends, const stretch& s,
            places starts, int last) {
  match found{last, last, 0};
  int end = last;
  for (std::size_t i = steps.size(); i-- > 0;) {
    if (i == 0) {
      const int first = s.start_of(steps[0].what, end, starts);
      found.first = first < 0 ? end : first;
      found.used |= range(found.first, end);
      break;
    }
    const int first = s.start_of(steps[i].what, end, after(ends[i - 1], steps[i].gap));
    if (first < 0) continue;  // an optional step that was not taken
    found.used |= range(first, end);
    const places near = ends[i - 1] & range(first - 1 - steps[i].gap, first - 1);
    end = stretch_words - 1 - std::countl_zero(near);
  }
  return found;
}

bool allowed(const guard& g, const stretch& s, const match& m) {
  const places there = s.covered(g.what);
  if (there == 0) return g.at != guard::where::with;
  const int d = g.distance;
  switch (g.at) {
    case guard::where::before: return (there & range(m.first - d, m.first - 1)) == 0;
    case guard::where::after: return (there & range(m.last + 1, m.last + d)) == 0;
    case guard::where::near: return (there & range(m.first - d, m.last + d)) == 0;
    case guard::where::inside: return (there & range(m.first, m.last) & ~m.used) == 0;
    case guard::where::with: return (there & range(m.first - d, m.last + d)) != 0;
  }
  return false;
}

}  // namespace

// The last ones: what begins a rule ("i", "my") is in most messages.
symbols_needed needed_by(const rule& r) {
  std::vector<symbol> asked;
  for (const element& e : r.elements) {
    if (!e.optional) asked.push_back(e.what);
  }
  if (asked.empty()) return {};  // a mistake that the builder reports
  return {asked.back(), asked[asked.size() / 2]};
}

stretch::stretch(std::size_t symbols) : single_(symbols), anywhere_(symbols), head_(symbols, -1) {}

void stretch::clear() {
  for (const symbol s : touched_) {
    single_[s] = anywhere_[s] = 0;
    head_[s] = -1;
  }
  touched_.clear();
  phrases_.clear();
}

void stretch::put(symbol s, int at) {
  if (anywhere_[s] == 0) touched_.push_back(s);
  single_[s] |= bit(at);
  anywhere_[s] |= bit(at);
}

void stretch::put_phrase(symbol s, int first, int last) {
  if (anywhere_[s] == 0) touched_.push_back(s);
  anywhere_[s] |= range(first, last);
  phrases_.push_back({static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(last), head_[s]});
  head_[s] = static_cast<std::int32_t>(phrases_.size() - 1);
}

places stretch::ends_from(symbol s, places starts) const {
  places ends = single_[s] & starts;
  for (auto at = head_[s]; at >= 0; at = phrases_[static_cast<std::size_t>(at)].next) {
    const phrase& p = phrases_[static_cast<std::size_t>(at)];
    if ((starts & bit(p.first)) != 0) ends |= bit(p.last);
  }
  return ends;
}

int stretch::start_of(symbol s, int last, places starts) const {
  if ((single_[s] & starts & bit(last)) != 0) return last;
  for (auto at = head_[s]; at >= 0; at = phrases_[static_cast<std::size_t>(at)].next) {
    const phrase& p = phrases_[static_cast<std::size_t>(at)];
    if (p.last == last && (starts & bit(p.first)) != 0) return p.first;
  }
  return -1;
}

void find_matches(const rule& r, const stretch& s, places starts, std::vector<match>& out) {
  const auto& steps = r.elements;
  for (const element& e : steps) {
    if (!e.optional && !s.has(e.what)) return;
  }
  std::array<places, elements_max> ends{};
  ends[0] = s.ends_from(steps[0].what, starts);
  for (std::size_t i = 1; i < steps.size(); ++i) {
    ends[i] = ending_in(steps, i, s, ends[i - 1]);
    if (steps[i].optional) ends[i] |= ends[i - 1];
    if (ends[i] == 0) return;
  }
  int free_from = 0;
  for (places rest = ends[steps.size() - 1]; rest != 0; rest &= rest - 1) {
    const match m = trace(steps, ends, s, starts, std::countr_zero(rest));
    if (m.first < free_from) continue;
    if (!std::all_of(r.guards.begin(), r.guards.end(), [&](const guard& g) { return allowed(g, s, m); })) continue;
    out.push_back(m);
    free_from = m.last + 1;
  }
}

}  // namespace nightlight::domain::care
