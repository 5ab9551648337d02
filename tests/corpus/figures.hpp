// How well the lexicon hears the corpus: recall per level, category and language, and what it wrongly rings for.
#pragma once

#include <iosfwd>
#include <map>
#include <span>
#include <string>

#include "corpus/corpus.hpp"
#include "domain/care/screen.hpp"

namespace nightlight::corpus {

struct share {
  int hit = 0;
  int of = 0;
  void add(bool yes) {
    hit += yes ? 1 : 0;
    ++of;
  }
  double value() const { return of == 0 ? 1.0 : static_cast<double>(hit) / of; }
};

struct figures {
  share red;          // red items called red
  share amber;        // red and amber items called amber or more
  share soft;         // positives called soft or more
  share trap_alerts;  // traps called amber or more
  share trap_any;     // traps called anything
  share everyday_alerts;
  share everyday_any;
  share intrusive_red;  // items that are only intrusive thoughts, called red
  share red_precision;  // what was called red, and is
  std::map<std::string, share> red_by_language;
  std::map<std::string, share> amber_by_language;
  std::map<std::string, share> soft_by_language;
  std::map<domain::care::category, std::map<std::string, share>> level_reached;  // per category and language
  std::map<domain::care::category, share> precision;  // alerts naming the category on items that are about it
};

void add(figures& f, const domain::care::lexicon& lex, const item& i);

// Adds up the items of one part.
figures measure(const domain::care::lexicon& lex, std::span<const item> items, bool check);

void print(std::ostream& out, const std::string& title, const figures& f);

}  // namespace nightlight::corpus
