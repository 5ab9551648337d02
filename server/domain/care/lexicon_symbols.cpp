// The second half of building a lexicon: which words carry which symbols, and what evidence calls them.
#include <algorithm>

#include "domain/care/lexicon_builder.hpp"
#include "domain/care/normalise.hpp"

namespace nightlight::domain::care {
namespace {

bool is_class_name(std::string_view text) { return text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z'; }

}  // namespace

// `text` is a class, a word, or alternatives in parentheses.
symbol lexicon_builder::symbol_for(const std::string& text, const statement& s) {
  if (const auto known = symbols_.find(text); known != symbols_.end()) return known->second;
  const bool group = text.size() > 2 && text.front() == '(' && text.back() == ')';
  const auto parts = group ? cut(std::string_view(text).substr(1, text.size() - 2), '|') : std::vector{text};
  for (const auto& part : parts) {
    if (part.empty()) wrong(s, "an empty alternative in '" + text + "'");
    if (is_class_name(part) && !classes_.contains(part)) wrong(s, "unknown class '" + part + "'");
  }
  if (group || !is_class_name(text)) {
    auto& made = classes_[text];
    made.entries = parts;
    made.from = s;
  }
  const auto fresh = static_cast<symbol>(symbols_.size());
  symbols_.emplace(text, fresh);
  return fresh;
}

void lexicon_builder::collect(const std::string& name, std::set<std::string>& entries, std::set<std::string>& seen) {
  if (!seen.insert(name).second) return;
  const auto found = classes_.find(name);
  if (found == classes_.end()) return;
  for (const auto& entry : found->second.entries) {
    if (!is_class_name(entry)) {
      entries.insert(entry);
    } else if (classes_.contains(entry)) {
      collect(entry, entries, seen);
    } else {
      wrong(found->second.from, "unknown class '" + entry + "'");
    }
  }
}

// The words of a phrase as the reader of messages would read them.
std::vector<word_id> lexicon_builder::canonical(std::string_view phrase) {
  std::vector<word_id> ids;
  for (const auto& word : plain_words(phrase)) {
    if (word.what == plain_word::kind::sentence_end) continue;
    std::vector<reading> read;
    made_->words_.add(word.text);
    made_->words_.read(word.text, read);
    for (const auto& r : read) ids.push_back(r.word);
  }
  return ids;
}

void lexicon_builder::add_phrase(const std::vector<word_id>& words, symbol s) {
  std::uint32_t node = 0;
  for (const word_id w : words) {
    const lexicon::phrase_beginning whole{node, w};
    node = made_->longer_phrase(node, w);
    if (node != 0) continue;
    node = static_cast<std::uint32_t>(made_->beginnings_.size());
    made_->beginnings_by_key_.add(lexicon::key_of(whole), static_cast<std::int32_t>(node));
    made_->beginnings_.push_back(whole);
    made_->phrase_symbols_.emplace_back();
  }
  made_->phrase_symbols_[node].push_back(s);
}

void lexicon_builder::fill_entry(const std::string& entry, symbol s) {
  const auto at = [](auto& table, std::size_t i) -> std::vector<symbol>& {
    if (table.size() <= i) table.resize(i + 1);
    return table[i];
  };
  if (entry == "#") {
    at(made_->by_word_, made_->words_.find("#")).push_back(s);
  } else if (entry.ends_with('*')) {
    at(made_->by_stem_, made_->words_.add_stem(folded(entry.substr(0, entry.size() - 1)))).push_back(s);
  } else {
    const bool fuzzy = entry.ends_with('~');
    const std::string plain = fuzzy ? entry.substr(0, entry.size() - 1) : entry;
    if (fuzzy) made_->words_.add_fuzzy(folded(plain));
    const auto words = canonical(plain);
    if (words.empty()) return;
    if (words.size() == 1) {
      at(made_->by_word_, words[0]).push_back(s);
    } else {
      add_phrase(words, s);
    }
  }
}

void lexicon_builder::fill_symbols() {
  for (const auto& [name, s] : symbols_) {
    std::set<std::string> entries;
    std::set<std::string> seen;
    collect(name, entries, seen);
    const bool built_in = s == made_->sentence_end || s == made_->pause;
    bool alive = built_in;
    for (const auto& entry : entries) {
      fill_entry(entry, s);
      alive = alive || entry == "#" || entry.ends_with('*') || !canonical(entry).empty();
    }
    if (!alive) wrong(classes_[name].from, "unreachable: nothing can be read as " + name);
  }
  made_->symbols_ = symbols_.size();
  made_->rules_by_need_.resize(made_->symbols_);
  for (std::uint32_t i = 0; i < made_->needed_.size(); ++i) made_->rules_by_need_[made_->needed_[i][0]].push_back(i);
  made_->words_.finish();
  made_->by_word_.resize(made_->words_.size());
  made_->by_stem_.resize(made_->words_.stems() + 1);
  // A word also carries what its beginnings carry, and a long stem what the shorter ones do.
  for (word_id w = 1; w < made_->words_.size(); ++w) {
    for (const stem_id stem : made_->words_.stems_of(made_->words_.spelled(w))) {
      auto& own = made_->by_word_[w];
      own.insert(own.end(), made_->by_stem_[stem].begin(), made_->by_stem_[stem].end());
    }
  }
  const auto stems_before = made_->by_stem_;
  for (stem_id stem = 1; stem < made_->words_.stems(); ++stem) {
    for (const stem_id shorter : made_->words_.stems_of(made_->words_.stem_text(stem))) {
      if (shorter == stem) continue;
      auto& own = made_->by_stem_[stem];
      own.insert(own.end(), stems_before[shorter].begin(), stems_before[shorter].end());
    }
  }
}

// Evidence calls a word by its lemma when it has one, else by itself; stems likewise.
void lexicon_builder::fill_names() {
  auto& names = made_->names_;
  made_->name_of_word_.assign(made_->words_.size(), 0);
  made_->name_of_stem_.assign(made_->words_.stems() + 1, 0);
  for (const auto& [name, c] : classes_) {
    if (!c.lemma) continue;
    std::set<std::string> entries;
    std::set<std::string> seen;
    collect(name, entries, seen);
    const auto fresh = static_cast<std::uint32_t>(names.size());
    names.push_back(name);
    for (const auto& entry : entries) {
      if (entry.ends_with('*')) {
        const auto stem = made_->words_.add_stem(folded(entry.substr(0, entry.size() - 1)));
        if (stem < made_->name_of_stem_.size()) made_->name_of_stem_[stem] = fresh;
        continue;
      }
      const auto words = canonical(entry.ends_with('~') ? std::string_view(entry).substr(0, entry.size() - 1) : entry);
      if (words.size() == 1 && words[0] < made_->name_of_word_.size()) made_->name_of_word_[words[0]] = fresh;
    }
  }
  for (word_id w = 1; w < made_->name_of_word_.size(); ++w) {
    if (made_->name_of_word_[w] != 0) continue;
    for (const stem_id stem : made_->words_.stems_of(made_->words_.spelled(w))) {
      if (made_->name_of_word_[w] == 0) made_->name_of_word_[w] = made_->name_of_stem_[stem];
    }
    if (made_->name_of_word_[w] != 0) continue;
    made_->name_of_word_[w] = static_cast<std::uint32_t>(names.size());
    names.push_back(made_->words_.spelled(w));
  }
}

std::span<const symbol> lexicon::symbols_of(const reading& r) const {
  return r.word != 0 ? std::span(by_word_[r.word]) : std::span(by_stem_[r.stem]);
}

std::uint32_t lexicon::evidence_name(const reading& r) const {
  return r.word != 0 ? name_of_word_[r.word] : name_of_stem_[r.stem];
}

}  // namespace nightlight::domain::care
