// The contract of ports/store.hpp: the rows of the audit log.
#include <gtest/gtest.h>

#include "contract/under_test.hpp"

namespace nightlight::contract {
namespace {

class audit_contract : public contract_test {
 protected:
  audit_row row(std::uint64_t sequence, const room_id& room, std::uint64_t at) {
    return {sequence,
            {from_unix_ms(1'900'000'000'123), room, first_meeting, position{at}, "0a0b", 3, "member_muted",
             member_number{7}, "0c0d", 2, seconds{300}},
            std::string("link\0of", 7) + std::to_string(sequence),
            std::string("\0signed", 7)};
  }
  // The outcome of adding it in a unit that goes on whatever it is.
  result<void> add(const audit_row& added) {
    result<void> outcome = failure::store_unavailable;
    EXPECT_TRUE(transact([&](records& r) -> result<void> {
      outcome = r.append_audit(added);
      return {};
    }));
    return outcome;
  }
  std::vector<audit_row> read(std::uint64_t after, std::size_t rows_max) {
    std::vector<audit_row> rows;
    EXPECT_TRUE(transact([&](records& r) -> result<void> {
      rows = *r.read_audit(after, rows_max);
      return {};
    }));
    return rows;
  }
  position through(const room_id& room) {
    position at;
    EXPECT_TRUE(transact([&](records& r) -> result<void> {
      at = *r.audited_through(room);
      return {};
    }));
    return at;
  }
  audit_mark head() {
    audit_mark mark;
    EXPECT_TRUE(transact([&](records& r) -> result<void> {
      mark = *r.audit_head();
      return {};
    }));
    return mark;
  }
};

TEST_P(audit_contract, an_empty_log_has_no_head_and_no_rows) {
  EXPECT_EQ(head(), audit_mark{});
  EXPECT_TRUE(read(0, 10).empty());
  EXPECT_EQ(through(tuesday), position{});
}

TEST_P(audit_contract, a_row_is_kept_whole) {
  ASSERT_TRUE(add(row(1, tuesday, 5)));
  audit_row bare{2, {}, "", ""};
  bare.entry.actor = "operator";
  bare.entry.action = "staff_added";
  ASSERT_TRUE(add(bare));
  EXPECT_EQ(read(0, 10), (std::vector{row(1, tuesday, 5), bare}));
  EXPECT_EQ(head(), (audit_mark{2, ""}));
}

TEST_P(audit_contract, rows_are_read_in_order_and_in_pages_and_holes_stay) {
  for (const std::uint64_t n : {1, 2, 5, 3}) ASSERT_TRUE(add(row(n, tuesday, n)));
  const auto sequences = [&](std::uint64_t after, std::size_t rows_max) {
    std::vector<std::uint64_t> found;
    for (const audit_row& r : read(after, rows_max)) found.push_back(r.sequence);
    return found;
  };
  EXPECT_EQ(sequences(0, 10), (std::vector<std::uint64_t>{1, 2, 3, 5}));
  EXPECT_EQ(sequences(1, 2), (std::vector<std::uint64_t>{2, 3}));
  EXPECT_EQ(sequences(3, 2), (std::vector<std::uint64_t>{5}));
  EXPECT_TRUE(sequences(5, 2).empty());
  EXPECT_TRUE(sequences(0, 0).empty());
  EXPECT_EQ(head().sequence, 5u);
}

TEST_P(audit_contract, a_number_is_given_once) {
  ASSERT_TRUE(add(row(1, tuesday, 5)));
  EXPECT_EQ(add(row(1, tuesday, 6)).error(), failure::already_exists);
  EXPECT_EQ(read(0, 10), std::vector{row(1, tuesday, 5)});
}

TEST_P(audit_contract, an_event_of_a_room_is_audited_once_and_the_unit_goes_on) {
  ASSERT_TRUE(add(row(1, tuesday, 5)));
  ASSERT_TRUE(transact([&](records& r) -> result<void> {
    EXPECT_EQ(r.append_audit(row(2, tuesday, 5)).error(), failure::already_exists);
    return r.append_audit(row(2, friday, 5));
  }));
  EXPECT_EQ(head().sequence, 2u);
}

TEST_P(audit_contract, what_was_done_outside_rooms_may_happen_again) {
  ASSERT_TRUE(add(row(1, {}, 0)));
  ASSERT_TRUE(add(row(2, {}, 0)));
  EXPECT_EQ(through({}), position{});
}

TEST_P(audit_contract, each_room_knows_how_far_it_is_audited) {
  ASSERT_TRUE(add(row(1, tuesday, 5)));
  ASSERT_TRUE(add(row(2, friday, 90)));
  ASSERT_TRUE(add(row(3, tuesday, 17)));
  EXPECT_EQ(through(tuesday), position{17});
  EXPECT_EQ(through(friday), position{90});
}

TEST_P(audit_contract, rows_of_a_unit_that_fails_are_not_there) {
  EXPECT_FALSE(transact([&](records& r) -> result<void> {
    EXPECT_TRUE(r.append_audit(row(1, tuesday, 5)));
    EXPECT_EQ(r.audit_head()->sequence, 1u) << "the unit itself sees it";
    return failure::not_found;
  }));
  EXPECT_EQ(head(), audit_mark{});
  EXPECT_EQ(through(tuesday), position{});
  EXPECT_TRUE(add(row(1, tuesday, 5)));
}

TEST_P(audit_contract, what_was_done_at_a_place_is_found_by_it) {
  ASSERT_TRUE(add(row(1, tuesday, 7)));
  ASSERT_TRUE(add(row(2, friday, 7)));
  ASSERT_TRUE(add(row(3, {}, 0)));
  ASSERT_TRUE(transact([&](records& r) -> result<void> {
    EXPECT_EQ(*r.find_audited(friday, position{7}), row(2, friday, 7));
    EXPECT_EQ(*r.find_audited(tuesday, position{8}), std::nullopt);
    EXPECT_EQ(*r.find_audited({}, position{}), std::nullopt) << "no room's place";
    return {};
  }));
}

NIGHTLIGHT_CONTRACT(audit_contract);

}  // namespace
}  // namespace nightlight::contract
