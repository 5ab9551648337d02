// The contract of ports/paging_records.hpp: addresses, turns of being on call, and pages that are kept once.
#include <gtest/gtest.h>

#include "contract/under_test.hpp"

namespace nightlight::contract {
namespace {

class paging_contract : public contract_test {
 protected:
  const person_id kim{std::string("kim\0and thirteen", 16)};
  const person_id lee{"lee and thirteen"};

  page_row page(const std::string& id, std::int64_t due_ms, std::uint32_t alert = 1) {
    return {id,      page_kind::mail,    "6b696d",
            tuesday, first_meeting,      alert_number{alert},
            3,       from_unix_ms(50),   from_unix_ms(due_ms),
            0,       page_state::waiting};
  }
  void in_paging(const std::function<result<void>(paging_records&)>& work) {
    EXPECT_TRUE(transact([&](records& r) { return work(r.paging()); }));
  }
  std::vector<std::string> due(std::int64_t now_ms, std::size_t rows_max = 10) {
    std::vector<std::string> ids;
    in_paging([&](paging_records& p) -> result<void> {
      const auto found = p.pages_due(from_unix_ms(now_ms), rows_max);
      if (!found) return found.error();
      for (const page_row& row : *found) ids.push_back(row.id);
      return {};
    });
    return ids;
  }
  std::optional<page_row> kept(const std::string& id) {
    std::optional<page_row> found;
    in_paging([&](paging_records& p) -> result<void> {
      auto row = p.find_page(id);
      if (!row) return row.error();
      found = std::move(*row);
      return {};
    });
    return found;
  }
  std::vector<on_call_row> rota() {
    std::vector<on_call_row> found;
    in_paging([&](paging_records& p) -> result<void> {
      found = *p.list_on_call();
      return {};
    });
    return found;
  }
};

TEST_P(paging_contract, an_address_is_kept_replaced_and_taken_away) {
  in_paging([&](paging_records& p) -> result<void> {
    EXPECT_FALSE(*p.find_contact(kim));
    EXPECT_TRUE(p.put_contact({kim, std::string("sealed\0first", 12)}));
    EXPECT_TRUE(p.put_contact({kim, std::string("sealed\0again", 12)}));
    EXPECT_EQ(**p.find_contact(kim), (contact_row{kim, std::string("sealed\0again", 12)}));
    EXPECT_FALSE(*p.find_contact(lee));
    EXPECT_TRUE(p.delete_contact(kim));
    EXPECT_TRUE(p.delete_contact(kim));
    EXPECT_FALSE(*p.find_contact(kim));
    return {};
  });
}

TEST_P(paging_contract, turns_come_in_the_order_of_their_beginnings_and_one_beginning_is_one_turn) {
  const on_call_row late{kim, from_unix_ms(20), from_unix_ms(30)};
  const on_call_row early{lee, from_unix_ms(10), from_unix_ms(25)};
  in_paging([&](paging_records& p) -> result<void> {
    EXPECT_TRUE(p.put_on_call({kim, from_unix_ms(20), from_unix_ms(21)}));
    EXPECT_TRUE(p.put_on_call(late));
    return p.put_on_call(early);
  });
  EXPECT_EQ(rota(), (std::vector{early, late}));
  in_paging([&](paging_records& p) -> result<void> {
    EXPECT_TRUE(p.delete_on_call(lee, from_unix_ms(20)));
    return p.delete_on_call(lee, from_unix_ms(10));
  });
  EXPECT_EQ(rota(), (std::vector{late}));
}

TEST_P(paging_contract, a_turn_is_over_at_its_end_and_not_before) {
  in_paging([&](paging_records& p) { return p.put_on_call({kim, from_unix_ms(10), from_unix_ms(30)}); });
  in_paging([&](paging_records& p) { return p.delete_on_call_over(from_unix_ms(29)); });
  EXPECT_EQ(rota().size(), 1u);
  in_paging([&](paging_records& p) { return p.delete_on_call_over(from_unix_ms(30)); });
  EXPECT_TRUE(rota().empty());
}

TEST_P(paging_contract, a_page_is_kept_whole_and_the_first_of_its_id_stays) {
  page_row changed = page("a", 999);
  changed.state = page_state::sent;
  in_paging([&](paging_records& p) -> result<void> {
    EXPECT_TRUE(p.add_page(page("a", 100)));
    return p.add_page(changed);
  });
  EXPECT_EQ(kept("a"), page("a", 100));
  EXPECT_FALSE(kept("b"));
  in_paging([&](paging_records& p) { return p.put_page(changed); });
  EXPECT_EQ(kept("a"), changed);
}

TEST_P(paging_contract, what_waits_is_due_from_its_moment_on_longest_first) {
  page_row sent = page("sent", 1);
  sent.state = page_state::sent;
  in_paging([&](paging_records& p) -> result<void> {
    for (const page_row& row : {page("late", 200), page("early", 100), sent}) EXPECT_TRUE(p.add_page(row));
    EXPECT_EQ(*p.next_page_due(), from_unix_ms(100));
    return {};
  });
  EXPECT_TRUE(due(99).empty());
  EXPECT_EQ(due(100), (std::vector<std::string>{"early"}));
  EXPECT_EQ(due(1000), (std::vector<std::string>{"early", "late"}));
  EXPECT_EQ(due(1000, 1), (std::vector<std::string>{"early"}));
}

TEST_P(paging_contract, nothing_is_due_next_where_nothing_waits) {
  in_paging([&](paging_records& p) -> result<void> {
    EXPECT_FALSE(*p.next_page_due());
    return {};
  });
}

TEST_P(paging_contract, calling_off_takes_the_waiting_pages_of_one_alert) {
  page_row sent = page("sent", 1);
  sent.state = page_state::sent;
  page_row elsewhere = page("elsewhere", 1);
  elsewhere.room = friday;
  page_row before = page("before", 1);
  before.meeting = second_meeting;
  in_paging([&](paging_records& p) -> result<void> {
    for (const page_row& row : {page("a", 1), page("b", 1, 2), sent, elsewhere, before}) EXPECT_TRUE(p.add_page(row));
    return p.call_off_pages(tuesday, first_meeting, alert_number{1});
  });
  EXPECT_EQ(kept("a")->state, page_state::called_off);
  EXPECT_EQ(kept("sent")->state, page_state::sent);
  EXPECT_EQ(due(10), (std::vector<std::string>{"b", "before", "elsewhere"}));
}

TEST_P(paging_contract, a_letter_says_what_it_is_about_and_waits_for_its_recipient) {
  page_row letter = page("letter", 10);
  letter.kind = page_kind::calendar_mail;
  letter.about = "1 series 2026-11-24 5 0 America/Chicago";
  in_paging([&](paging_records& p) -> result<void> {
    EXPECT_FALSE(*p.any_page_waits(letter.recipient));
    EXPECT_TRUE(p.add_page(letter));
    EXPECT_EQ(**p.find_page("letter"), letter);
    EXPECT_TRUE(*p.any_page_waits(letter.recipient));
    EXPECT_FALSE(*p.any_page_waits("6b69"));
    letter.state = page_state::sent;
    EXPECT_TRUE(p.put_page(letter));
    EXPECT_FALSE(*p.any_page_waits(letter.recipient));
    return {};
  });
}

TEST_P(paging_contract, old_pages_are_forgotten) {
  in_paging([&](paging_records& p) -> result<void> {
    EXPECT_TRUE(p.add_page(page("a", 1)));
    return p.delete_pages_over(from_unix_ms(50));
  });
  EXPECT_TRUE(kept("a"));
  in_paging([&](paging_records& p) { return p.delete_pages_over(from_unix_ms(51)); });
  EXPECT_FALSE(kept("a"));
}

TEST_P(paging_contract, a_unit_that_fails_leaves_no_page) {
  EXPECT_FALSE(transact([&](records& r) -> result<void> {
    EXPECT_TRUE(r.paging().add_page(page("a", 1)));
    return failure::conflict;
  }));
  EXPECT_FALSE(kept("a"));
}

NIGHTLIGHT_CONTRACT(paging_contract);

}  // namespace
}  // namespace nightlight::contract
