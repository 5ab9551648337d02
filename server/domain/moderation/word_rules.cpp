#include "domain/moderation/word_rules.hpp"

#include <algorithm>

#include "domain/moderation/built_in_rules.hpp"
#include "domain/moderation/folded_text.hpp"

namespace nightlight::domain {
namespace {

constexpr std::size_t matches_of_a_rule_max = 16;
constexpr std::size_t excepted_of_a_rule_max = 64;

// The built-in patterns, the same for every room: made once.
struct built_in_part {
  std::size_t rule = 0;
  pattern_set unless;  // one, or none
};
struct built_in_patterns {
  pattern_set looks_for;
  std::vector<built_in_part> parts;  // by the number in looks_for
};

const built_in_patterns& of_built_in_rules() {
  static const built_in_patterns all = [] {
    built_in_patterns made;
    for (std::size_t rule = 0; rule < built_in_rules().size(); ++rule) {
      for (const built_in_pattern& p : built_in_rules()[rule].patterns) {
        made.looks_for.add(p.looks_for);
        built_in_part& part = made.parts.emplace_back();
        part.rule = rule;
        if (!p.unless.empty()) part.unless.add(p.unless);
      }
    }
    made.looks_for.finish();
    return made;
  }();
  return all;
}

}  // namespace

class judging {
 public:
  judging(const word_rules& rules, std::string_view typed)
      : rules_(rules), folded_(fold(typed)), text_(folded_.text), ranges_(rules.rules_.size()) {}

  word_verdict run() {
    find_phrases();
    for (const int number : rules_.patterns_.occurring(text_)) {
      const auto which = static_cast<std::size_t>(number);
      look(rules_.patterns_, which, rules_.rule_of_pattern_[which], nullptr);
    }
    const built_in_patterns& ours = of_built_in_rules();
    for (const int number : ours.looks_for.occurring(text_)) {
      const auto which = static_cast<std::size_t>(number);
      const built_in_part& part = ours.parts[which];
      const int rule = rules_.rule_of_built_in_[part.rule];
      if (rule >= 0) look(ours.looks_for, which, static_cast<std::size_t>(rule), &part);
    }
    return verdict();
  }

 private:
  struct phrase_place {
    phrase_finder::phrase_id phrase = 0;
    text_range range;
    bool last = false;  // the last that is looked at: it counts whatever stands around it
  };

  // All phrases in one pass, of each no more than can change the answer.
  void find_phrases() {
    if (rules_.phrases_.size() == 0) return;
    std::vector<std::size_t> seen(rules_.phrases_.size());
    rules_.phrases_.each(text_, [&](phrase_finder::phrase_id phrase, std::size_t begin, std::size_t end) {
      if (seen[phrase] >= excepted_of_a_rule_max) return;
      const auto fits = [&](const auto& use) {
        return (!use.from_word_begin || begins_a_word(text_, begin)) && (!use.to_word_end || ends_a_word(text_, end));
      };
      const auto& uses = rules_.uses_[phrase];
      const bool as_word = begins_a_word(text_, begin) && ends_a_word(text_, end);  // what an exception needs
      if (!as_word && std::ranges::none_of(uses, fits)) return;
      places_.push_back({phrase, {begin, end}, ++seen[phrase] == excepted_of_a_rule_max});
    });
    // By phrase, for exceptions; within one they keep their order.
    std::ranges::stable_sort(places_, {}, &phrase_place::phrase);
    for (const phrase_place& place : places_) {
      for (const auto& use : rules_.uses_[place.phrase]) {
        if (use.from_word_begin && !begins_a_word(text_, place.range.begin)) continue;
        if (use.to_word_end && !ends_a_word(text_, place.range.end)) continue;
        if (place.last || !is_excepted(use.rule, place.range)) keep(use.rule, place.range);
      }
    }
  }

  void keep(std::size_t rule, text_range range) {
    if (ranges_[rule].size() < matches_of_a_rule_max) ranges_[rule].push_back(range);
  }

  bool is_excepted(std::size_t rule, text_range range) const {
    for (const phrase_finder::phrase_id phrase : rules_.rules_[rule].except) {
      for (const phrase_place& place : std::ranges::equal_range(places_, phrase, {}, &phrase_place::phrase)) {
        if (!place.range.touches(range)) continue;
        if (begins_a_word(text_, place.range.begin) && ends_a_word(text_, place.range.end)) return true;
      }
    }
    return false;
  }

  // What a built-in pattern leaves alone, found only as far as it is needed. Ranges are asked about in their order.
  class left_alone {
   public:
    left_alone(const pattern_set* unless, std::string_view text) : unless_(unless), text_(text) {}

    bool touches(const text_range& range) {
      while (!over_ && newest_.end <= range.begin && places_ < excepted_of_a_rule_max) {
        over_ = unless_ == nullptr || !unless_->find(0, text_, from_, newest_);
        if (over_) break;
        from_ = newest_.begin < newest_.end ? newest_.end : next_character(text_, newest_.begin);
        ++places_;
      }
      return !over_ && newest_.touches(range);
    }

   private:
    const pattern_set* unless_;
    std::string_view text_;
    std::size_t from_ = 0;
    std::size_t places_ = 0;
    text_range newest_;
    bool over_ = false;
  };

  // All places of one pattern. The count of what is passed over bounds the time, whatever is written.
  void look(const pattern_set& patterns, std::size_t number, std::size_t rule, const built_in_part* built_in) {
    const bool has_unless = built_in != nullptr && built_in->unless.size() > 0;
    left_alone unless(has_unless ? &built_in->unless : nullptr, text_);
    std::size_t passed_over = 0;
    std::size_t from = 0;
    text_range at;
    while (ranges_[rule].size() < matches_of_a_rule_max && patterns.find(number, text_, from, at)) {
      const bool splits_a_word = !begins_a_word(text_, at.begin) || !ends_a_word(text_, at.end);
      const bool counts = at.begin < at.end && !(built_in != nullptr && splits_a_word);
      from = counts ? at.end : next_character(text_, at.begin);
      const bool trusted = passed_over < excepted_of_a_rule_max;
      if (counts && !(trusted && (unless.touches(at) || is_excepted(rule, at)))) {
        keep(rule, at);
      } else if (++passed_over > 2 * excepted_of_a_rule_max) {
        return;
      }
    }
  }

  word_verdict verdict() {
    word_verdict out;
    for (std::size_t rule = 0; rule < ranges_.size(); ++rule) {
      auto& ranges = ranges_[rule];
      std::ranges::sort(ranges, {}, &text_range::begin);
      text_range open;
      for (std::size_t i = 0; i < ranges.size(); ++i) {
        open =
            i > 0 && ranges[i].begin < open.end ? text_range{open.begin, std::max(open.end, ranges[i].end)} : ranges[i];
        if (i + 1 < ranges.size() && ranges[i + 1].begin < open.end) continue;
        const auto& kept = rules_.rules_[rule];
        out.matches.push_back({kept.id, kept.action, folded_.typed_between(open.begin, open.end)});
      }
    }
    std::ranges::stable_sort(out.matches, [](const word_match& a, const word_match& b) {
      return a.action != b.action ? a.action > b.action : a.span.begin < b.span.begin;
    });
    return out;
  }

  const word_rules& rules_;
  const folded_text folded_;
  const std::string_view text_;
  std::vector<phrase_place> places_;
  std::vector<std::vector<text_range>> ranges_;  // by rule
};

word_verdict judge(const word_rules& rules, std::string_view text) { return judging(rules, text).run(); }

}  // namespace nightlight::domain
