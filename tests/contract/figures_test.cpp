// The contract of ports/figures_records.hpp: one row a meeting, listed by its end.
#include <gtest/gtest.h>

#include "contract/under_test.hpp"

namespace nightlight::contract {
namespace {

class figures_contract : public contract_test {
 protected:
  figures_row row(const std::string& meeting, std::int64_t closed_ms, const std::string& figures = "f") {
    return {meeting_id{meeting}, tuesday, from_unix_ms(closed_ms), figures};
  }
  void keep(const figures_row& what) {
    EXPECT_TRUE(transact([&](records& r) { return r.figures().put_figures(what); }));
  }
  std::vector<figures_row> listed(std::int64_t from_ms, std::int64_t to_ms) {
    std::vector<figures_row> found;
    EXPECT_TRUE(transact([&](records& r) -> result<void> {
      auto rows = r.figures().list_figures(from_unix_ms(from_ms), from_unix_ms(to_ms));
      if (!rows) return rows.error();
      found = std::move(*rows);
      return {};
    }));
    return found;
  }
};

TEST_P(figures_contract, meetings_are_listed_by_their_end_from_one_moment_up_to_another) {
  keep(row("b", 200));
  keep(row("c", 300));
  keep(row("a", 200));
  keep(row("d", 100));
  EXPECT_EQ(listed(100, 300), (std::vector{row("d", 100), row("a", 200), row("b", 200)}));
  EXPECT_EQ(listed(101, 301).size(), 3U);
  EXPECT_TRUE(listed(301, 900).empty());
}

TEST_P(figures_contract, a_meeting_has_one_row_the_newest) {
  keep(row("a", 200, std::string("\0first", 6)));
  keep(row("a", 200, std::string("\0again", 6)));
  EXPECT_EQ(listed(0, 900), (std::vector{row("a", 200, std::string("\0again", 6))}));
}

NIGHTLIGHT_CONTRACT(figures_contract);

}  // namespace
}  // namespace nightlight::contract
