#include "app/staff_desk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "support/fixed_clock.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::app {
namespace {

namespace pb = control::v1;
using ::testing::HasSubstr;

constexpr const char* good_password = "a lamp in the window";

class staff_desk_test : public ::testing::Test {
 protected:
  pb::Reply add(const std::string& name, const std::string& role = "moderator",
                const std::string& password = good_password) {
    pb::Request request;
    request.mutable_add_staff()->set_name(name);
    request.mutable_add_staff()->set_role(role);
    request.mutable_add_staff()->set_password(password);
    return desk_.answer(request);
  }
  pb::Reply disable(const std::string& name) {
    pb::Request request;
    request.mutable_disable_staff()->set_name(name);
    return desk_.answer(request);
  }
  pb::Reply list() {
    pb::Request request;
    request.mutable_list_staff();
    return desk_.answer(request);
  }

  adapters::memory_store store_;
  std::vector<person_id> signed_out_;
  std::vector<person_id> changed_;
  nightlight::testing::temporary_directory keys_;
  audit::audit_log audit_{keys_.path()};
  nightlight::testing::fixed_clock clock_;
  staff_desk desk_{store_,
                   audit_,
                   clock_,
                   {[this](const person_id& who) { signed_out_.push_back(who); },
                    [this](const person_id& who) { changed_.push_back(who); }}};
};

TEST_F(staff_desk_test, adds_an_account_and_lists_it) {
  EXPECT_TRUE(add("Kim", "facilitator").done());
  const pb::Reply listed = list();
  ASSERT_EQ(listed.staff_size(), 1);
  EXPECT_EQ(listed.staff(0).name(), "Kim");
  EXPECT_EQ(listed.staff(0).role(), "facilitator");
  EXPECT_FALSE(listed.staff(0).disabled());
}

TEST_F(staff_desk_test, refuses_a_second_account_that_looks_the_same) {
  ASSERT_TRUE(add("Kim").done());
  const pb::Reply second = add("KIM");
  EXPECT_FALSE(second.done());
  EXPECT_THAT(second.words(), HasSubstr("looks like it"));
}

TEST_F(staff_desk_test, refuses_a_short_password_and_an_unknown_role) {
  EXPECT_FALSE(add("Kim", "moderator", "short").done());
  EXPECT_FALSE(add("Kim", "captain").done());
  EXPECT_EQ(list().staff_size(), 0);
}

TEST_F(staff_desk_test, disabling_signs_her_out_everywhere) {
  ASSERT_TRUE(add("Kim").done());
  EXPECT_TRUE(disable("Kim").done());
  EXPECT_EQ(signed_out_.size(), 1U);
  EXPECT_TRUE(list().staff(0).disabled());
}

TEST_F(staff_desk_test, another_role_is_hers_at_once_and_signs_nobody_out) {
  ASSERT_TRUE(add("Kim", "facilitator").done());
  pb::Request request;
  request.mutable_set_role()->set_name("Kim");
  request.mutable_set_role()->set_role("moderator");
  EXPECT_TRUE(desk_.answer(request).done());
  EXPECT_EQ(list().staff(0).role(), "moderator");
  EXPECT_EQ(changed_.size(), 1U);
  EXPECT_TRUE(signed_out_.empty());
  request.mutable_set_role()->set_role("captain");
  EXPECT_FALSE(desk_.answer(request).done());
  request.mutable_set_role()->set_name("Nobody");
  request.mutable_set_role()->set_role("admin");
  EXPECT_FALSE(desk_.answer(request).done());
  EXPECT_EQ(changed_.size(), 1U);
}

TEST_F(staff_desk_test, a_new_password_lets_her_in_again_and_signs_her_out) {
  ASSERT_TRUE(add("Kim").done());
  ASSERT_TRUE(disable("Kim").done());
  pb::Request request;
  request.mutable_set_password()->set_name("Kim");
  request.mutable_set_password()->set_password("another lamp, another window");
  EXPECT_TRUE(desk_.answer(request).done());
  EXPECT_EQ(signed_out_.size(), 2U);
  EXPECT_FALSE(list().staff(0).disabled());
}

TEST_F(staff_desk_test, what_is_done_to_an_account_is_audited_by_its_id_and_what_is_refused_is_not) {
  ASSERT_TRUE(add("Kim").done());
  ASSERT_FALSE(add("KIM").done());
  ASSERT_TRUE(disable("Kim").done());
  ASSERT_FALSE(disable("Nobody").done());
  pb::Request request;
  request.mutable_set_password()->set_name("Kim");
  request.mutable_set_password()->set_password("another lamp, another window");
  ASSERT_TRUE(desk_.answer(request).done());
  const std::string kim = list().staff(0).id();
  std::vector<std::string> actions;
  store_.transact(
      [&](records& r) -> result<void> {
        for (const audit_row& row : *r.read_audit(0, 10)) {
          EXPECT_EQ(row.entry.actor, "operator");
          EXPECT_EQ(row.entry.subject, kim);
          EXPECT_EQ(row.entry.time, clock_.now());
          actions.push_back(row.entry.action);
        }
        return {};
      },
      [](const result<void>&) {});
  EXPECT_EQ(actions, (std::vector<std::string>{"staff_added", "staff_disabled", "staff_password_set"}));
}

TEST_F(staff_desk_test, an_account_is_not_changed_when_that_cannot_be_audited) {
  store_.fail_next_units(1);
  EXPECT_FALSE(add("Kim").done());
  EXPECT_EQ(list().staff_size(), 0);
}

TEST_F(staff_desk_test, says_when_there_is_no_such_account) {
  EXPECT_THAT(disable("Nobody").words(), HasSubstr("no account called Nobody"));
  EXPECT_TRUE(signed_out_.empty());
}

TEST_F(staff_desk_test, says_when_it_is_asked_something_unknown) { EXPECT_FALSE(desk_.answer({}).done()); }

}  // namespace
}  // namespace nightlight::app
