// The contract of ports/incident_records.hpp: one incident an alert, open ones first, and a log that is only added to.
#include <gtest/gtest.h>

#include "contract/under_test.hpp"

namespace nightlight::contract {
namespace {

class incidents_contract : public contract_test {
 protected:
  incident_row row(const std::string& id, std::uint32_t alert, std::int64_t raised_ms, bool open = true) {
    return {incident_id{id},         first_meeting, alert_number{alert},        person_id{"kim"},
            from_unix_ms(raised_ms), open,          std::string("\0sealed", 7), std::string("\0excerpt", 8)};
  }
  result<void> add(const incident_row& what) {
    return transact([&](records& r) { return r.incidents().add_incident(what); });
  }
  template <class Work>
  auto look(Work work) {
    using found = std::remove_reference_t<decltype(*work(std::declval<records&>()))>;
    std::optional<found> value;
    EXPECT_TRUE(transact([&](records& r) -> result<void> {
      auto answer = work(r);
      if (!answer) return answer.error();
      value = std::move(*answer);
      return {};
    }));
    return std::move(*value);
  }
  std::optional<incident_row> find(const std::string& id) {
    return look([&](records& r) { return r.incidents().find_incident(incident_id{id}); });
  }
  std::vector<std::string> listed(const std::optional<incident_place>& after = {}, std::size_t rows_max = 100,
                                  const std::string& written_by = "") {
    const auto rows =
        look([&](records& r) { return r.incidents().list_incidents(person_id{written_by}, after, rows_max); });
    std::vector<std::string> ids;
    for (const auto& one : rows) ids.push_back(one.id.value);
    return ids;
  }
  std::vector<incident_entry_row> entries(const std::string& id) {
    return look([&](records& r) { return r.incidents().list_entries(incident_id{id}); });
  }
  result<void> add_entry(const std::string& id, std::uint32_t number, const std::string& sealed) {
    return transact([&](records& r) { return r.incidents().add_entry({incident_id{id}, number, sealed}); });
  }
};

TEST_P(incidents_contract, an_incident_is_found_as_it_was_written) {
  ASSERT_TRUE(add(row("a", 1, 100)));
  EXPECT_EQ(find("a"), row("a", 1, 100));
  EXPECT_EQ(find("b"), std::nullopt);
}

TEST_P(incidents_contract, an_alert_is_written_down_once) {
  ASSERT_TRUE(add(row("a", 1, 100)));
  EXPECT_EQ(add(row("b", 1, 200)).error(), failure::already_exists);
  EXPECT_EQ(add(row("a", 2, 200)).error(), failure::already_exists);
  incident_row other = row("b", 1, 200);
  other.meeting = second_meeting;
  EXPECT_TRUE(add(other)) << "the numbers of another meeting are its own";
  EXPECT_EQ(find("a"), row("a", 1, 100));
}

TEST_P(incidents_contract, open_ones_come_first_and_then_the_newest) {
  ASSERT_TRUE(add(row("a", 1, 100)));
  ASSERT_TRUE(add(row("b", 2, 300, false)));
  ASSERT_TRUE(add(row("c", 3, 200)));
  ASSERT_TRUE(add(row("d", 4, 200)));
  EXPECT_EQ(listed(), (std::vector<std::string>{"d", "c", "a", "b"}));
  EXPECT_EQ(listed({}, 2), (std::vector<std::string>{"d", "c"}));
  EXPECT_EQ(listed(incident_place{true, from_unix_ms(200), incident_id{"c"}}), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(listed(incident_place{false, from_unix_ms(300), incident_id{"b"}}), (std::vector<std::string>{}));
}

TEST_P(incidents_contract, a_person_s_own_are_listed_alone) {
  ASSERT_TRUE(add(row("a", 1, 100)));
  incident_row hers = row("b", 2, 50);
  hers.written_by = person_id{"lee"};
  ASSERT_TRUE(add(hers));
  EXPECT_EQ(listed({}, 100, "lee"), (std::vector<std::string>{"b"}));
  EXPECT_EQ(listed({}, 100, "nobody"), (std::vector<std::string>{}));
}

TEST_P(incidents_contract, what_is_decided_goes_behind_what_is_open) {
  ASSERT_TRUE(add(row("a", 1, 100)));
  ASSERT_TRUE(add(row("b", 2, 200)));
  ASSERT_TRUE(transact([](records& r) { return r.incidents().set_incident_open(incident_id{"b"}, false); }));
  EXPECT_EQ(listed(), (std::vector<std::string>{"a", "b"}));
  EXPECT_FALSE(find("b")->open);
}

TEST_P(incidents_contract, the_excerpt_goes_alone_and_all_of_it_with_its_log) {
  ASSERT_TRUE(add(row("a", 1, 100)));
  ASSERT_TRUE(add_entry("a", 1, "first"));
  ASSERT_TRUE(transact([](records& r) { return r.incidents().forget_excerpt(incident_id{"a"}); }));
  EXPECT_EQ(find("a")->sealed_excerpt, "");
  EXPECT_EQ(find("a")->sealed, row("a", 1, 100).sealed);
  for (int twice = 0; twice < 2; ++twice) {
    ASSERT_TRUE(transact([](records& r) { return r.incidents().delete_incident(incident_id{"a"}); }));
    EXPECT_EQ(find("a"), std::nullopt);
    EXPECT_TRUE(entries("a").empty());
  }
}

TEST_P(incidents_contract, the_log_is_only_added_to) {
  ASSERT_TRUE(add(row("a", 1, 100)));
  ASSERT_TRUE(add_entry("a", 2, std::string("\0second", 7)));
  ASSERT_TRUE(add_entry("a", 1, "first"));
  ASSERT_TRUE(add_entry("b", 1, "of another"));
  EXPECT_EQ(add_entry("a", 1, "again").error(), failure::already_exists);
  EXPECT_EQ(entries("a"), (std::vector<incident_entry_row>{{incident_id{"a"}, 1, "first"},
                                                           {incident_id{"a"}, 2, std::string("\0second", 7)}}));
}

NIGHTLIGHT_CONTRACT(incidents_contract);

}  // namespace
}  // namespace nightlight::contract
