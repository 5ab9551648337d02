// What Nightlight listens for: words, classes of words, rules over them and visible weights, with a version. It is
// made from the readable files of config/lexicon by parse_lexicon, never changes afterwards, and may be shared.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/care/evidence.hpp"
#include "domain/care/pattern.hpp"
#include "domain/care/vocabulary.hpp"

namespace nightlight::domain::care {

class lexicon {
 public:
  const std::string& version() const { return version_; }
  const std::vector<rule>& rules() const { return rules_; }
  const std::vector<rule>& marks() const { return marks_; }
  // For each of the rules, in their order.
  const std::vector<symbols_needed>& needed_by_rules() const { return needed_; }
  const evidence& weights() const { return weights_; }
  const concepts& about() const { return concepts_; }
  const vocabulary& words() const { return words_; }
  std::size_t symbol_count() const { return symbols_; }

  std::span<const symbol> symbols_of(const reading& r) const;
  // How evidence names a word: by its lemma when it has one, else by itself. 0 for an unknown word, which is only
  // known by its letters.
  std::uint32_t evidence_name(const reading& r) const;
  const std::string& spelled_name(std::uint32_t name) const { return names_[name]; }

  // Calls found(symbol, words) for each phrase that begins at readings[0].
  template <class Found>
  void phrases_at(std::span<const reading> readings, Found found) const {
    std::uint32_t node = 0;
    for (std::size_t n = 0; n < readings.size(); ++n) {
      if (readings[n].word == 0) return;
      const auto next = trie_.find(pair_of(node, readings[n].word));
      if (next == trie_.end()) return;
      node = next->second;
      for (const symbol s : phrase_symbols_[node]) found(s, n + 1);
    }
  }

  symbol sentence_end = 0;
  symbol pause = 0;  // words after which "no" and "never" have no more reach

 private:
  friend class lexicon_builder;

  static constexpr std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) {
    return (static_cast<std::uint64_t>(a) << 32) | b;
  }

  std::string version_;
  vocabulary words_;
  std::size_t symbols_ = 0;
  std::vector<std::vector<symbol>> by_word_;
  std::vector<std::vector<symbol>> by_stem_;
  std::vector<std::uint32_t> name_of_word_;
  std::vector<std::uint32_t> name_of_stem_;
  std::vector<std::string> names_{""};
  std::unordered_map<std::uint64_t, std::uint32_t> trie_;
  std::vector<std::vector<symbol>> phrase_symbols_{{}};
  std::vector<rule> rules_;
  std::vector<rule> marks_;
  std::vector<symbols_needed> needed_;
  evidence weights_;
  concepts concepts_;
};

// One file as it was read, and where something in it is wrong.
struct lexicon_source {
  std::string name;
  std::string content;
};

struct lexicon_problem {
  std::string file;
  std::size_t line = 0;
  std::string what;
};

struct parsed_lexicon {
  std::shared_ptr<const lexicon> made;  // null when there is any problem
  std::vector<lexicon_problem> problems;
};

// The order of the files does not matter. The grammar is described in config/lexicon/README.md.
parsed_lexicon parse_lexicon(std::span<const lexicon_source> files);

}  // namespace nightlight::domain::care
