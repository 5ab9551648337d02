// The word rules of one room: the built-in ones, its organisation's and its own, made once and then asked about every
// message. What is done with the answer is the business of the room; staff and canned texts are not asked about at all.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/care/normalise.hpp"
#include "domain/moderation/pattern_set.hpp"
#include "domain/moderation/phrase_finder.hpp"
#include "domain/moderation/word_rule.hpp"

namespace nightlight::domain {

struct word_match {
  std::string rule;
  word_action action = word_action::off;
  care::span16 span;  // of the text as it was typed
  friend bool operator==(const word_match&, const word_match&) = default;
};

struct word_verdict {
  std::vector<word_match> matches;  // strongest action first, then in the order of the text
  word_action strongest() const { return matches.empty() ? word_action::off : matches.front().action; }
};

// Never changes once it is made; may be asked from several threads.
class word_rules {
 private:
  struct phrase_use {
    std::uint32_t rule = 0;
    bool from_word_begin = false;
    bool to_word_end = false;
  };
  struct kept_rule {
    std::string id;
    word_action action = word_action::off;
    std::vector<phrase_finder::phrase_id> except;
  };

  std::vector<kept_rule> rules_;  // those that are not off
  phrase_finder phrases_;
  std::vector<std::vector<phrase_use>> uses_;  // by phrase
  pattern_set patterns_;
  std::vector<std::uint32_t> rule_of_pattern_;
  std::vector<int> rule_of_built_in_;  // by its number; -1 when it is off

  friend class word_rules_builder;
  friend class judging;
};

// What is wrong with one rule of one layer, in words for whoever wrote it.
struct word_rule_problem {
  std::size_t layer = 0;
  std::size_t index = 0;
  std::string what;
};

struct made_word_rules {
  std::shared_ptr<const word_rules> made;  // null when there is any problem
  std::vector<word_rule_problem> problems;
};

// The organisation's rules first, then a room's: a later layer's rule takes the place of one with its id. Without any
// layer these are the built-in rules alone.
made_word_rules make_word_rules(std::span<const std::vector<word_rule>> layers);

// Every match, at most 16 of one rule; what overlaps within a rule is one match. Linear in the text. Somebody
// who writes an exception 64 times hides something: after that it excepts no more.
word_verdict judge(const word_rules& rules, std::string_view text);

}  // namespace nightlight::domain
