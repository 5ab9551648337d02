// The contract of ports/store.hpp: who is kept out of which room, and until when.
#include <gtest/gtest.h>

#include "contract/under_test.hpp"

namespace nightlight::contract {
namespace {

class bans_contract : public contract_test {
 protected:
  const std::string device{"device\0mark", 11};
  const std::string link{"link mark"};

  void put(const room_id& room, const std::string& mark, std::int64_t until_ms, std::uint64_t at = 7,
           const room_id& made_in = {}) {
    EXPECT_TRUE(transact([&](records& r) {
      return r.put_ban({room, mark, from_unix_ms(until_ms), position{at}, made_in});
    }));
  }
  std::vector<ban_row> list(const room_id& room, std::int64_t now_ms) {
    std::vector<ban_row> found;
    EXPECT_TRUE(transact([&](records& r) -> result<void> {
      found = *r.list_bans(room, from_unix_ms(now_ms));
      return {};
    }));
    return found;
  }
  std::vector<ban_row> find(const room_id& room, const std::vector<std::string>& marks, std::int64_t now_ms) {
    std::vector<ban_row> found;
    EXPECT_TRUE(transact([&](records& r) -> result<void> {
      found = *r.find_bans(room, marks, from_unix_ms(now_ms));
      return {};
    }));
    return found;
  }
};

TEST_P(bans_contract, a_ban_is_kept_whole_and_ends_at_its_moment) {
  put(tuesday, device, 100);
  const std::vector<ban_row> whole{{tuesday, device, from_unix_ms(100), position{7}}};
  EXPECT_EQ(find(tuesday, {device}, 99), whole);
  EXPECT_TRUE(find(tuesday, {device}, 100).empty());
}

TEST_P(bans_contract, a_mark_means_nothing_in_another_room) {
  put(tuesday, device, 100);
  EXPECT_TRUE(find(friday, {device}, 1).empty());
}

TEST_P(bans_contract, one_of_several_marks_is_enough_and_none_finds_none) {
  put(tuesday, link, 100);
  EXPECT_EQ(find(tuesday, {device, link, link}, 1).size(), 1u);
  EXPECT_TRUE(find(tuesday, {device}, 1).empty());
  EXPECT_TRUE(find(tuesday, {}, 1).empty());
  EXPECT_TRUE(find(tuesday, {""}, 1).empty());
}

TEST_P(bans_contract, the_newest_word_about_a_mark_stands) {
  put(tuesday, device, 300, 7);
  put(tuesday, device, 200, 9);
  const std::vector<ban_row> newest{{tuesday, device, from_unix_ms(200), position{9}}};
  EXPECT_EQ(find(tuesday, {device}, 1), newest);
}

TEST_P(bans_contract, lifting_takes_these_marks_of_this_room_and_may_be_done_twice) {
  for (const room_id& room : {tuesday, friday}) {
    for (const std::string& mark : {device, link, std::string("somebody else")}) put(room, mark, 100);
  }
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(transact([&](records& r) { return r.delete_bans(tuesday, {device, link}); }));
  }
  EXPECT_TRUE(find(tuesday, {device, link}, 1).empty());
  EXPECT_EQ(find(tuesday, {"somebody else"}, 1).size(), 1u);
  EXPECT_EQ(find(friday, {device, link}, 1).size(), 2u);
}

TEST_P(bans_contract, the_list_has_what_is_in_force_there_and_the_next_to_end_first) {
  put(tuesday, "late", 300, 7, friday);
  put(tuesday, device, 200, 9, tuesday);
  put(tuesday, link, 200, 9, tuesday);
  put(tuesday, "earlier place", 200, 8, tuesday);
  put(friday, "elsewhere", 200, 9, tuesday);
  put(tuesday, "over", 100, 6, tuesday);
  std::vector<std::string> marks;
  for (const ban_row& row : list(tuesday, 100)) marks.push_back(row.mark);
  EXPECT_EQ(marks, (std::vector<std::string>{"earlier place", device, link, "late"}));
  const ban_row whole{tuesday, "late", from_unix_ms(300), position{7}, friday};
  EXPECT_EQ(list(tuesday, 299), std::vector{whole});
  EXPECT_TRUE(list(tuesday, 300).empty());
  EXPECT_TRUE(list(room_id{"nowhere"}, 1).empty());
}

TEST_P(bans_contract, a_ban_is_lifted_whole_by_where_it_was_made) {
  put(tuesday, device, 100, 7, friday);
  put(tuesday, link, 100, 7, friday);
  put(tuesday, "another", 100, 8, friday);
  put(tuesday, "another room", 100, 7, tuesday);
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(transact([&](records& r) { return r.delete_bans_made(friday, position{7}); }));
  }
  std::vector<std::string> marks;
  for (const ban_row& row : list(tuesday, 1)) marks.push_back(row.mark);
  EXPECT_EQ(marks, (std::vector<std::string>{"another", "another room"}));
}

TEST_P(bans_contract, what_is_over_is_forgotten_and_nothing_else) {
  put(tuesday, device, 100);
  put(tuesday, link, 101);
  EXPECT_TRUE(transact([&](records& r) { return r.delete_bans_expired(from_unix_ms(100)); }));
  EXPECT_TRUE(find(tuesday, {device}, 1).empty()) << "the row itself is gone";
  EXPECT_EQ(find(tuesday, {link}, 1).size(), 1u);
}

TEST_P(bans_contract, a_link_knows_whether_it_stands_for_one) {
  for (const bool for_one : {true, false}) {
    ASSERT_TRUE(transact([&](records& r) -> result<void> {
      EXPECT_TRUE(r.put_invitation({"hash", tuesday, 1, person_id{}, "", 1, from_unix_ms(1000), for_one}));
      EXPECT_TRUE(r.spend_invitation("hash", from_unix_ms(1)));
      EXPECT_EQ((*r.find_invitation("hash"))->for_one, for_one);
      return {};
    }));
  }
}

NIGHTLIGHT_CONTRACT(bans_contract);

}  // namespace
}  // namespace nightlight::contract
