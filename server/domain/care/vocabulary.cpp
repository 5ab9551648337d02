#include "domain/care/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace nightlight::domain::care {
namespace {

constexpr std::size_t stem_letters_min = 3;
constexpr std::size_t stem_letters_max = 16;
constexpr std::size_t fuzzy_letters_min = 4;
constexpr std::size_t by_ear_letters_min = 4;
constexpr std::size_t run_together_min = 6;
constexpr std::size_t run_together_max = 48;
constexpr std::size_t piece_max = 14;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_front_vowel(char c) { return c == 'e' || c == 'i' || c == 'y'; }

// At most `most` of the same letter in a row.
std::string without_runs(std::string_view word, std::size_t most) {
  std::string kept;
  std::size_t run = 0;
  for (const char c : word) {
    run = !kept.empty() && kept.back() == c ? run + 1 : 1;
    if (run <= most) kept.push_back(c);
  }
  return kept;
}

// Whether two words are one slip apart: a letter more, less or other, or two neighbours swapped.
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() == b.size()) {
    if (i == a.size() || a.substr(i + 1) == b.substr(i + 1)) return true;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
  }
  return a.substr(i) == b.substr(i + 1);
}

std::string letters_for_digits(std::string_view word, char one) {
  static constexpr std::string_view from = "0134578@$!|*";
  std::string to = "o?eastbasii*";
  to[1] = one;
  std::string read;
  for (const char c : word) {
    const auto at = from.find(c);
    read.push_back(at == std::string_view::npos ? c : to[at]);
  }
  return read;
}

}  // namespace

std::string spelled_by_ear(std::string_view w) {
  std::string key;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const char c = w[i];
    const char next = i + 1 < w.size() ? w[i + 1] : ' ';
    char heard = c;
    if (c == 'h' && (i == 0 || (w[i - 1] != 'c' && w[i - 1] != 's' && w[i - 1] != 't'))) continue;
    if (c == 'v') heard = 'b';
    if (c == 'z') heard = 's';
    if (c == 'c' && next != 'h') heard = is_front_vowel(next) ? 's' : 'k';
    if (c == 'g' && is_front_vowel(next)) heard = 'j';
    if (c == 'q') {
      heard = 'k';
      if (next == 'u') ++i;
    }
    if (c == 'l' && next == 'l') {
      heard = 'y';
      ++i;
    }
    if (c == 'y' && i + 1 == w.size()) heard = 'i';
    if (key.empty() || key.back() != heard) key.push_back(heard);
  }
  return key;
}

word_id vocabulary::add(std::string_view word) {
  if (const word_id known = find(word); known != 0) return known;
  const auto id = static_cast<word_id>(words_.size());
  words_.emplace_back(word);
  filler_.push_back(0);
  expansion_.emplace_back();
  index_.add(hashed(word), static_cast<std::int32_t>(id));
  return id;
}

stem_id vocabulary::add_stem(std::string_view stem) {
  if (const stem_id known = find_stem(stem, hashed(stem)); known != 0) return known;
  const auto id = static_cast<stem_id>(stem_texts_.size());
  stem_texts_.emplace_back(stem);
  stem_index_.add(hashed(stem), static_cast<std::int32_t>(id));
  return id;
}

void vocabulary::add_fuzzy(std::string_view word) { fuzzy_.push_back(add(word)); }

void vocabulary::add_filler(std::string_view word) { filler_[add(word)] = 1; }

void vocabulary::add_expansion(std::string_view word, std::vector<std::string> spoken) {
  std::vector<word_id> ids;
  for (const auto& part : spoken) ids.push_back(add(part));
  expansion_[add(word)] = std::move(ids);
}

void vocabulary::note_near(std::uint64_t key, word_id id) {
  auto at = one_letter_short_.find(key);
  if (at < 0) {
    at = static_cast<std::int32_t>(near_.size());
    one_letter_short_.add(key, at);
    near_.emplace_back();
  }
  auto& same = near_[static_cast<std::size_t>(at)];
  if (same.empty() || same.back() != id) same.push_back(id);
}

void vocabulary::finish() {
  for (word_id id = 1; id < words_.size(); ++id) {
    if (words_[id].size() < by_ear_letters_min) continue;
    const std::uint64_t key = hashed(spelled_by_ear(words_[id]));
    if (by_ear_.find(key) < 0) by_ear_.add(key, static_cast<std::int32_t>(id));
  }
  for (const word_id id : fuzzy_) {
    const std::string_view word = words_[id];
    note_near(hashed(word), id);
    for (std::size_t i = 0; i < word.size(); ++i) {
      note_near(hashed(word.substr(i + 1), hashed(word.substr(0, i))), id);
    }
  }
}

word_id vocabulary::find(std::string_view word, std::uint64_t hash) const {
  const auto at = index_.find(hash);
  return at > 0 && words_[static_cast<std::size_t>(at)] == word ? static_cast<word_id>(at) : 0;
}

stem_id vocabulary::find_stem(std::string_view stem, std::uint64_t hash) const {
  const auto at = stem_index_.find(hash);
  return at > 0 && stem_texts_[static_cast<std::size_t>(at)] == stem ? static_cast<stem_id>(at) : 0;
}

std::vector<stem_id> vocabulary::stems_of(std::string_view word) const {
  std::vector<stem_id> all;
  for (std::size_t n = std::min(word.size(), stem_letters_max); n >= stem_letters_min; --n) {
    const std::string_view beginning = word.substr(0, n);
    if (const stem_id found = find_stem(beginning, hashed(beginning)); found != 0) all.push_back(found);
  }
  return all;
}

stem_id vocabulary::longest_stem(std::string_view word) const {
  const std::size_t most = std::min(word.size(), stem_letters_max);
  std::array<std::uint64_t, stem_letters_max + 1> hash{hash_seed};
  for (std::size_t n = 1; n <= most; ++n) hash[n] = hashed(word.substr(n - 1, 1), hash[n - 1]);
  for (std::size_t n = most; n >= stem_letters_min; --n) {
    if (const stem_id found = find_stem(word.substr(0, n), hash[n]); found != 0) return found;
  }
  return 0;
}

bool vocabulary::knows(const std::string& word) const { return find(word) != 0 || longest_stem(word) != 0; }

void vocabulary::push(word_id w, std::vector<reading>& out) const {
  if (filler_[w] != 0) return;
  if (expansion_[w].empty()) {
    out.push_back({w, 0});
    return;
  }
  for (const word_id part : expansion_[w]) {
    if (filler_[part] == 0) out.push_back({part, 0});
  }
}

void vocabulary::read(const std::string& word, std::vector<reading>& out) const {
  if (accept(word, out) || accept_repaired(word, out)) return;
  out.push_back({});
}

bool vocabulary::accept(const std::string& spelling, std::vector<reading>& out) const {
  if (const word_id known = find(spelling); known != 0) {
    push(known, out);
    return true;
  }
  if (const stem_id stem = longest_stem(spelling); stem != 0) {
    out.push_back({0, stem});
    return true;
  }
  return false;
}

bool vocabulary::accept_repaired(const std::string& word, std::vector<reading>& out) const {
  return accept_stretched(word, out) || accept_digits(word, out) || accept_by_ear(word, out) ||
         accept_run_together(word, out) || accept_slip(word, out);
}

bool vocabulary::accept_stretched(const std::string& word, std::vector<reading>& out) const {
  const std::string twice = without_runs(word, 2);
  if (twice.size() != word.size() && accept(twice, out)) return true;
  const std::string once = without_runs(word, 1);
  return once.size() != word.size() && accept(once, out);
}

// Numbers are one word, "#"; "400mg" is a number and a unit; "k1ll" is a word with a digit for a letter.
bool vocabulary::accept_digits(const std::string& word, std::vector<reading>& out) const {
  const auto digits = static_cast<std::size_t>(
      std::find_if(word.begin(), word.end(), [](char c) { return !is_digit(c); }) - word.begin());
  if (digits == word.size()) {
    out.push_back({find("#"), 0});
    return true;
  }
  if (digits > 0) {
    std::vector<reading> unit;
    if (accept(word.substr(digits), unit)) {
      out.push_back({find("#"), 0});
      out.insert(out.end(), unit.begin(), unit.end());
      return true;
    }
  }
  if (word.find_first_of("013457@$!|*8") == std::string::npos) return false;
  for (const char one : {'i', 'l'}) {
    const std::string letters = letters_for_digits(word, one);
    if (letters.find('*') != std::string::npos) return accept_slip(letters, out);
    if (accept(letters, out) || accept_by_ear(letters, out) || accept_run_together(letters, out) ||
        accept_slip(letters, out)) {
      return true;
    }
  }
  return false;
}

bool vocabulary::accept_by_ear(const std::string& word, std::vector<reading>& out) const {
  if (word.size() < by_ear_letters_min) return false;
  const std::string heard = spelled_by_ear(word);
  const auto at = by_ear_.find(hashed(heard));
  if (at < 0 || spelled_by_ear(words_[static_cast<std::size_t>(at)]) != heard) return false;
  push(static_cast<word_id>(at), out);
  return true;
}

// The fewest known words that make up the whole; short pieces count double.
bool vocabulary::accept_run_together(const std::string& word, std::vector<reading>& out) const {
  const std::size_t n = word.size();
  if (n < run_together_min || n > run_together_max) return false;
  constexpr int never = 1000;
  std::array<int, run_together_max + 1> cost{};
  std::array<std::size_t, run_together_max + 1> piece{};
  cost.fill(never);
  cost[0] = 0;
  const std::string_view all = word;
  for (std::size_t begin = 0; begin < n; ++begin) {
    if (cost[begin] >= never) continue;
    std::uint64_t hash = hash_seed;
    for (std::size_t size = 1; size <= std::min(n - begin, piece_max); ++size) {
      const std::size_t end = begin + size;
      const std::string_view part = all.substr(begin, size);
      hash = hashed(all.substr(end - 1, 1), hash);
      if (size == 1 && part != "i" && part != "a" && part != "y" && part != "o") continue;
      if (find(part, hash) == 0) continue;
      const int price = cost[begin] + (size <= 2 ? 2 : 1) + (size == 1 ? 1 : 0);
      if (price <= cost[end]) {
        cost[end] = price;
        piece[end] = size;
      }
    }
  }
  if (cost[n] > static_cast<int>(n * 3 / 4)) return false;
  std::vector<word_id> parts;
  for (std::size_t end = n; end > 0; end -= piece[end]) {
    parts.push_back(find(all.substr(end - piece[end], piece[end])));
  }
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) push(*part, out);
  return true;
}

bool vocabulary::accept_slip(const std::string& word, std::vector<reading>& out) const {
  if (word.size() < fuzzy_letters_min) return false;
  const auto try_key = [&](std::uint64_t key) {
    const auto at = one_letter_short_.find(key);
    if (at < 0) return false;
    for (const word_id id : near_[static_cast<std::size_t>(at)]) {
      if (!one_slip_apart(word, words_[id])) continue;
      push(id, out);
      return true;
    }
    return false;
  };
  const std::string_view all = word;
  if (try_key(hashed(all))) return true;
  std::uint64_t before = hash_seed;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (try_key(hashed(all.substr(i + 1), before))) return true;
    before = hashed(all.substr(i, 1), before);
  }
  return false;
}

word_id vocabulary::joined(const std::string& first, const std::string& second) const {
  const auto at = index_.find(hashed(second, hashed(first)));
  if (at <= 0) return 0;
  const std::string& whole = words_[static_cast<std::size_t>(at)];
  if (whole.size() < fuzzy_letters_min || whole != first + second || (knows(first) && knows(second))) return 0;
  return static_cast<word_id>(at);
}

}  // namespace nightlight::domain::care
