// Finds many fixed phrases in one pass over a text (Aho and Corasick, 1975): the time is linear in the text and does
// not grow with the number of phrases. Knows bytes only; what a word is, is asked elsewhere.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace nightlight::domain {

class phrase_finder {
 public:
  using phrase_id = std::uint32_t;

  // The same phrase twice is one. Not empty, and not after finish().
  phrase_id add(std::string_view phrase);
  void finish();

  std::size_t size() const { return lengths_.size(); }

  // Calls found(phrase, begin, end) for each place where a phrase stands, by growing end.
  template <class Found>
  void each(std::string_view text, Found found) const {
    if (lengths_.empty()) return;
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      at = step(at, static_cast<std::uint8_t>(text[i]));
      for (std::uint32_t n = nodes_[at].says != 0 ? at : nodes_[at].shorter; n != 0; n = nodes_[n].shorter) {
        const phrase_id which = nodes_[n].says - 1;
        found(which, i + 1 - lengths_[which], i + 1);
      }
    }
  }

 private:
  struct node {
    std::uint32_t first = 0;    // of its branches
    std::uint32_t past = 0;     // the last of them
    std::uint32_t fail = 0;     // the longest end of what was read that begins a phrase
    std::uint32_t shorter = 0;  // the next node on that way which says something
    std::uint32_t says = 0;     // a phrase and one, or 0
  };
  struct branch {
    std::uint8_t byte = 0;
    std::uint32_t to = 0;
  };

  std::uint32_t branch_of(std::uint32_t at, std::uint8_t byte) const {
    for (std::uint32_t i = nodes_[at].first; i < nodes_[at].past; ++i) {
      if (branches_[i].byte == byte) return branches_[i].to;
    }
    return 0;
  }

  std::uint32_t step(std::uint32_t at, std::uint8_t byte) const {
    while (at != 0) {
      if (const std::uint32_t to = branch_of(at, byte); to != 0) return to;
      at = nodes_[at].fail;
    }
    return root_[byte];
  }

  std::map<std::pair<std::uint32_t, std::uint8_t>, std::uint32_t> growing_;  // until finish()
  std::array<std::uint32_t, 256> root_{};
  std::vector<node> nodes_{node{}};
  std::vector<branch> branches_;
  std::vector<std::size_t> lengths_;
};

}  // namespace nightlight::domain
