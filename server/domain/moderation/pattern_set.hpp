// Patterns (RE2, so linear in the text) that are looked for together: one pass says which of them occur at all, and
// only those are asked where. Reads folded texts.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace nightlight::domain {

struct text_range {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool touches(const text_range& other) const { return begin < other.end && other.begin < end; }
};

class pattern_set {
 public:
  // Why a pattern cannot be used, in words for whoever wrote it; empty when it can.
  static std::string problem_with(std::string_view pattern);

  // Adds one that has no problem and returns its number: 0, 1, 2 …
  std::size_t add(std::string_view pattern);
  void finish();

  std::size_t size() const { return patterns_.size(); }
  // The numbers of those that occur in the text.
  std::vector<int> occurring(std::string_view text) const;
  // The first place at or after `from` where one stands.
  bool find(std::size_t number, std::string_view text, std::size_t from, text_range& found) const;

 private:
  std::vector<std::unique_ptr<RE2>> patterns_;
  std::unique_ptr<RE2::Set> together_;  // none when there is no pattern or all of them are too much for one pass
};

}  // namespace nightlight::domain
