// Numbers found by the hash of a text. Screening asks for thousands of words, pieces and names a message, most of which
// are not there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nightlight::domain::care {

// Text by text: what was hashed so far goes on with `from`.
constexpr std::uint64_t hash_seed = 1469598103934665603ULL;
constexpr std::uint64_t hashed(std::string_view text, std::uint64_t from = hash_seed) {
  for (const char c : text) from = (from ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
  return from;
}

// Numbers by hash, in one flat row: a message asks for a thousand of them, most of which are not there, and some
// kilobytes of bits tell so at once.
class hash_row {
 public:
  // False when it is not there; one in a dozen others is called true.
  bool may_find(std::uint64_t key) const { return (there_[bit_of(key) / 64] >> (bit_of(key) % 64) & 1U) != 0; }
  // -1 when it is not there.
  std::int32_t find(std::uint64_t key) const {
    if (!may_find(key)) return -1;
    for (std::size_t i = slot_of(key);; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i].at < 0 || slots_[i].check == check_of(key)) return slots_[i].at;
    }
  }
  // Tells the processor that this will be asked for soon.
  void expect(std::uint64_t key) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[slot_of(key)]);
  }
  // `at` is not below zero, and the key is not there yet.
  void add(std::uint64_t key, std::int32_t at);

 private:
  struct slot {
    std::uint32_t check = 0;
    std::int32_t at = -1;
  };
  static std::uint32_t check_of(std::uint64_t key) { return static_cast<std::uint32_t>(key >> 32); }
  static constexpr std::size_t bits = std::size_t{1} << 20;
  static std::size_t bit_of(std::uint64_t key) { return (key >> 41 ^ key >> 13) & (bits - 1); }
  std::size_t slot_of(std::uint64_t key) const { return (key ^ (key >> 29)) & (slots_.size() - 1); }
  void place(std::uint64_t key, std::int32_t at);

  std::vector<std::uint64_t> keys_;
  std::vector<std::int32_t> ats_;
  std::vector<std::uint64_t> there_ = std::vector<std::uint64_t>(bits / 64);
  std::vector<slot> slots_;
};

}  // namespace nightlight::domain::care
