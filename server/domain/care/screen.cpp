#include "domain/care/screen.hpp"

#include <algorithm>

#include "domain/care/reading_order.hpp"
#include "domain/care/verdict.hpp"
#include "domain/care/weighing.hpp"

namespace nightlight::domain::care {
namespace {

// A long text is read in stretches of 64 words. Each looks 16 words back and 24 ahead of the 24 whose rules may begin
// in it, so nothing that spans up to 40 words is missed and no word is looked at more than three times.
constexpr std::size_t stretch_step = 24;
constexpr std::size_t look_back = 16;
constexpr std::size_t phrase_words_max = 8;

// Words in the reach of a mark, and the words that made it: a rule that names those itself is not softened by them.
struct reach_of_mark {
  modifier what;
  places origin = 0;
  places covered = 0;
};

class reader_of_stretch {
 public:
  reader_of_stretch(const lexicon& lex, room_profile room, const heard& said)
      : lex_(lex), room_(room), said_(said), at_(lex.symbol_count()) {}

  void read(std::size_t from, std::size_t until, std::size_t starts_from, std::size_t starts_until,
            std::vector<found>& out) {
    from_ = from;
    size_ = until - from;
    fill();
    find_marks();
    const places starts = range(static_cast<int>(starts_from - from), static_cast<int>(starts_until - from) - 1);
    find_candidates();
    for (const std::uint32_t i : candidates_) {
      const rule& r = lex_.rules()[i];
      if ((r.rooms >> static_cast<unsigned>(room_) & 1U) == 0) continue;
      matches_.clear();
      find_matches(r, at_, starts, matches_);
      for (const match& m : matches_) out.push_back(make(r, m));
    }
  }

 private:
  const heard_word& word(std::size_t i) const { return said_.words[from_ + i]; }

  void fill() {
    at_.clear();
    const std::span all(said_.readings);
    pauses_ = quoted_ = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      const int place = static_cast<int>(i);
      if (word(i).sentence_end) at_.put(lex_.sentence_end, place);
      if (word(i).sentence_end || word(i).pause_after) pauses_ |= range(place, place);
      if (word(i).quoted) quoted_ |= range(place, place);
      for (const symbol s : lex_.symbols_of(word(i).read)) at_.put(s, place);
      const auto n = std::min(phrase_words_max, size_ - i);
      lex_.phrases_at(all.subspan(from_ + i, n), [&](symbol s, std::size_t words) {
        at_.put_phrase(s, place, place + static_cast<int>(words) - 1);
      });
    }
  }

  // The rules that may be found here, in their order.
  void find_candidates() {
    candidates_.clear();
    for (const symbol s : at_.all()) {
      for (const std::uint32_t i : lex_.rules_needing(s)) {
        if (at_.has(lex_.needed_by_rules()[i])) candidates_.push_back(i);
      }
    }
    std::sort(candidates_.begin(), candidates_.end());
  }

  void find_marks() {
    marks_.clear();
    for (const rule& r : lex_.marks()) {
      if ((r.rooms >> static_cast<unsigned>(room_) & 1U) == 0) continue;
      matches_.clear();
      find_matches(r, at_, ~places{0}, matches_);
      for (const match& m : matches_) {
        places covered = range(m.first - r.cover_before, m.last + r.cover_after);
        if (r.marks == modifier::negated) covered = until_pause(m, r.cover_after);
        marks_.push_back({*r.marks, m.used, covered});
      }
    }
    for (places left = quoted_; left != 0; left = 0) marks_.push_back({modifier::quoted, 0, quoted_});
  }

  // "no" and "never" reach forward to the next pause, "but" or "and".
  places until_pause(const match& m, int reach) const {
    const places stops = at_.covered(lex_.pause) | at_.covered(lex_.sentence_end);
    int last = m.last;
    while (last < m.last + reach && last + 1 < static_cast<int>(size_)) {
      if ((pauses_ >> last & 1U) != 0 || (stops >> (last + 1) & 1U) != 0) break;
      ++last;
    }
    return range(m.first, last);
  }

  found make(const rule& r, const match& m) const {
    found f;
    f.from = &r;
    f.about = r.about;
    f.says = r.in_room[static_cast<std::size_t>(room_)].value_or(r.says);
    f.first = from_ + static_cast<std::size_t>(m.first);
    f.last = from_ + static_cast<std::size_t>(m.last);
    for (const auto& mark : marks_) {
      if ((mark.covered & m.used) == 0 || (mark.origin & m.used) != 0) continue;
      const auto one = static_cast<std::uint8_t>(1U << static_cast<unsigned>(mark.what));
      if ((r.ignores & one) == 0) f.modifiers |= one;
    }
    return f;
  }

  const lexicon& lex_;
  room_profile room_;
  const heard& said_;
  stretch at_;
  std::size_t from_ = 0;
  std::size_t size_ = 0;
  places pauses_ = 0;
  places quoted_ = 0;
  std::vector<reach_of_mark> marks_;
  std::vector<std::uint32_t> candidates_;
  std::vector<match> matches_;
};

}  // namespace

std::vector<found> find_rules(const lexicon& lex, room_profile room, const heard& said) {
  const std::size_t n = said.words.size();
  std::vector<found> all;
  reader_of_stretch reader(lex, room, said);
  if (n <= stretch_words) {
    if (n > 0) reader.read(0, n, 0, n, all);
  } else {
    for (std::size_t begin = 0; begin < n; begin += stretch_step) {
      const std::size_t from = begin < look_back ? 0 : begin - look_back;
      const std::size_t until = std::min(n, from + stretch_words);
      reader.read(from, until, begin, std::min(begin + stretch_step, n), all);
      settle(all, n > 4096);
    }
  }
  settle(all, true);
  return all;
}

verdict screen(const lexicon& lex, room_profile room, std::span<const std::string_view> messages) {
  const heard said = hear(lex, messages);
  auto all = find_rules(lex, room, said);
  const bool rule_found = !all.empty();
  if (lex.weights().empty()) {
    verdict by_rules = conclude(said, std::move(all), nullptr);
    by_rules.undertone = true;  // nothing but the rules can tell
    return by_rules;
  }
  const weighed evidence = weigh(lex, said, all);
  verdict v = conclude(said, std::move(all), &evidence);
  v.undertone = rule_found || evidence.undertone;
  return v;
}

}  // namespace nightlight::domain::care
