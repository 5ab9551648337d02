#include "screening/cross.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>

#include "corpus/figures.hpp"
#include "domain/care/weighing.hpp"
#include "screening/train.hpp"

namespace nightlight::corpus {
namespace {

namespace care = domain::care;

constexpr int fifths = 5;
// Who wrote what; each turn leaves out all that one to three hands wrote, the harmless messages too.
constexpr int turns_by_writer = 7;
struct batch {
  std::string_view begins;  // without the letter for what it is, where one hand wrote all of them
  int turn;
};
constexpr std::array<batch, 39> batches{
    {{"p5e-", 0}, {"t5-", 0},  {"p5m-", 1}, {"e5-", 1},  {"p5s-", 2}, {"t6-", 2},  {"p6e-", 3}, {"t7-", 3},
     {"p6f-", 4}, {"e6-", 4},  {"p6s-", 5}, {"8a-", 4},  {"8b-", 5},  {"9a-", 6},  {"10e-", 0}, {"10f-", 1},
     {"10g-", 2}, {"10h-", 3}, {"10i-", 6}, {"11j-", 4}, {"11k-", 5}, {"11l-", 0}, {"12a-", 1}, {"12b-", 2},
     {"12c-", 3}, {"12d-", 5}, {"12e-", 6}, {"12f-", 0}, {"12g-", 4}, {"12h-", 2}, {"12i-", 3}, {"12j-", 1},
     {"12k-", 5}, {"12l-", 6}, {"12m-", 4}, {"12q-", 0}, {"12r-", 2}, {"12s-", 6}, {"12u-", 5}}};

// Which messages are left out together; -1 for those that always teach. The batches the rules were tuned on always
// teach.
int turn_of(const item& i, leaving_out how) {
  if (rules_were_tuned_on(i)) return -1;
  const auto dealt = care::hashed(i.id) >> 17;
  if (how == leaving_out::random_fifths) return static_cast<int>(dealt % fifths);
  const auto own = std::ranges::find_if(batches, [&](const batch& b) {
    return i.id.starts_with(b.begins) || std::string_view(i.id).substr(1).starts_with(b.begins);
  });
  return own != batches.end() ? own->turn : static_cast<int>(dealt % turns_by_writer);
}

void print_sums(std::ostream& out, const care::lexicon& lex, const item& i) {
  const auto said = i.said();
  const auto heard = care::hear(lex, said);
  const auto found = care::find_rules(lex, i.room, heard);
  const auto w = care::weigh(lex, heard, found);
  auto rules = care::level::none;
  for (const auto& f : found) {
    if (f.from->alone) rules = std::max(rules, care::level_of(f));
  }
  out << i.id << "\t" << care::name_of(rules);
  for (const float sum : w.sums) out << "\t" << sum;
  out << "\n";
}

}  // namespace

void cross_validate(std::ostream& out, std::span<const care::lexicon_source> sources, std::span<const item> items,
                    leaving_out how, bool sums) {
  const auto rules_only = care::parse_lexicon(sources);
  if (!rules_only.made) return;
  const auto table = evidence_table::of(*rules_only.made, items);
  figures together;
  const int turns = how == leaving_out::random_fifths ? fifths : turns_by_writer;
  for (int turn = 0; turn < turns; ++turn) {
    std::vector<std::size_t> teaching;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!items[i].check && turn_of(items[i], how) != turn) teaching.push_back(i);
    }
    std::vector<care::lexicon_source> with(sources.begin(), sources.end());
    with.push_back({"weights", train_weights(table, items, teaching)});
    const auto parsed = care::parse_lexicon(with);
    if (!parsed.made) {
      out << parsed.problems[0].file << ":" << parsed.problems[0].line << ": " << parsed.problems[0].what << "\n";
      return;
    }
    for (const item& i : items) {
      if (i.check || turn_of(i, how) != turn) continue;
      sums ? print_sums(out, *parsed.made, i) : add(together, *parsed.made, i);
    }
  }
  if (!sums) print(out, how == leaving_out::random_fifths ? "left out by fifths" : "left out by writer", together);
}

}  // namespace nightlight::corpus
