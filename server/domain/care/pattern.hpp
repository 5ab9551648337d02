// How a rule is found in a stretch of at most 64 words: every symbol (a class of words) is a mask of the places where
// it stands, and a pattern walks over those masks, so a rule costs a few machine words whatever the text is.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/care/level.hpp"

namespace nightlight::domain::care {

using symbol = std::uint16_t;
using places = std::uint64_t;
inline constexpr int stretch_words = 64;

// One step of a pattern: a symbol, and how many words may stand between it and the step before.
struct element {
  symbol what = 0;
  std::uint8_t gap = 0;
  bool optional = false;
};

// A condition on the neighbourhood of a match. `with` wants the symbol nearby, the others refuse it.
struct guard {
  enum class where : std::uint8_t { before, after, near, inside, with };
  where at = where::near;
  std::uint8_t distance = 0;
  symbol what = 0;
};

struct rule {
  std::string id;
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::vector<element> elements;
  std::vector<guard> guards;

  // A rule that alerts has a level; a mark has a modifier and lowers what stands in its reach.
  category about = 0;
  level says = level::none;
  std::optional<modifier> marks;
  std::uint8_t cover_before = 0;
  std::uint8_t cover_after = 0;
  std::array<std::optional<level>, room_profile_count> in_room{};
  std::uint8_t rooms = 0xFF;  // one bit per profile in which the rule is alive
  std::uint8_t ignores = 0;   // one bit per modifier that does not touch this rule
  bool act = false;           // something done or decided: an unwanted thought in the same words does not soften it
  bool alone = false;         // plain enough to alert when the evidence does not agree
};

// Two symbols without which a rule cannot be found, or the same one twice: most rules are ruled out by them alone.
using symbols_needed = std::array<symbol, 2>;
symbols_needed needed_by(const rule& r);

// Where each symbol stands in one stretch of words.
class stretch {
 public:
  explicit stretch(std::size_t symbols);

  void clear();
  void put(symbol s, int at);
  void put_phrase(symbol s, int first, int last);

  // Every symbol that stands anywhere, once, in no particular order.
  const std::vector<symbol>& all() const { return touched_; }
  bool has(symbol s) const { return anywhere_[s] != 0; }
  bool has(const symbols_needed& both) const { return has(both[0]) && has(both[1]); }
  places covered(symbol s) const { return anywhere_[s]; }
  places single(symbol s) const { return single_[s]; }

  // The last words of occurrences of the symbol whose first word is in `starts`.
  places ends_from(symbol s, places starts) const;
  // The first word of an occurrence ending at `last` that starts in `starts`; -1 when there is none.
  int start_of(symbol s, int last, places starts) const;

 private:
  struct phrase {
    std::uint8_t first;
    std::uint8_t last;
    std::int32_t next;
  };
  std::vector<places> single_;
  std::vector<places> anywhere_;
  std::vector<std::int32_t> head_;
  std::vector<phrase> phrases_;
  std::vector<symbol> touched_;
};

struct match {
  int first = 0;
  int last = 0;
  places used = 0;  // the words the pattern named; the gaps are not among them
};

inline places range(int first, int last) {
  if (last < first || last < 0 || first >= stretch_words) return 0;
  if (first < 0) first = 0;
  if (last >= stretch_words) last = stretch_words - 1;
  return (~places{0} >> (stretch_words - 1 - (last - first))) << first;
}

// Appends the matches, left to right, that begin in `starts` and do not overlap one another.
void find_matches(const rule& r, const stretch& s, places starts, std::vector<match>& out);

}  // namespace nightlight::domain::care
