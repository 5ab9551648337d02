// The workbench of the lexicon: figures, the misses of the tune part, the linter, training, and the benchmark.
//   nightlight_screening screen [room] | lint | figures | misses [C…|trap|everyday] | train | cross [sums] | bench
#include <time.h>

#include <algorithm>
#include <iostream>
#include <limits>
#include <string>

#include "app/screen_command.hpp"
#include "corpus/corpus.hpp"
#include "corpus/figures.hpp"
#include "places.hpp"
#include "screening/cross.hpp"
#include "screening/train.hpp"

namespace {

namespace care = nightlight::domain::care;
namespace corpus = nightlight::corpus;

const std::filesystem::path source_dir = NIGHTLIGHT_SOURCE_DIR;
const auto lexicon_dir = source_dir / "config/lexicon";

std::string about(const corpus::item& i) {
  std::string text = i.what == corpus::kind::trap ? "trap" : i.what == corpus::kind::everyday ? "everyday" : "";
  for (const auto c : i.categories) text += "C" + std::to_string(c) + " ";
  return text;
}

// Only the tune part: whoever tunes does not look at what the check part missed.
void print_misses(const care::lexicon& lex, const std::vector<corpus::item>& items, const std::string& only) {
  for (const auto& i : items) {
    const bool shown = only.empty() || (about(i) + " ").find(only + " ") != std::string::npos;
    if (i.check || !shown) continue;
    const auto said = i.said();
    const auto verdict = care::screen(lex, i.room, said);
    const bool missed = i.what == corpus::kind::positive
                            ? verdict.says < i.expected || (i.only_intrusive() && verdict.says == care::level::red)
                            : verdict.says >= care::level::soft;
    if (!missed) continue;
    std::cout << i.id << " " << i.language << " " << about(i) << " want " << care::name_of(i.expected) << " got "
              << care::name_of(verdict.says);
    for (const auto& h : verdict.hits)
      std::cout << " [" << h.rule << " " << care::name_of(h.says) << " m" << int{h.modifiers} << "]";
    std::cout << "\n    ";
    for (const auto& m : i.messages) std::cout << m << " | ";
    std::cout << "\n";
  }
}

// Time of this thread on its core, so that a busy machine does not count.
double cpu_micros() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_nsec) / 1e3;
}

void print_spread(const char* what, std::vector<double>& micros) {
  std::sort(micros.begin(), micros.end());
  const auto at = [&](double q) {
    return micros[static_cast<std::size_t>(q * static_cast<double>(micros.size() - 1))];
  };
  std::cout << what << ": median " << at(0.5) << " us, p99 " << at(0.99) << " us, most " << at(1.0) << " us\n";
}

// What a text costs, and what it costs while nobody else has the core and its caches.
void bench(const care::lexicon& lex, const std::vector<corpus::item>& items) {
  std::vector<std::string> texts;
  std::string open;
  for (const auto& i : items) {
    for (const auto& m : i.messages) open += m + " ";
    while (open.size() >= 300) {
      texts.push_back(open.substr(0, 300));
      open.erase(0, 300);
    }
  }
  std::vector<double> each;
  std::vector<double> quietest(texts.size(), std::numeric_limits<double>::max());
  for (int round = 0; round < 20; ++round) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::string_view said[] = {texts[i]};
      const double begin = cpu_micros();
      const auto verdict = care::screen(lex, care::room_profile::general, said);
      const double took = cpu_micros() - begin;
      if (verdict.hits.size() > 64) std::abort();
      each.push_back(took);
      quietest[i] = std::min(quietest[i], took);
    }
  }
  std::cout << lex.rules().size() << " rules, " << lex.marks().size() << " marks, " << lex.words().size() << " words, "
            << lex.weights().size() << " weighted features; " << texts.size() << " texts of 300 bytes, 20 rounds\n";
  print_spread("each time", each);
  print_spread("quietest round of each text", quietest);
}

// Without the weights that are there: those are what is being learned.
int learn(std::vector<care::lexicon_source> sources, const std::vector<corpus::item>& items, const std::string& what,
          const std::string& more) {
  std::erase_if(sources, [](const auto& s) { return s.name == "weights.lexicon"; });
  if (what == "cross") {
    if (more != "sums") corpus::cross_validate(std::cout, sources, items, corpus::leaving_out::random_fifths, false);
    corpus::cross_validate(std::cout, sources, items, corpus::leaving_out::whole_batches, more == "sums");
    return 0;
  }
  const auto rules_only = care::parse_lexicon(sources);
  if (!rules_only.made) return 1;
  std::vector<std::size_t> tune;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].check) tune.push_back(i);
  }
  const auto table = corpus::evidence_table::of(*rules_only.made, items);
  std::cout << corpus::train_weights(table, items, tune);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "figures";
  const std::string more = argc > 2 ? argv[2] : "";
  if (what == "screen") return nightlight::app::run_screen_command(std::cin, std::cout, lexicon_dir, more);
  if (what == "lint") return nightlight::app::run_lexicon_lint(std::cout, lexicon_dir);
  const auto sources = nightlight::app::read_lexicon_sources(lexicon_dir);
  if (!sources) return 1;
  const auto items = corpus::read_corpus(source_dir / "tests/corpus");
  if (what == "train" || what == "cross") return learn(*sources, items, what, more);
  const auto parsed = care::parse_lexicon(*sources);
  for (const auto& p : parsed.problems) std::cerr << p.file << ":" << p.line << ": " << p.what << "\n";
  if (!parsed.made) return 1;
  if (what == "misses") {
    print_misses(*parsed.made, items, more);
  } else if (what == "bench") {
    bench(*parsed.made, items);
  } else {
    corpus::print(std::cout, "tune", corpus::measure(*parsed.made, items, false));
    corpus::print(std::cout, "check", corpus::measure(*parsed.made, items, true));
  }
  return 0;
}
