#include "corpus/figures.hpp"

#include <algorithm>
#include <iomanip>
#include <ostream>
#include <set>

namespace nightlight::corpus {
namespace {

using domain::care::category;
using domain::care::level;

void add_positive(figures& f, const item& i, level said) {
  if (i.expected == level::red) {
    f.red.add(said == level::red);
    f.red_by_language[i.language].add(said == level::red);
  }
  if (i.expected >= level::amber) {
    f.amber.add(said >= level::amber);
    f.amber_by_language[i.language].add(said >= level::amber);
  }
  f.soft.add(said >= level::soft);
  f.soft_by_language[i.language].add(said >= level::soft);
  for (const category c : i.categories) {
    f.level_reached[c][i.language].add(said >= i.expected);
    f.level_reached[c]["all"].add(said >= i.expected);
  }
  if (i.only_intrusive()) f.intrusive_red.add(said == level::red);
}

void print_share(std::ostream& out, const share& s) {
  out << std::setw(4) << s.hit << "/" << std::left << std::setw(4) << s.of << std::right << " " << std::fixed
      << std::setprecision(3) << s.value();
}

void print_by_language(std::ostream& out, const std::string& name, const share& all,
                       const std::map<std::string, share>& by_language) {
  out << "  " << std::left << std::setw(34) << name << std::right;
  print_share(out, all);
  for (const auto& [language, s] : by_language) out << "   " << language << " " << std::setprecision(3) << s.value();
  out << "\n";
}

}  // namespace

void add(figures& f, const domain::care::lexicon& lex, const item& i) {
  const auto said = i.said();
  const auto verdict = domain::care::screen(lex, i.room, said);
  if (i.what == kind::positive) add_positive(f, i, verdict.says);
  if (verdict.says == level::red) f.red_precision.add(i.expected == level::red);
  if (i.what == kind::trap) {
    f.trap_alerts.add(verdict.says >= level::amber);
    f.trap_any.add(verdict.says >= level::soft);
  }
  if (i.what == kind::everyday) {
    f.everyday_alerts.add(verdict.says >= level::amber);
    f.everyday_any.add(verdict.says >= level::soft);
  }
  std::set<category> told;
  for (const auto& h : verdict.hits) {
    if (h.says >= level::soft) told.insert(h.about);
  }
  for (const category c : told) {
    f.precision[c].add(std::find(i.categories.begin(), i.categories.end(), c) != i.categories.end());
  }
}

figures measure(const domain::care::lexicon& lex, std::span<const item> items, bool check) {
  figures f;
  for (const item& i : items) {
    if (i.check == check) add(f, lex, i);
  }
  return f;
}

void print(std::ostream& out, const std::string& title, const figures& f) {
  out << title << "\n";
  print_by_language(out, "red called red", f.red, f.red_by_language);
  print_by_language(out, "red and amber called amber or more", f.amber, f.amber_by_language);
  print_by_language(out, "all positives called soft or more", f.soft, f.soft_by_language);
  print_by_language(out, "false alerts on traps", f.trap_alerts, {});
  print_by_language(out, "  and soft ones", f.trap_any, {});
  print_by_language(out, "false alerts on everyday words", f.everyday_alerts, {});
  print_by_language(out, "  and soft ones", f.everyday_any, {});
  print_by_language(out, "only intrusive thoughts called red", f.intrusive_red, {});
  print_by_language(out, "called red and rightly so", f.red_precision, {});
  for (const auto& [c, by_language] : f.level_reached) {
    out << "  C" << std::left << std::setw(3) << static_cast<int>(c) << std::right << "recall ";
    print_share(out, by_language.at("all"));
    for (const auto& [language, s] : by_language) {
      if (language != "all") out << "   " << language << " " << std::setprecision(3) << s.value();
    }
    const auto told = f.precision.find(c);
    if (told != f.precision.end()) {
      out << "   precision ";
      print_share(out, told->second);
    }
    out << "\n";
  }
}

}  // namespace nightlight::corpus
