// The figures that phrase alerts must reach on messages we wrote. Prints them; the floors are those of the project.
#include <gtest/gtest.h>

#include <iostream>

#include "app/screen_command.hpp"
#include "corpus/corpus.hpp"
#include "corpus/figures.hpp"
#include "places.hpp"

namespace nightlight::corpus {
namespace {

const std::filesystem::path source_dir = NIGHTLIGHT_SOURCE_DIR;

domain::care::parsed_lexicon shipped() {
  const auto sources = app::read_lexicon_sources(source_dir / "config/lexicon");
  return domain::care::parse_lexicon(sources.value());
}

TEST(lexicon_files, have_no_mistakes) {
  for (const auto& p : shipped().problems) ADD_FAILURE() << p.file << ":" << p.line << ": " << p.what;
}

struct floors {
  double red;
  double amber;
  double soft;
  double trap_alerts;
  double everyday_alerts;
  int intrusive_red;
};

// The goal is met on what was learned from, which proves only that nothing was broken. The check part was written by
// other hands, and nothing is learned from it: its floors keep what was reached. It is harder than what people who had
// seen none of it wrote afterwards, and false alerts are over the goal there; config/lexicon/README.md has both.
constexpr floors goal{0.90, 0.85, 0.80, 0.05, 0.01, 0};
constexpr floors held_out{0.84, 0.80, 0.87, 0.05, 0.02, 0};

class figures_of : public testing::TestWithParam<bool> {};

TEST_P(figures_of, reach_the_floors) {
  const auto lex = shipped().made;
  ASSERT_TRUE(lex);
  const auto items = read_corpus(source_dir / "tests/corpus");
  const figures f = measure(*lex, items, GetParam());
  print(std::cout, GetParam() ? "check" : "tune", f);
  const floors& want = GetParam() ? held_out : goal;
  EXPECT_GE(f.red.value(), want.red);
  EXPECT_GE(f.amber.value(), want.amber);
  EXPECT_GE(f.soft.value(), want.soft);
  EXPECT_LE(f.trap_alerts.value(), want.trap_alerts);
  EXPECT_LE(f.everyday_alerts.value(), want.everyday_alerts);
  EXPECT_LE(f.intrusive_red.hit, want.intrusive_red);
  EXPECT_LE(std::abs(f.red_by_language.at("en").value() - f.red_by_language.at("es").value()), 0.10);
  EXPECT_LE(std::abs(f.amber_by_language.at("en").value() - f.amber_by_language.at("es").value()), 0.10);
}

TEST(corpus, is_large_and_half_of_what_is_harmless_is_a_trap) {
  int positive = 0;
  int trap = 0;
  int everyday = 0;
  int checked = 0;
  for (const auto& i : read_corpus(source_dir / "tests/corpus")) {
    (i.what == kind::positive ? positive : i.what == kind::trap ? trap : everyday) += 1;
    checked += i.check ? 1 : 0;
  }
  EXPECT_GE(positive, 1200);
  EXPECT_GE(trap + everyday, 1500);
  EXPECT_GE(2 * trap, trap + everyday);
  EXPECT_GE(checked, 400);
}

INSTANTIATE_TEST_SUITE_P(parts, figures_of, testing::Bool(),
                         [](const auto& which) { return which.param ? "check" : "tune"; });

}  // namespace
}  // namespace nightlight::corpus
