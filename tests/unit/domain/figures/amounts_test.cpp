// Counts as they are told. What is told must not give a small count away, also when it is subtracted from something
// else that is told: that is tried here over every possibility.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "domain/figures/amount.hpp"

namespace nightlight::domain {
namespace {

using told_all = std::vector<std::uint32_t>;  // the bounds of everything that is told, in order

void add(told_all& to, const amount& a) {
  to.push_back(a.least);
  to.push_back(a.most);
}

// Every way to choose `places` counts from none to `most`.
std::vector<counts> choices(std::size_t places, std::uint32_t most) {
  std::vector<counts> all{{}};
  for (std::size_t i = 0; i < places; ++i) {
    std::vector<counts> longer;
    for (const counts& one : all) {
      for (std::uint32_t n = 0; n <= most; ++n) {
        longer.push_back(one);
        longer.back().push_back(n);
      }
    }
    all = std::move(longer);
  }
  return all;
}

TEST(amounts, fewer_than_five_are_told_as_such) {
  EXPECT_EQ(told(0), (amount{0, 4}));
  EXPECT_EQ(told(4), (amount{0, 4}));
  EXPECT_EQ(told(5), (amount{5, 5}));
}

TEST(amounts, a_sum_is_exact_where_that_gives_no_part_away) {
  EXPECT_EQ(sum_told({}), (amount{0, 0}));
  EXPECT_EQ(sum_told({7, 6}), (amount{13, 13}));
  EXPECT_EQ(sum_told({7, 2}), (amount{7, 11}));
  EXPECT_EQ(sum_told({2, 2}), (amount{0, 4}));
  EXPECT_EQ(sum_told({4, 4}), (amount{0, 8}));
  EXPECT_EQ(sum_told({7, 2, 2, 1}), (amount{12, 12}));
  EXPECT_EQ(sum_told({1, 1, 1, 1, 1, 1, 1}), (amount{7, 7}));
}

TEST(amounts, who_knows_the_parts_as_told_and_the_sum_knows_no_small_part) {
  for (std::size_t places = 1; places <= 4; ++places) {
    std::map<told_all, std::vector<std::set<std::uint32_t>>> possible;
    for (const counts& parts : choices(places, 6)) {
      told_all known;
      for (const std::uint32_t part : parts) add(known, told(part));
      add(known, sum_told(parts));
      auto& values = possible[known];
      values.resize(places);
      for (std::size_t i = 0; i < places; ++i) values[i].insert(parts[i]);
    }
    for (const auto& [known, values] : possible) {
      for (std::size_t i = 0; i < places; ++i) {
        const bool exact = known[2 * i] == known[2 * i + 1];
        EXPECT_TRUE(exact || values[i].size() >= 4) << testing::PrintToString(known);
      }
    }
  }
}

TEST(amounts, shares_of_a_whole_are_told_all_or_none) {
  EXPECT_EQ(shares_told({8, 5}), (std::vector<amount>{{8, 8}, {5, 5}}));
  EXPECT_EQ(shares_told({8, 0}), (std::vector<amount>{{8, 8}, {0, 0}}));
  EXPECT_EQ(shares_told({8, 1}), (std::vector<amount>{{0, 9}, {0, 9}}));
  EXPECT_EQ(shares_told({0, 0}), (std::vector<amount>{{0, 4}, {0, 4}}));
  EXPECT_EQ(shares_told({3, 0}), (std::vector<amount>{{0, 4}, {0, 4}}));
}

TEST(amounts, shares_of_a_week_are_told_when_no_evening_can_be_taken_out_of_them) {
  const counts evening{2, 6};
  EXPECT_FALSE(shares_sum_told({evening}).front().exact());
  EXPECT_FALSE(shares_sum_told({evening, evening}).front().exact());
  EXPECT_EQ(shares_sum_told({evening, evening, evening, evening}), (std::vector<amount>{{8, 8}, {24, 24}}));
  // Only one of them is kept back: it would be the difference.
  EXPECT_FALSE(shares_sum_told({evening, {5, 9}, {6, 9}}).front().exact());
  EXPECT_EQ(shares_sum_told({{5, 9}, {6, 9}}), (std::vector<amount>{{11, 11}, {18, 18}}));
}

// The wholes are told, each by itself too.
TEST(amounts, who_knows_every_whole_and_the_shares_of_a_week_knows_no_small_share) {
  std::map<told_all, std::vector<std::set<std::uint32_t>>> possible;
  for (const counts& flat : choices(6, 8)) {
    const std::vector<counts> week{{flat[0], flat[1]}, {flat[2], flat[3]}, {flat[4], flat[5]}};
    if (std::ranges::any_of(week, [](const counts& one) { return one[0] + one[1] > 8; })) continue;
    told_all known;
    for (const counts& evening : week) {
      add(known, told(evening[0] + evening[1]));
      for (const amount& a : shares_told(evening)) add(known, a);
    }
    for (const amount& a : shares_sum_told(week)) add(known, a);
    auto& values = possible[known];
    values.resize(flat.size());
    for (std::size_t i = 0; i < flat.size(); ++i) values[i].insert(flat[i]);
  }
  for (const auto& [known, values] : possible) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::size_t at = 6 * (i / 2) + 2 + 2 * (i % 2);
      const bool exact = known[at] == known[at + 1];
      EXPECT_TRUE(exact || values[i].size() >= 3) << testing::PrintToString(known);
    }
  }
}

TEST(amounts, times_are_told_of_five_and_more) {
  const std::vector<seconds> four(4, seconds{9});
  EXPECT_FALSE(times_told(four));
  EXPECT_FALSE(times_told({}));
  const auto five = times_told({seconds{50}, seconds{10}, seconds{40}, seconds{20}, seconds{30}});
  EXPECT_EQ(five, (waiting_times{seconds{30}, seconds{50}}));
  std::vector<seconds> ten;
  for (int i = 10; i >= 1; --i) ten.emplace_back(i);
  EXPECT_EQ(times_told(ten), (waiting_times{seconds{5}, seconds{10}}));
}

}  // namespace
}  // namespace nightlight::domain
