#include "domain/care/evidence.hpp"

namespace nightlight::domain::care {

bool evidence::add(std::string_view name, const evidence_weight& weight) {
  const auto key = hashed(name);
  if (find(key) >= 0) return false;
  if ((weights_.size() + 1) * 2 > slots_.size()) grow();
  place(key, static_cast<std::int32_t>(weights_.size()));
  weights_.push_back(weight);
  keys_.push_back(key);
  return true;
}

void evidence::place(std::uint64_t key, std::int32_t at) {
  std::size_t i = slot_of(key);
  while (slots_[i].at >= 0) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = {key, at};
}

void evidence::grow() {
  slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, {});
  for (std::size_t i = 0; i < keys_.size(); ++i) place(keys_[i], static_cast<std::int32_t>(i));
}

concept_id concepts::named(const std::string& name) {
  const auto at = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), name) - names_.begin());
  if (at == names_.size()) names_.push_back(name);
  return static_cast<concept_id>(at);
}

}  // namespace nightlight::domain::care
