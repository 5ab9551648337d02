#include "domain/care/weighing.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>

namespace nightlight::domain::care {
namespace {

// A message is weighed whole unless it is longer than this; then in windows that overlap by half.
constexpr std::size_t window_words = 128;
constexpr std::size_t near_words = 12;
constexpr std::size_t words_apart_most = 3;
constexpr std::size_t piece_least = 3;
constexpr std::size_t piece_most = 5;
constexpr std::size_t words_shown = 5;
constexpr std::size_t reasons_expected = 1024;
constexpr std::size_t asked_ahead = 24;
// How much the loudest category adds to the sum for anything at all.
constexpr float loudest_counts = 0.6F;
// How much the sums for anything at all and for telling the team add to what can alert.
constexpr float anything_counts = 0.3F;
constexpr float told_counts = 0.5F;
constexpr category intrusive = 6;
// What an alert can be about, and what a person can be paged for.
constexpr std::array<category, 12> all_categories{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
constexpr std::array<category, 10> alerting_categories{1, 2, 3, 4, 5, 7, 8, 9, 10, 12};
constexpr std::array<category, 8> paging_categories{1, 2, 3, 5, 7, 8, 9, 10};

bool is_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

char as_letter(char c) { return static_cast<unsigned char>(c) < 0x80 ? c : '*'; }

// Meets everything in a window and hands it over as (kind, key, word, what spells its name).
template <class Meet>
class window {
 public:
  window(const lexicon& lex, const heard& said, std::size_t begin, std::size_t end, Meet meet)
      : lex_(lex), said_(said), begin_(begin), end_(end), meet_(meet) {}

  void read() {
    read_names();
    read_letters();
    read_concepts();
  }

 private:
  template <class Name>
  void say(evidence_kind kind, std::uint64_t key, std::size_t at, Name name) {
    meet_(kind, key, static_cast<std::uint32_t>(at), name);
  }

  void read_names() {
    static const std::string stop = ".";
    static const std::string number = "#";
    std::array<const std::string*, words_apart_most> before{};  // the nearest first
    const auto next = [&](const std::string& name, std::size_t at) {
      if (&name != &stop) {
        say(evidence_kind::word, hashed(name, hashed("w:")), at, [&] { return "w:" + name; });
      }
      read_neighbours(before, name, at);
      std::shift_right(before.begin(), before.end(), 1);
      before[0] = &name;
    };
    for (std::size_t i = begin_; i < end_; ++i) {
      const typed_word& w = said_.typed[i];
      if (w.text == ".") {
        next(stop, i);
      } else if (w.names_begin == w.names_end) {
        next(is_number(w.text) ? number : w.text, i);
      }
      for (auto n = w.names_begin; n < w.names_end; ++n) next(lex_.spelled_name(said_.names[n]), i);
    }
  }

  // Two and three words in a row, and two with one or two between. `before` has the nearest first.
  void read_neighbours(std::span<const std::string* const> before, const std::string& name, std::size_t at) {
    const std::uint64_t row = hashed("w:");
    const auto pair = [&](evidence_kind kind, const std::string& first, const char* between) {
      say(kind, hashed(name, hashed(between, hashed(first, row))), at, [&] { return "w:" + first + between + name; });
    };
    if (before[0] != nullptr) pair(evidence_kind::pair, *before[0], "+");
    if (before[1] != nullptr) {
      const std::uint64_t two = hashed(*before[0], hashed("+", hashed(*before[1], row)));
      say(evidence_kind::triple, hashed(name, hashed("+", two)), at,
          [&] { return "w:" + *before[1] + "+" + *before[0] + "+" + name; });
    }
    for (const std::string* first : before.subspan(1)) {
      if (first != nullptr) pair(evidence_kind::pair_apart, *first, "~");
    }
  }

  // Three to five letters in a row, over the ends of words too; '_' is the space between two words.
  void read_letters() {
    std::string letters = "_";
    std::vector<std::uint32_t> owner{static_cast<std::uint32_t>(begin_)};
    for (std::size_t i = begin_; i < end_; ++i) {
      const std::string& text = said_.typed[i].text;
      if (is_number(text)) {
        letters += '#';
      } else {
        for (const char c : text) letters += as_letter(c);
      }
      letters += '_';
      owner.resize(letters.size(), static_cast<std::uint32_t>(i));
    }
    const std::uint64_t seed = hashed("p:");
    for (std::size_t k = 0; k < letters.size(); ++k) {
      std::uint64_t key = seed;
      const auto most_here = std::min(piece_most, letters.size() - k);
      for (std::size_t n = 1; n <= most_here; ++n) {
        key = hashed(std::string_view(letters).substr(k + n - 1, 1), key);
        if (n < piece_least) continue;
        say(evidence_kind::piece, key, owner[k + n / 2], [&] { return "p:" + letters.substr(k, n); });
      }
    }
  }

  // What is about something within twelve words of what is about something else; each couple once.
  void read_concepts() {
    struct place {
      std::size_t at;
      concept_id what;
    };
    std::vector<place> row;
    std::bitset<concepts_max * concepts_max> met;
    const concepts& all = lex_.about();
    std::size_t near = 0;
    for (std::size_t i = begin_; i < end_; ++i) {
      const auto take = [&](concept_id c) {
        say(evidence_kind::concept_seen, all.key_of(c), i, [&] { return "c:" + all.name(c); });
        while (near < row.size() && row[near].at + near_words < i) ++near;
        for (std::size_t j = near; j < row.size(); ++j) {
          const auto low = std::min(c, row[j].what);
          const auto high = std::max(c, row[j].what);
          const std::size_t couple = low * concepts_max + high;
          if (low == high || met[couple]) continue;
          met[couple] = true;
          say(evidence_kind::concepts_near, all.key_of(low, high), i, [&] { return all.couple_of(low, high); });
        }
        row.push_back({i, c});
      };
      const std::string& text = said_.typed[i].text;
      if (text == ".") continue;
      bool more = all.of_word(text, take);
      std::uint64_t key = hashed(text);
      for (std::size_t n = 1; more && n < concept_words_max && i + n < end_; ++n) {
        key = hashed(said_.typed[i + n].text, hashed(" ", key));
        more = all.each(key, take);
      }
    }
  }

  const lexicon& lex_;
  const heard& said_;
  std::size_t begin_;
  std::size_t end_;
  Meet meet_;
};

template <class Meet>
void read_window(const lexicon& lex, const heard& said, std::size_t begin, std::size_t end, Meet meet) {
  window<Meet>(lex, said, begin, end, meet).read();
}

struct reason {
  std::int32_t weight;
  std::uint32_t at;
  bool rule;
};

// How loudly it is heard that something is the matter: by itself, and by the category that speaks loudest.
float loudness(const evidence_sums& sums) {
  return sums[anything] + loudest_counts * *std::max_element(sums.begin() + 1, sums.begin() + paged);
}

category loudest_of(const evidence_sums& sums, std::span<const category> among) {
  return *std::max_element(among.begin(), among.end(), [&](category a, category b) { return sums[a] < sums[b]; });
}

void judge(const evidence& weights, weighed& w) {
  const auto& demands = weights.demands;
  w.against = loudness(w.sums) <= demands.against;
  const category paging = loudest_of(w.sums, paging_categories);
  w.unwanted = w.sums[intrusive] - w.sums[paging] > demands.calm;
  if (loudness(w.sums) <= demands.soft) return;
  w.says = level::soft;
  w.about = loudest_of(w.sums, all_categories);
  // A thought or plain weariness, however loud, calls nobody.
  const category alerting = loudest_of(w.sums, alerting_categories);
  const float alarm = w.sums[alerting] + anything_counts * w.sums[anything] + told_counts * w.sums[told];
  if (alarm <= demands.amber) return;
  // Clearly an unwanted thought, and nothing else: no alert.
  if (w.sums[intrusive] - w.sums[alerting] > demands.calm) return;
  w.says = level::amber;
  w.about = alerting;
  if (w.sums[paging] - demands.fear * w.sums[intrusive] <= demands.red || w.sums[paged] <= demands.page) return;
  w.says = level::red;
  w.about = paging;
}

void explain(const evidence& weights, const std::vector<reason>& reasons, std::size_t begin, std::size_t end,
             weighed& w) {
  std::vector<float> loud(end - begin);
  for (const auto& r : reasons) {
    const auto& says = weights[static_cast<std::size_t>(r.weight)].numbers;
    if (!r.rule) loud[r.at - begin] += static_cast<float>(says[w.about] + says[anything]);
  }
  for (std::size_t i = begin; i < end; ++i) w.shown.push_back(i);
  std::stable_sort(w.shown.begin(), w.shown.end(),
                   [&](std::size_t a, std::size_t b) { return loud[a - begin] > loud[b - begin]; });
  w.shown.resize(std::min(words_shown, w.shown.size()));
  std::sort(w.shown.begin(), w.shown.end());
}

weighed weigh_window(const lexicon& lex, const heard& said, std::size_t begin, std::size_t end,
                     std::span<const std::int32_t> rules) {
  const evidence& weights = lex.weights();
  std::vector<bool> seen(weights.size());
  std::vector<reason> reasons;
  reasons.reserve(reasons_expected);
  weighed w;
  const auto add = [&](std::int32_t at, std::uint32_t word, bool rule) {
    if (at < 0 || seen[static_cast<std::size_t>(at)]) return;
    seen[static_cast<std::size_t>(at)] = true;
    weights.expect_weight(at);
    reasons.push_back({at, word, rule});
  };
  std::vector<std::pair<std::uint64_t, std::uint32_t>> asked;
  asked.reserve(4 * reasons_expected);
  read_window(lex, said, begin, end, [&](evidence_kind, std::uint64_t key, std::uint32_t at, const auto&) {
    if (weights.may_find(key)) asked.emplace_back(key, at);
  });
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (i + asked_ahead < asked.size()) weights.expect(asked[i + asked_ahead].first);
    add(weights.find(asked[i].first), asked[i].second, false);
  }
  for (const auto at : rules) add(at, 0, true);
  float size = 0;
  std::array<std::int32_t, std::tuple_size_v<decltype(small_weight::numbers)>> of_words{};
  auto of_rules = of_words;
  for (const auto& r : reasons) {
    const small_weight& one = weights[static_cast<std::size_t>(r.weight)];
    auto& sums = r.rule ? of_rules : of_words;
    for (std::size_t c = 0; c < one.numbers.size(); ++c) sums[c] += one.numbers[c];
    if (!r.rule) size += one.size() * one.size();
  }
  const float norm = size > 0 ? 1.0F / std::sqrt(size) : 0.0F;
  for (std::size_t c = 0; c < w.sums.size(); ++c) {
    w.sums[c] =
        weights.bias[c] + (static_cast<float>(of_words[c]) * norm + static_cast<float>(of_rules[c])) / hundredths;
  }
  judge(weights, w);
  if (w.says != level::none) explain(weights, reasons, begin, end, w);
  return w;
}

}  // namespace

std::vector<evidence_met> evidence_in(const lexicon& lex, const heard& said, std::size_t begin, std::size_t end) {
  std::vector<evidence_met> all;
  read_window(lex, said, begin, end, [&](evidence_kind kind, std::uint64_t key, std::uint32_t at, const auto& name) {
    all.push_back({kind, at, key, name()});
  });
  return all;
}

std::vector<std::string> rules_as_evidence(std::span<const found> all) {
  std::vector<std::string> names;
  for (const auto& f : all) {
    if (f.from == nullptr) continue;
    for (std::size_t m = 0; m < modifier_names.size(); ++m) {
      // Words that would alarm, said of somebody else or long ago: what makes them harmless is evidence too.
      if ((f.modifiers >> m & 1U) != 0) names.push_back("r:" + std::string(modifier_names[m]));
    }
    const level says = level_of(f);
    if (says == level::none) continue;
    names.push_back("r:C" + std::to_string(f.about) + "/" + std::string(name_of(says)));
    names.push_back("r:" + std::string(name_of(says)));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

weighed weigh(const lexicon& lex, const heard& said, std::span<const found> all) {
  const evidence& weights = lex.weights();
  weighed loudest;
  if (weights.empty()) return loudest;
  std::vector<std::int32_t> rules;
  for (const auto& name : rules_as_evidence(all)) rules.push_back(weights.find(hashed(name)));
  const std::size_t n = said.typed.size();
  for (std::size_t begin = 0; begin < n; begin += window_words / 2) {
    const std::size_t end = std::min(n, begin + window_words);
    auto w = weigh_window(lex, said, begin, end, rules);
    const bool undertone = loudest.undertone || loudness(w.sums) > weights.demands.join;
    if (begin == 0 || w.says > loudest.says || (w.says == loudest.says && loudness(w.sums) > loudness(loudest.sums))) {
      loudest = std::move(w);
    }
    loudest.undertone = undertone;
    if (end == n) break;
  }
  return loudest;
}

}  // namespace nightlight::domain::care
