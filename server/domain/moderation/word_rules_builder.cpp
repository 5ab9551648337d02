// Makes word rules from layers of them, with every mistake and its place.
#include <algorithm>
#include <map>

#include "domain/moderation/built_in_rules.hpp"
#include "domain/moderation/folded_text.hpp"
#include "domain/moderation/word_rules.hpp"

namespace nightlight::domain {
namespace {

bool is_id(std::string_view id) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && id.size() <= word_rule_id_max && std::ranges::all_of(id, allowed);
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// A name of any length in a sentence for people.
std::string quoted(std::string_view text) {
  constexpr std::size_t shown_max = 40;
  if (text.size() <= shown_max) return "'" + std::string(text) + "'";
  std::size_t end = shown_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "'" + std::string(text.substr(0, end)) + "…'";
}

// How a phrase is looked for: folded, without spaces around it.
std::string phrase_of(std::string_view text) {
  std::string folded = fold(text).text;
  const auto first = folded.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return folded.substr(first, folded.find_last_not_of(' ') - first + 1);
}

std::string built_in_ids() {
  std::string all;
  for (const built_in_rule& b : built_in_rules()) all += (all.empty() ? "" : ", ") + std::string(b.id);
  return all;
}

bool is_built_in(std::string_view id) {
  return std::ranges::any_of(built_in_rules(), [&](const built_in_rule& b) { return b.id == id; });
}

}  // namespace

class word_rules_builder {
 public:
  made_word_rules build(std::span<const std::vector<word_rule>> layers) {
    for (const built_in_rule& b : built_in_rules()) {
      word_rule standing;
      standing.id = b.id;
      standing.how = looks_for::switched;
      standing.action = b.action;
      standing_.emplace(standing.id, std::move(standing));
    }
    std::size_t total = 0;
    for (layer_ = 0; layer_ < layers.size(); ++layer_) {
      std::map<std::string, std::size_t, std::less<>> seen;
      for (index_ = 0; index_ < layers[layer_].size(); ++index_) {
        const word_rule& rule = layers[layer_][index_];
        if (++total > word_rules_max) {
          wrong("more than " + std::to_string(word_rules_max) + " rules");
          return {nullptr, std::move(problems_)};
        }
        if (!seen.try_emplace(rule.id, index_).second) {
          wrong(quoted(rule.id) + " is the name of a rule above");
        } else if (is_sound(rule)) {
          take(rule);
        }
      }
    }
    if (!problems_.empty()) return {nullptr, std::move(problems_)};
    return {finished(), {}};
  }

 private:
  void wrong(std::string what) { problems_.push_back({layer_, index_, std::move(what)}); }

  bool is_sound(const word_rule& rule) {
    const std::size_t before = problems_.size();
    if (!is_id(rule.id)) {
      wrong(quoted(rule.id) + " cannot be a name: write 1 to 32 of a-z, 0-9 and '-'");
    } else if (rule.how == looks_for::switched && !standing_.contains(rule.id)) {
      wrong("no rule is called " + quoted(rule.id) + "; the built-in ones are " + built_in_ids());
    } else if (rule.how != looks_for::switched && is_built_in(rule.id)) {
      wrong(quoted(rule.id) + " is a built-in rule: switch it, or choose another name");
    }
    if (rule.action > word_action::hold) wrong("unknown action");
    if (rule.how > looks_for::switched) wrong("unknown way of looking");
    check_texts(rule);
    check_phrases(rule.except, "an exception");
    return problems_.size() == before;
  }

  void check_texts(const word_rule& rule) {
    if (rule.how == looks_for::switched) {
      if (!rule.texts.empty()) wrong("a rule that is switched looks for nothing more");
      return;
    }
    if (rule.texts.empty()) return wrong("looks for nothing");
    if (rule.how != looks_for::pattern) return check_phrases(rule.texts, "a text");
    if (rule.texts.size() > 1) return wrong("one pattern for each rule");
    if (characters_in(rule.texts[0]) > word_rule_text_code_points_max) return too_long("the pattern");
    if (const std::string problem = pattern_set::problem_with(rule.texts[0]); !problem.empty()) wrong(problem);
  }

  void check_phrases(const std::vector<std::string>& phrases, const std::string& each) {
    if (phrases.size() > word_rule_texts_max) {
      return wrong("more than " + std::to_string(word_rule_texts_max) + " texts or exceptions in one rule");
    }
    for (const std::string& phrase : phrases) {
      if (characters_in(phrase) > word_rule_text_code_points_max) {
        too_long(each);
      } else if (phrase_of(phrase).empty()) {
        wrong(each + " is empty");
      }
    }
  }

  void too_long(const std::string& what) {
    wrong(what + " is longer than " + std::to_string(word_rule_text_code_points_max) + " characters");
  }

  // A later layer replaces a rule, or switches it and adds to what it excepts.
  void take(const word_rule& rule) {
    if (rule.how != looks_for::switched) {
      standing_.insert_or_assign(rule.id, rule);
      return;
    }
    word_rule& standing = standing_.at(rule.id);
    standing.action = rule.action;
    standing.except.insert(standing.except.end(), rule.except.begin(), rule.except.end());
  }

  std::shared_ptr<const word_rules> finished() {
    auto made = std::make_shared<word_rules>();
    made->rule_of_built_in_.assign(built_in_rules().size(), -1);
    for (const auto& [id, rule] : standing_) {
      if (rule.action != word_action::off) keep(*made, rule);
    }
    made->phrases_.finish();
    made->patterns_.finish();
    return made;
  }

  static void keep(word_rules& into, const word_rule& rule) {
    const auto number = static_cast<std::uint32_t>(into.rules_.size());
    into.rules_.push_back({rule.id, rule.action, {}});
    for (const std::string& text : rule.except) into.rules_.back().except.push_back(phrase(into, text));
    if (rule.how == looks_for::switched) {
      const auto same = [&](const built_in_rule& b) { return b.id == rule.id; };
      const auto place = std::ranges::find_if(built_in_rules(), same) - built_in_rules().begin();
      into.rule_of_built_in_[static_cast<std::size_t>(place)] = static_cast<int>(number);
      return;
    }
    if (rule.how == looks_for::pattern) {
      into.patterns_.add(rule.texts[0]);
      into.rule_of_pattern_.push_back(number);
      return;
    }
    const bool begins = rule.how == looks_for::word || rule.how == looks_for::prefix;
    const bool ends = rule.how == looks_for::word;
    for (const std::string& text : rule.texts) into.uses_[phrase(into, text)].push_back({number, begins, ends});
  }

  static phrase_finder::phrase_id phrase(word_rules& into, std::string_view text) {
    const phrase_finder::phrase_id id = into.phrases_.add(phrase_of(text));
    into.uses_.resize(into.phrases_.size());
    return id;
  }

  std::size_t layer_ = 0;
  std::size_t index_ = 0;
  std::vector<word_rule_problem> problems_;
  std::map<std::string, word_rule, std::less<>> standing_;
};

made_word_rules make_word_rules(std::span<const std::vector<word_rule>> layers) {
  return word_rules_builder().build(layers);
}

}  // namespace nightlight::domain
