// What Nightlight listens for: words, classes of words, rules over them and visible weights, with a version. It is
// made from the readable files of config/lexicon by parse_lexicon, never changes afterwards, and may be shared.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/care/evidence.hpp"
#include "domain/care/hash_row.hpp"
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
  // Those rules that cannot be found where this symbol is not, each under one symbol.
  std::span<const std::uint32_t> rules_needing(symbol s) const { return rules_by_need_[s]; }
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
      node = longer_phrase(node, readings[n].word);
      if (node == 0) return;
      for (const symbol s : phrase_symbols_[node]) found(s, n + 1);
    }
  }

  symbol sentence_end = 0;
  symbol pause = 0;  // words after which "no" and "never" have no more reach

 private:
  friend class lexicon_builder;

  // A beginning of phrases: the beginning without its last word, and that word.
  struct phrase_beginning {
    std::uint32_t before = 0;
    word_id last = 0;
    friend bool operator==(const phrase_beginning&, const phrase_beginning&) = default;
  };
  static constexpr std::uint64_t key_of(const phrase_beginning& b) {
    return (static_cast<std::uint64_t>(b.before) << 32 | b.last) * 0x9E3779B97F4A7C15ULL;
  }
  // 0 when no phrase begins so.
  std::uint32_t longer_phrase(std::uint32_t before, word_id last) const {
    const phrase_beginning whole{before, last};
    const auto at = beginnings_by_key_.find(key_of(whole));
    return at > 0 && beginnings_[static_cast<std::size_t>(at)] == whole ? static_cast<std::uint32_t>(at) : 0;
  }

  std::string version_;
  vocabulary words_;
  std::size_t symbols_ = 0;
  std::vector<std::vector<symbol>> by_word_;
  std::vector<std::vector<symbol>> by_stem_;
  std::vector<std::uint32_t> name_of_word_;
  std::vector<std::uint32_t> name_of_stem_;
  std::vector<std::string> names_{""};
  std::vector<phrase_beginning> beginnings_{{}};
  hash_row beginnings_by_key_;
  std::vector<std::vector<symbol>> phrase_symbols_{{}};  // for each beginning: what is whole there
  std::vector<rule> rules_;
  std::vector<rule> marks_;
  std::vector<symbols_needed> needed_;
  std::vector<std::vector<std::uint32_t>> rules_by_need_;
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
