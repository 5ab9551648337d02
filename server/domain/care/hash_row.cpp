#include "domain/care/hash_row.hpp"

#include <algorithm>

namespace nightlight::domain::care {

void hash_row::add(std::uint64_t key, std::int32_t at) {
  keys_.push_back(key);
  ats_.push_back(at);
  there_[bit_of(key) / 64] |= std::uint64_t{1} << (bit_of(key) % 64);
  if (keys_.size() * 2 <= slots_.size()) return place(key, at);
  slots_.assign(std::max(slots_.size() * 2, std::size_t{64}), {});
  for (std::size_t i = 0; i < keys_.size(); ++i) place(keys_[i], ats_[i]);
}

void hash_row::place(std::uint64_t key, std::int32_t at) {
  std::size_t i = slot_of(key);
  while (slots_[i].at >= 0) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = {check_of(key), at};
}

}  // namespace nightlight::domain::care
