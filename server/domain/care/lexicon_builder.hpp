// Collects what the statements of a lexicon say, with every mistake and its place, and then makes the lexicon.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/care/lexicon.hpp"
#include "domain/care/lexicon_statements.hpp"

namespace nightlight::domain::care {

// "C1" … "C12"; 0 when it is none of them.
category category_named(std::string_view text);

class lexicon_builder {
 public:
  explicit lexicon_builder(std::span<const lexicon_source> files);
  parsed_lexicon build();

 private:
  struct word_class {
    std::vector<std::string> entries;
    statement from;
    bool lemma = false;
    bool named = false;  // written by a person, not made for one element of a rule
  };

  void take(const statement& s);
  void take_class(const statement& s, bool lemma);
  void take_expansion(const statement& s);
  void take_rule(const statement& s, bool mark);
  void take_pattern(rule& r, std::string_view pattern, const statement& s);
  void take_option(rule& r, const std::string& option, const statement& s);
  void take_guard(rule& r, const std::vector<std::string>& words, const statement& s);
  void take_concept(const statement& s);
  void take_weight(const statement& s);
  void take_bias(const statement& s);
  void take_demand(const statement& s);
  bool take_sums(const std::vector<std::string>& words, std::size_t from, evidence_sums& sums, const statement& s);
  bool real(const std::string& text, float& value, const statement& s);
  void check_rule(const rule& r, const statement& s);

  symbol symbol_for(const std::string& text, const statement& s);
  void fill_symbols();
  void fill_entry(const std::string& entry, symbol s);
  void collect(const std::string& name, std::set<std::string>& entries, std::set<std::string>& seen);
  void fill_names();
  std::vector<word_id> canonical(std::string_view phrase);
  void add_phrase(const std::vector<word_id>& words, symbol s);
  void wrong(const statement& s, std::string what);
  bool number(const std::string& text, int most, int& value, const statement& s);

  std::span<const lexicon_source> files_;
  std::shared_ptr<lexicon> made_ = std::make_shared<lexicon>();
  std::vector<lexicon_problem> problems_;
  std::map<std::string, word_class> classes_;
  std::map<std::string, symbol> symbols_;
  std::map<std::string, statement> rule_ids_;
  std::map<std::string, std::string> patterns_;
};

}  // namespace nightlight::domain::care
