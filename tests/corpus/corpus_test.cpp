// The figures that PHRASE alerts must reach on messages we wrote. Prints them; the floors are those of the project.
#include <gtest/gtest.h>

#include <iostream>

#include "app/screen_command.hpp"
#include "corpus/corpus.hpp"
#include "corpus/figures.hpp"

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

class figures_of : public testing::TestWithParam<bool> {};

TEST_P(figures_of, reach_the_floors) {
  const auto lex = shipped().made;
  ASSERT_TRUE(lex);
  const auto items = read_corpus(source_dir / "tests/corpus");
  const figures f = measure(*lex, items, GetParam());
  print(std::cout, GetParam() ? "check" : "tune", f);
  EXPECT_GE(f.red.value(), 0.90);
  EXPECT_GE(f.amber.value(), 0.85);
  EXPECT_GE(f.soft.value(), 0.80);
  EXPECT_LE(f.trap_alerts.value(), 0.05);
  EXPECT_LE(f.everyday_alerts.hit, 1);
  EXPECT_EQ(f.intrusive_red, 0);
  EXPECT_LE(std::abs(f.red_by_language.at("en").value() - f.red_by_language.at("es").value()), 0.10);
}

INSTANTIATE_TEST_SUITE_P(parts, figures_of, testing::Bool(),
                         [](const auto& which) { return which.param ? "check" : "tune"; });

}  // namespace
}  // namespace nightlight::corpus
