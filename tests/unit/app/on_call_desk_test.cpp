// Who is on call and how she is reached, as the operator says it.
#include "app/on_call_desk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "accounts/staff.hpp"
#include "adapters/memory/memory_store.hpp"
#include "support/fixed_clock.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::app {
namespace {

namespace pb = control::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class on_call_desk_test : public ::testing::Test {
 protected:
  on_call_desk_test() {
    with([&](records& r) -> result<void> {
      kim = accounts::add_staff(r, "Kim", domain::role::on_call, "hash")->id;
      return {};
    });
  }
  void with(const std::function<result<void>(records&)>& unit) {
    store.transact(unit, [](const result<void>& done) { EXPECT_TRUE(done); });
  }
  pb::Reply contact(const std::string& name, const std::string& mail) {
    pb::SetContact asked;
    asked.set_name(name);
    asked.set_mail(mail);
    return desk.set_contact(asked);
  }
  // In seconds from now.
  pb::Reply add(const std::string& name, std::int64_t from, std::int64_t until) {
    pb::AddOnCall asked;
    asked.set_name(name);
    asked.set_from_unix_ms(to_unix_ms(clock.now()) + from * 1000);
    asked.set_until_unix_ms(to_unix_ms(clock.now()) + until * 1000);
    return desk.add(asked);
  }
  pb::Reply remove(const std::string& name, std::int64_t from) {
    pb::RemoveOnCall asked;
    asked.set_name(name);
    asked.set_from_unix_ms(to_unix_ms(clock.now()) + from * 1000);
    return desk.remove(asked);
  }
  std::vector<std::string> listed() {
    const pb::Reply reply = desk.list();
    return {reply.lines().begin(), reply.lines().end()};
  }
  std::string sealed() {
    std::string found;
    with([&](records& r) -> result<void> {
      const auto row = r.paging().find_contact(kim);
      if (*row) found = (*row)->sealed_address;
      return {};
    });
    return found;
  }

  adapters::memory_store store;
  nightlight::testing::temporary_directory keys;
  audit::audit_log audit{keys.path()};
  paging::contact_box contacts{keys.path()};
  nightlight::testing::fixed_clock clock;
  on_call_desk desk{store, audit, contacts, clock};
  person_id kim;
};

TEST_F(on_call_desk_test, an_address_is_sealed_and_taken_away_by_an_empty_line) {
  const pb::Reply kept = contact("Kim", "kim@example.org");
  EXPECT_TRUE(kept.done());
  EXPECT_THAT(kept.words(), ::testing::Not(HasSubstr("example.org")));
  EXPECT_THAT(sealed(), ::testing::Not(HasSubstr("example")));
  EXPECT_EQ(contacts.open(kim, sealed())->reveal(), "kim@example.org");
  EXPECT_TRUE(contact("Kim", "").done());
  EXPECT_TRUE(sealed().empty());
}

TEST_F(on_call_desk_test, what_is_no_address_or_no_account_is_refused) {
  EXPECT_FALSE(contact("Kim", "kim").done());
  EXPECT_FALSE(contact("Kim", "kim@example.org\r\nBcc: x@example.org").done());
  EXPECT_THAT(contact("Nobody", "kim@example.org").words(), HasSubstr("no account called Nobody"));
  EXPECT_TRUE(sealed().empty());
}

TEST_F(on_call_desk_test, a_turn_is_listed_until_it_is_over_with_whether_she_can_be_called) {
  EXPECT_THAT(add("Kim", 0, 3600).words(), HasSubstr("no address yet"));
  EXPECT_THAT(listed(), ElementsAre("2027-01-15T08:00:00Z  2027-01-15T09:00:00Z  Kim  cannot be called"));
  ASSERT_TRUE(contact("Kim", "kim@example.org").done());
  EXPECT_THAT(listed(), ElementsAre("2027-01-15T08:00:00Z  2027-01-15T09:00:00Z  Kim"));
  clock.advance(std::chrono::hours{1});
  EXPECT_TRUE(listed().empty());
}

TEST_F(on_call_desk_test, a_turn_has_a_length_and_an_end_that_is_to_come) {
  EXPECT_FALSE(add("Kim", 10, 10).done());
  EXPECT_FALSE(add("Kim", 10, 9).done());
  EXPECT_FALSE(add("Kim", -10, 0).done());
  EXPECT_TRUE(add("Kim", -10, 1).done());
  constexpr std::int64_t longest = 31 * 24 * 3600;
  EXPECT_TRUE(add("Kim", 0, longest).done());
  EXPECT_FALSE(add("Kim", 0, longest + 1).done());
  EXPECT_FALSE(add("Nobody", 0, 10).done());
  EXPECT_EQ(listed().size(), 2u);
}

TEST_F(on_call_desk_test, a_turn_is_taken_away_by_its_beginning) {
  ASSERT_TRUE(add("Kim", 0, 60).done());
  ASSERT_TRUE(add("Kim", 60, 120).done());
  EXPECT_TRUE(remove("Kim", 60).done());
  EXPECT_EQ(listed().size(), 1u);
}

TEST_F(on_call_desk_test, everything_is_audited_by_the_account_and_nothing_says_the_address) {
  ASSERT_TRUE(contact("Kim", "kim@example.org").done());
  ASSERT_TRUE(add("Kim", 0, 60).done());
  ASSERT_TRUE(remove("Kim", 0).done());
  ASSERT_TRUE(contact("Kim", "").done());
  std::vector<std::string> actions;
  with([&](records& r) -> result<void> {
    for (const audit_row& row : *r.read_audit(0, 10)) {
      EXPECT_EQ(row.entry.actor, "operator");
      EXPECT_FALSE(row.entry.subject.empty());
      actions.push_back(row.entry.action);
    }
    return {};
  });
  EXPECT_THAT(actions, ElementsAre("staff_contact_set", "on_call_added", "on_call_removed", "staff_contact_removed"));
}

}  // namespace
}  // namespace nightlight::app
