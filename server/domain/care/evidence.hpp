// Visible evidence: pieces of a message, each with a readable weight that speaks for or against there being something
// to hear at all, and for or against each category. Sums of them hear what no rule was written for; every sum can be
// taken apart again into the words it came from. The file of weights is made by tests/screening/train.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/care/hash_row.hpp"
#include "domain/care/level.hpp"

namespace nightlight::domain::care {

// One number for "something is to be heard", one for each category, one for "somebody is to be paged", and one for "the
// team is to be told".
using evidence_sums = std::array<float, category_count + 3>;
inline constexpr std::size_t anything = 0;
inline constexpr std::size_t paged = category_count + 1;
inline constexpr std::size_t told = category_count + 2;
inline constexpr float hundredths = 100.0F;
inline constexpr float thousandths = 1000.0F;

// What an item of evidence is called in the file: a word, two or three in a row ("w:want+die"), two with one or two
// between ("w:want~die"), a piece of the letters ("p:_mori"), a concept or two of them near each other
// ("c:PILLS+MANY"), or a kind of rule that was found ("r:C1/red").
enum class evidence_kind : std::uint8_t {
  word,
  pair,
  piece,
  concept_seen,
  concepts_near,
  rule_found,
  pair_apart,
  triple
};

struct evidence_weight {
  float size = 0;  // how much of a message it makes up, whatever it says
  evidence_sums says{};
};

// The same, in half a line of the processor's cache, which it never shares with the next line: hundredths, and behind
// them the size in thousandths.
struct alignas(32) small_weight {
  std::array<std::int16_t, 16> numbers{};
  static constexpr std::size_t size_at = 15;
  static_assert(std::tuple_size_v<evidence_sums> <= size_at);

  float size() const { return static_cast<float>(numbers[size_at]) / thousandths; }
};

// How sure the sums must be before they speak.
struct evidence_demands {
  float soft = 0;
  float amber = 0;
  float red = 0;
  float page = -30;     // what the sum for paging must be above before anything is red
  float join = 0;       // from which on a message is read together with what else she wrote
  float fear = 0;       // how much the sum for an unwanted thought takes from those that would page somebody
  float calm = 0;       // how far it must lead all others to be nothing but such a thought
  float against = -30;  // at or below which even a plain rule says no more than soft
};

class evidence {
 public:
  bool empty() const { return weights_.empty(); }
  std::size_t size() const { return weights_.size(); }
  // False when the name is there already.
  bool add(std::string_view name, const evidence_weight& weight);
  // -1 when no weight hangs on it.
  std::int32_t find(std::uint64_t key) const { return by_key_.find(key); }
  // False when no weight hangs on it, which is quick to tell; true when one may.
  bool may_find(std::uint64_t key) const { return by_key_.may_find(key); }
  void expect(std::uint64_t key) const { by_key_.expect(key); }
  const small_weight& operator[](std::size_t i) const { return weights_[i]; }
  // Tells the processor that this weight will be read soon.
  void expect_weight(std::int32_t at) const { __builtin_prefetch(&weights_[static_cast<std::size_t>(at)]); }

  evidence_sums bias{};
  evidence_demands demands;

 private:
  std::vector<small_weight> weights_;
  hash_row by_key_;
};

using concept_id = std::uint8_t;
inline constexpr std::size_t concepts_max = 96;
inline constexpr std::size_t concept_words_max = 5;

// What words are about, in both languages at once: "sobredosis" and "swallowed" are both TOOK. Evidence only; rules
// have classes, which are narrower.
class concepts {
 public:
  bool full() const { return names_.size() == concepts_max; }
  concept_id named(const std::string& name);
  // One to five words with a space between, or a beginning that ends in '*'; folded.
  void add(std::string_view entry, concept_id what);
  const std::string& name(concept_id c) const { return names_[c]; }
  // What two of them near each other are called: in the order of the alphabet, whatever order they were declared in.
  std::string couple_of(concept_id a, concept_id b) const;
  std::uint64_t key_of(concept_id c) const { return keys_[c]; }
  std::uint64_t key_of(concept_id low, concept_id high) const { return couples_[low * concepts_max + high]; }

  // Calls found(concept) for what this word, or its longest known beginning, is about. True when more words may follow.
  template <class Found>
  bool of_word(std::string_view word, Found found) const {
    const bool more = each(hashed(word), found);
    std::array<std::uint64_t, beginning_max + 1> key{};
    const auto letters = std::min(word.size(), beginning_max);
    std::uint64_t hash = hash_seed;
    for (std::size_t n = 0; n < letters; ++n) {
      hash = hashed(word.substr(n, 1), hash);
      key[n + 1] = hash ^ a_beginning;
    }
    for (std::size_t n = letters; n >= beginning_min; --n) {
      if (by_key_.find(key[n]) < 0) continue;
      each(key[n], found);
      break;
    }
    return more;
  }
  template <class Found>
  bool each(std::uint64_t key, Found found) const {
    const auto at = by_key_.find(key);
    if (at < 0) return false;
    for (const concept_id c : entries_[static_cast<std::size_t>(at)].about) found(c);
    return entries_[static_cast<std::size_t>(at)].more;
  }

 private:
  struct entry {
    std::vector<concept_id> about;
    bool more = false;  // begins an entry of several words
  };
  static constexpr std::size_t beginning_min = 3;
  static constexpr std::size_t beginning_max = 16;
  static constexpr std::uint64_t a_beginning = 0x9E3779B97F4A7C15ULL;

  entry& entry_of(std::uint64_t key);

  std::vector<std::string> names_;
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint64_t> couples_ = std::vector<std::uint64_t>(concepts_max * concepts_max);
  std::vector<entry> entries_;
  hash_row by_key_;
};

}  // namespace nightlight::domain::care
