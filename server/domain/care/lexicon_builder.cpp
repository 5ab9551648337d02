#include "domain/care/lexicon_builder.hpp"

#include <algorithm>
#include <charconv>

#include "domain/care/normalise.hpp"

namespace nightlight::domain::care {
namespace {

constexpr std::size_t elements_max = 16;

bool is_class_name(std::string_view text) {
  const auto upper = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
  return text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && std::all_of(text.begin(), text.end(), upper);
}

}  // namespace

category category_named(std::string_view text) {
  int value = 0;
  if (text.size() < 2 || text[0] != 'C') return 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && value >= 1 && value <= category_count ? static_cast<category>(value) : category{0};
}

lexicon_builder::lexicon_builder(std::span<const lexicon_source> files) : files_(files) {}

void lexicon_builder::wrong(const statement& s, std::string what) {
  problems_.push_back({files_[s.file].name, s.line, std::move(what)});
}

bool lexicon_builder::number(const std::string& text, int most, int& value, const statement& s) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc{} && end == text.data() + text.size() && value >= 0 && value <= most) return true;
  wrong(s, "'" + text + "' is not a number from 0 to " + std::to_string(most));
  return false;
}

parsed_lexicon lexicon_builder::build() {
  const auto statements = statements_of(files_);
  made_->words_.add("#");
  for (const char* built_in : {"SENTENCE_END", "PAUSE"}) classes_[built_in].named = true;
  // Words first: what a rule means depends on how its words are read.
  for (const auto& s : statements) {
    if (s.keyword == "class" || s.keyword == "lemma") take_class(s, s.keyword == "lemma");
    if (s.keyword == "expand") take_expansion(s);
    if (s.keyword == "filler" || s.keyword == "known") {
      for (const auto& word : cut_words(s.rest)) {
        s.keyword == "filler" ? made_->words_.add_filler(folded(word)) : void(made_->words_.add(folded(word)));
      }
    }
  }
  statement builtin;
  made_->sentence_end = symbol_for("SENTENCE_END", builtin);
  made_->pause = symbol_for("PAUSE", builtin);
  for (const auto& s : statements) take(s);
  if (made_->version_.empty()) problems_.push_back({files_.empty() ? "" : files_[0].name, 1, "no version"});
  fill_symbols();
  fill_names();
  std::stable_sort(problems_.begin(), problems_.end(),
                   [](const auto& a, const auto& b) { return a.file != b.file ? a.file < b.file : a.line < b.line; });
  return {problems_.empty() ? made_ : nullptr, problems_};
}

void lexicon_builder::take(const statement& s) {
  static const std::set<std::string> done_or_told{"class", "lemma",  "expand",    "filler",
                                                  "known", "source", "looked_up", "review"};
  if (done_or_told.contains(s.keyword)) return;
  if (s.keyword == "version") {
    made_->version_ = s.rest;
  } else if (s.keyword == "rule" || s.keyword == "mark") {
    take_rule(s, s.keyword == "mark");
  } else if (s.keyword == "weight") {
    take_weight(s);
  } else if (s.keyword == "bias") {
    take_bias(s);
  } else if (s.keyword == "concept") {
    take_concept(s);
  } else if (s.keyword == "demand") {
    take_demand(s);
  } else {
    wrong(s, "unknown statement '" + s.keyword + "'");
  }
}

void lexicon_builder::take_class(const statement& s, bool lemma) {
  const auto equals = s.rest.find('=');
  const std::string name(trimmed(std::string_view(s.rest).substr(0, equals)));
  if (equals == std::string::npos || !is_class_name(name)) {
    wrong(s, "expected: class NAME = word, word, …");
    return;
  }
  auto& made = classes_[name];
  if (!made.named) made.from = s;
  made.named = true;
  made.lemma = made.lemma || lemma;
  for (auto& entry : cut(std::string_view(s.rest).substr(equals + 1), ',')) {
    if (entry.empty()) continue;
    if (lemma && entry.ends_with('*')) made_->words_.add_stem(folded(entry.substr(0, entry.size() - 1)));
    if (!entry.ends_with('*') && !is_class_name(entry)) {
      for (const auto& word : plain_words(entry)) made_->words_.add(word.text);
    }
    made.entries.push_back(std::move(entry));
  }
}

void lexicon_builder::take_expansion(const statement& s) {
  const auto equals = s.rest.find('=');
  if (equals == std::string::npos) {
    wrong(s, "expected: expand word = words");
    return;
  }
  const auto spoken = cut_words(std::string_view(s.rest).substr(equals + 1));
  for (const auto& word : cut_words(std::string_view(s.rest).substr(0, equals))) {
    made_->words_.add_expansion(folded(word), spoken);
  }
}

void lexicon_builder::take_rule(const statement& s, bool mark) {
  const auto colon = s.rest.find(':');
  const auto head = cut_words(std::string_view(s.rest).substr(0, colon));
  rule r;
  r.file = s.file;
  r.line = s.line;
  if (colon == std::string::npos || head.size() != (mark ? 2U : 3U)) {
    wrong(s, mark ? "expected: mark MODIFIER id : pattern" : "expected: rule id CATEGORY LEVEL : pattern");
    return;
  }
  r.id = mark ? head[1] : head[0];
  if (mark) {
    r.marks = named<modifier>(modifier_names, head[0]);
    if (!r.marks) wrong(s, "unknown modifier '" + head[0] + "'");
  } else {
    r.about = category_named(head[1]);
    const auto says = named<level>(level_names, head[2]);
    if (r.about == 0) wrong(s, "unknown category '" + head[1] + "'");
    if (!says) wrong(s, "unknown level '" + head[2] + "'");
    r.says = says.value_or(level::none);
  }
  if (const auto [first, fresh] = rule_ids_.try_emplace(r.id, s); !fresh) {
    wrong(s, "rule id '" + r.id + "' is taken by line " + std::to_string(first->second.line));
  }
  const auto parts = cut(std::string_view(s.rest).substr(colon + 1), ';');
  take_pattern(r, parts[0], s);
  for (std::size_t i = 1; i < parts.size(); ++i) take_option(r, parts[i], s);
  check_rule(r, s);
  if (!mark) made_->needed_.push_back(needed_by(r));
  (mark ? made_->marks_ : made_->rules_).push_back(std::move(r));
}

void lexicon_builder::take_pattern(rule& r, std::string_view pattern, const statement& s) {
  int gap = 0;
  for (auto text : cut_words(pattern)) {
    if (text.starts_with("..")) {
      gap = text == ".." ? 3 : text == "..." ? 6 : 0;
      if (gap == 0 && !number(text.substr(2), 20, gap, s)) return;
      continue;
    }
    element e;
    e.gap = static_cast<std::uint8_t>(gap);
    e.optional = text.size() > 1 && text.ends_with('?');
    if (e.optional) text.pop_back();
    e.what = symbol_for(text, s);
    r.elements.push_back(e);
    gap = 0;
  }
  // A pattern that appears twice can never be the reason: the first one is.
  std::string key(pattern);
  for (const auto& part : cut(std::string_view(s.rest).substr(s.rest.find(':') + 1), ';')) key += ";" + part;
  if (const auto [first, fresh] = patterns_.try_emplace(key, r.id); !fresh) {
    wrong(s, "unreachable: the same pattern as '" + first->second + "'");
  }
}

void lexicon_builder::take_option(rule& r, const std::string& option, const statement& s) {
  const auto words = cut_words(option);
  if (words.empty()) return;
  if (words[0] == "not" || words[0] == "with") {
    take_guard(r, words, s);
  } else if (option == "act") {
    r.act = true;
  } else if (option == "alone") {
    r.alone = true;
  } else if (words[0] == "cover" && words.size() == 3) {
    int before = 0;
    int after = 0;
    if (!number(words[1], 30, before, s) || !number(words[2], 30, after, s)) return;
    r.cover_before = static_cast<std::uint8_t>(before);
    r.cover_after = static_cast<std::uint8_t>(after);
  } else if (words[0] == "ignores") {
    for (std::size_t i = 1; i < words.size(); ++i) {
      const auto m = named<modifier>(modifier_names, words[i]);
      if (!m) wrong(s, "unknown modifier '" + words[i] + "'");
      if (m) r.ignores = static_cast<std::uint8_t>(r.ignores | (1U << static_cast<unsigned>(*m)));
    }
  } else if (words[0] == "only" || words[0] == "room") {
    if (words[0] == "only") r.rooms = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const auto equals = words[i].find('=');
      const auto room = named<room_profile>(room_profile_names, std::string_view(words[i]).substr(0, equals));
      const auto says = equals == std::string::npos
                            ? std::optional<level>{}
                            : named<level>(level_names, std::string_view(words[i]).substr(equals + 1));
      if (!room || (words[0] == "room" && !says)) {
        wrong(s, "unknown room or level '" + words[i] + "'");
      } else if (words[0] == "only") {
        r.rooms = static_cast<std::uint8_t>(r.rooms | (1U << static_cast<unsigned>(*room)));
      } else {
        r.in_room[static_cast<std::size_t>(*room)] = says;
      }
    }
  } else {
    wrong(s, "unknown option '" + option + "'");
  }
}

void lexicon_builder::take_guard(rule& r, const std::vector<std::string>& words, const statement& s) {
  guard g;
  int distance = 0;
  std::size_t at = 1;
  if (words[0] == "with") {
    g.at = guard::where::with;
  } else {
    const std::string place = words.size() > 1 ? words[1] : "";
    if (place == "before")
      g.at = guard::where::before;
    else if (place == "after")
      g.at = guard::where::after;
    else if (place == "near")
      g.at = guard::where::near;
    else if (place == "inside")
      g.at = guard::where::inside;
    else
      return wrong(s, "expected: not before|after|near N X, or not inside X");
    at = 2;
  }
  if (g.at != guard::where::inside) {
    if (at >= words.size() || !number(words[at], 30, distance, s)) return;
    ++at;
  }
  if (at + 1 != words.size()) return wrong(s, "a guard names one class, word or (a|b)");
  g.distance = static_cast<std::uint8_t>(distance);
  g.what = symbol_for(words[at], s);
  r.guards.push_back(g);
}

void lexicon_builder::check_rule(const rule& r, const statement& s) {
  if (r.elements.empty()) return wrong(s, "unreachable: the pattern is empty");
  if (r.elements.size() > elements_max) wrong(s, "a pattern has at most 16 steps");
  if (r.elements.front().optional || r.elements.back().optional) wrong(s, "the ends of a pattern are not optional");
  if (r.rooms == 0) wrong(s, "unreachable: alive in no room");
  int reach = 0;
  for (const auto& e : r.elements) reach += e.gap + 1;
  if (reach > 40) wrong(s, "unreachable in part: a pattern spans at most 40 words");
}

parsed_lexicon parse_lexicon(std::span<const lexicon_source> files) { return lexicon_builder(files).build(); }

}  // namespace nightlight::domain::care
