#include "domain/moderation/word_rules_text.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "domain/care/level.hpp"
#include "domain/care/lexicon_statements.hpp"

namespace nightlight::domain {
namespace {

constexpr std::string_view except_mark = "; except ";

class text_reader {
 public:
  explicit text_reader(std::span<const word_rules_source> layers) : layers_(layers), rules_(layers.size()) {
    places_.resize(layers.size());
  }

  parsed_word_rules read() {
    for (layer_ = 0; layer_ < layers_.size(); ++layer_) {
      const auto& source = layers_[layer_];
      if (source.content.size() > word_rules_text_bytes_max) {
        wrong(layer_, 1, "longer than " + std::to_string(word_rules_text_bytes_max) + " bytes");
        continue;
      }
      const care::lexicon_source same{source.name, source.content};
      for (const care::statement& s : care::statements_of(std::span(&same, 1))) take(s);
    }
    made_word_rules made = make_word_rules(rules_);
    for (const word_rule_problem& p : made.problems) {
      wrong(p.layer, places_[p.layer][p.index], p.what);
    }
    std::ranges::stable_sort(problems_, {}, [](const placed_problem& p) { return std::pair(p.layer, p.problem.line); });
    parsed_word_rules out;
    for (placed_problem& p : problems_) out.problems.push_back(std::move(p.problem));
    if (out.problems.empty()) out.made = std::move(made.made);
    return out;
  }

 private:
  struct placed_problem {
    std::size_t layer = 0;
    word_rules_text_problem problem;
  };

  void wrong(std::size_t layer, std::size_t line, std::string what) {
    problems_.push_back({layer, {layers_[layer].name, line, std::move(what)}});
  }
  void wrong(const care::statement& s, std::string what) { wrong(layer_, s.line, std::move(what)); }

  void take(const care::statement& s) {
    const auto how = care::named<looks_for>(looks_for_names, s.keyword);
    if (!how)
      return wrong(s, "expected word, prefix, contains, pattern or switch in place of '" + shown(s.keyword) + "'");
    std::string_view head = s.rest;
    std::string_view texts;
    std::string_view except;
    const std::size_t colon = *how == looks_for::switched ? std::string_view::npos : head.find(':');
    if (colon != std::string_view::npos) {
      texts = head.substr(colon + 1);
      head = head.substr(0, colon);
    }
    std::string_view& tail = colon == std::string_view::npos ? head : texts;
    if (const std::size_t mark = tail.rfind(except_mark); mark != std::string_view::npos) {
      except = tail.substr(mark + except_mark.size());
      tail = tail.substr(0, mark);
    }
    const auto named = care::cut_words(head);
    if (named.size() != 2 || (colon == std::string_view::npos && *how != looks_for::switched)) {
      return wrong(s, *how == looks_for::switched ? "expected: switch ID ACTION ; except TEXT, TEXT"
                                                  : "expected: " + s.keyword + " ID ACTION : TEXT");
    }
    const auto action = care::named<word_action>(word_action_names, named[1]);
    if (!action) return wrong(s, "'" + shown(named[1]) + "' is no action: write hold, rephrase, alert or off");
    word_rule rule;
    rule.id = named[0];
    rule.how = *how;
    rule.action = *action;
    if (*how == looks_for::pattern) {
      rule.texts.emplace_back(care::trimmed(texts));
      if (rule.texts[0].empty()) rule.texts.clear();
    } else {
      rule.texts = listed(texts);
    }
    rule.except = listed(except);
    rules_[layer_].push_back(std::move(rule));
    places_[layer_].push_back(s.line);
  }

  // "a, b c" is two texts; a comma cannot be looked for.
  static std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
      const std::size_t comma = std::min(text.find(','), text.size());
      const std::string_view part = care::trimmed(text.substr(0, comma));
      if (!part.empty()) parts.emplace_back(part);
      text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
  }

  static std::string shown(const std::string& word) {
    constexpr std::size_t shown_max = 40;
    return word.size() <= shown_max ? word : "a very long word";
  }

  std::span<const word_rules_source> layers_;
  std::size_t layer_ = 0;
  std::vector<std::vector<word_rule>> rules_;
  std::vector<std::vector<std::size_t>> places_;  // the line of each rule
  std::vector<placed_problem> problems_;
};

}  // namespace

parsed_word_rules parse_word_rules(std::span<const word_rules_source> layers) { return text_reader(layers).read(); }

}  // namespace nightlight::domain
