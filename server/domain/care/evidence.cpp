#include "domain/care/evidence.hpp"

#include <cmath>

namespace nightlight::domain::care {

bool evidence::add(std::string_view name, const evidence_weight& weight) {
  const auto key = hashed(name);
  if (find(key) >= 0) return false;
  by_key_.add(key, static_cast<std::int32_t>(weights_.size()));
  small_weight& small = weights_.emplace_back();
  small.numbers[small_weight::size_at] = static_cast<std::int16_t>(std::lround(weight.size * thousandths));
  for (std::size_t i = 0; i < weight.says.size(); ++i) {
    small.numbers[i] = static_cast<std::int16_t>(std::lround(weight.says[i] * hundredths));
  }
  return true;
}

concept_id concepts::named(const std::string& name) {
  const auto at = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), name) - names_.begin());
  if (at < names_.size()) return static_cast<concept_id>(at);
  names_.push_back(name);
  keys_.push_back(hashed(name, hashed("c:")));
  for (std::size_t other = 0; other < at; ++other) {
    couples_[other * concepts_max + at] =
        hashed(couple_of(static_cast<concept_id>(other), static_cast<concept_id>(at)));
  }
  return static_cast<concept_id>(at);
}

std::string concepts::couple_of(concept_id a, concept_id b) const {
  const auto& [first, second] = std::minmax(names_[a], names_[b]);
  return "c:" + first + "+" + second;
}

concepts::entry& concepts::entry_of(std::uint64_t key) {
  const auto known = by_key_.find(key);
  if (known >= 0) return entries_[static_cast<std::size_t>(known)];
  by_key_.add(key, static_cast<std::int32_t>(entries_.size()));
  return entries_.emplace_back();
}

void concepts::add(std::string_view text, concept_id what) {
  if (text.ends_with('*')) {
    entry_of(hashed(text.substr(0, text.size() - 1)) ^ a_beginning).about.push_back(what);
    return;
  }
  for (auto space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
    entry_of(hashed(text.substr(0, space))).more = true;
  }
  entry_of(hashed(text)).about.push_back(what);
}

}  // namespace nightlight::domain::care
