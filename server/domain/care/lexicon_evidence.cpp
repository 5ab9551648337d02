// The part of a lexicon that evidence is made of: concepts, weights, and how sure they must be.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "domain/care/lexicon_builder.hpp"
#include "domain/care/normalise.hpp"

namespace nightlight::domain::care {
namespace {

constexpr float weight_max = 30.0F;

bool is_evidence_name(std::string_view text) {
  return text.size() > 2 && text[1] == ':' && std::string_view("wpcr").find(text[0]) != std::string_view::npos;
}

}  // namespace

bool lexicon_builder::real(const std::string& text, float& value, const statement& s) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc{} && end == text.data() + text.size() && std::fabs(value) <= weight_max) return true;
  wrong(s, "bad weight '" + text + "'");
  return false;
}

void lexicon_builder::take_concept(const statement& s) {
  const auto equals = s.rest.find('=');
  const std::string name(trimmed(std::string_view(s.rest).substr(0, equals)));
  if (equals == std::string::npos || name.empty() || made_->concepts_.full()) {
    return wrong(s, "expected: concept NAME = word, word, … (at most 96 of them)");
  }
  const auto id = made_->concepts_.named(name);
  for (const auto& entry : cut(std::string_view(s.rest).substr(equals + 1), ',')) {
    std::string key;
    std::size_t words = 0;
    for (const auto& word : plain_words(entry)) {
      if (word.what == plain_word::kind::sentence_end) continue;
      key += (words++ == 0 ? "" : " ") + word.text;
    }
    if (entry.ends_with('*')) key += '*';
    if (words == 0 || words > concept_words_max) return wrong(s, "a concept holds one to five words: '" + entry + "'");
    made_->concepts_.add(key, id);
  }
}

// "any 0.31 C1 -0.20 page 0.10": what is not named says nothing.
bool lexicon_builder::take_sums(const std::vector<std::string>& words, std::size_t from, evidence_sums& sums,
                                const statement& s) {
  for (std::size_t i = from; i + 1 < words.size(); i += 2) {
    const std::size_t about = words[i] == "any"    ? anything
                              : words[i] == "page" ? paged
                              : words[i] == "tell" ? told
                                                   : category_named(words[i]);
    if (about == anything && words[i] != "any") {
      wrong(s, "unknown category '" + words[i] + "'");
      return false;
    }
    if (!real(words[i + 1], sums[about], s)) return false;
  }
  return true;
}

void lexicon_builder::take_weight(const statement& s) {
  const auto words = cut_words(s.rest);
  if (words.size() < 4 || words.size() % 2 != 0 || !is_evidence_name(words[0])) {
    return wrong(s, "expected: weight w:|p:|c:|r:NAME size any|CATEGORY|page|tell number …");
  }
  evidence_weight weight;
  if (!real(words[1], weight.size, s) || !take_sums(words, 2, weight.says, s)) return;
  if (!made_->weights_.add(words[0], weight)) wrong(s, "'" + words[0] + "' has a weight already");
}

void lexicon_builder::take_bias(const statement& s) {
  const auto words = cut_words(s.rest);
  if (words.empty() || words.size() % 2 != 0) return wrong(s, "expected: bias any|CATEGORY|page|tell number …");
  take_sums(words, 0, made_->weights_.bias, s);
}

void lexicon_builder::take_demand(const statement& s) {
  const auto words = cut_words(s.rest);
  auto& d = made_->weights_.demands;
  const std::array<std::pair<std::string_view, float*>, 8> known{{{"soft", &d.soft},
                                                                  {"amber", &d.amber},
                                                                  {"red", &d.red},
                                                                  {"page", &d.page},
                                                                  {"join", &d.join},
                                                                  {"fear", &d.fear},
                                                                  {"calm", &d.calm},
                                                                  {"against", &d.against}}};
  const auto named = std::ranges::find_if(known, [&](const auto& k) { return !words.empty() && k.first == words[0]; });
  if (words.size() != 2 || named == known.end())
    return wrong(s, "expected: demand soft|amber|red|page|join|fear|calm|against number");
  real(words[1], *named->second, s);
}

}  // namespace nightlight::domain::care
