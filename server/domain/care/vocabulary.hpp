// The words a lexicon knows, and how a word nobody knows is read as one of them: stretched letters, digits for
// letters, a slip of the thumb, spelling by ear, words run together. Only unknown words are repaired, so an everyday
// word is never mistaken for a dangerous one that looks like it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/care/hash_row.hpp"

namespace nightlight::domain::care {

using word_id = std::uint32_t;  // 0 is an unknown word
using stem_id = std::uint32_t;  // 0 is none; "suicid*" is one stem

// What one typed word was read as.
struct reading {
  word_id word = 0;
  stem_id stem = 0;  // the longest stem an unknown word begins with
};

class vocabulary {
 public:
  word_id add(std::string_view word);
  stem_id add_stem(std::string_view stem);
  void add_fuzzy(std::string_view word);                                       // one slip away still counts
  void add_filler(std::string_view word);                                      // "really": has no place of its own
  void add_expansion(std::string_view word, std::vector<std::string> spoken);  // "wanna" is read "want to"
  // After the last word: the indexes for repairs.
  void finish();

  word_id find(std::string_view word) const { return find(word, hashed(word)); }
  const std::string& spelled(word_id w) const { return words_[w]; }
  std::size_t size() const { return words_.size(); }
  std::size_t stems() const { return stem_texts_.size(); }
  const std::string& stem_text(stem_id s) const { return stem_texts_[s]; }
  std::vector<stem_id> stems_of(std::string_view word) const;

  // The words to read in place of this one, none for a filler. Bounded by the 64 letters of the longest word.
  void read(const std::string& word, std::vector<reading>& out) const;
  // Whether two neighbours are one known word typed apart ("sui cide"); 0 when not.
  word_id joined(const std::string& first, const std::string& second) const;
  bool knows(const std::string& word) const;

 private:
  bool accept(const std::string& spelling, std::vector<reading>& out) const;
  bool accept_repaired(const std::string& word, std::vector<reading>& out) const;
  bool accept_stretched(const std::string& word, std::vector<reading>& out) const;
  bool accept_digits(const std::string& word, std::vector<reading>& out) const;
  bool accept_by_ear(const std::string& word, std::vector<reading>& out) const;
  bool accept_run_together(const std::string& word, std::vector<reading>& out) const;
  bool accept_slip(const std::string& word, std::vector<reading>& out) const;
  void note_near(std::uint64_t key, word_id id);
  void push(word_id w, std::vector<reading>& out) const;
  word_id find(std::string_view word, std::uint64_t hash) const;
  stem_id find_stem(std::string_view stem, std::uint64_t hash) const;
  stem_id longest_stem(std::string_view word) const;

  std::vector<std::string> words_{""};
  std::vector<std::uint8_t> filler_{0};
  std::vector<std::vector<word_id>> expansion_{{}};
  std::vector<std::string> stem_texts_{""};
  hash_row index_;
  hash_row stem_index_;
  // What is found in these is compared letter by letter, so that two texts with one hash are not taken for one another.
  hash_row by_ear_;
  hash_row one_letter_short_;  // at which of near_
  std::vector<std::vector<word_id>> near_;
  std::vector<word_id> fuzzy_;
};

// How a word sounds to someone who writes by ear, in Spanish or English: b/v, c/s/z, qu/k, ll/y, silent h.
std::string spelled_by_ear(std::string_view word);

}  // namespace nightlight::domain::care
