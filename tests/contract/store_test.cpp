// The contract of ports/store.hpp: units of work, invitations, jobs, settings.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "contract/under_test.hpp"

namespace nightlight::contract {
namespace {

class store_contract : public contract_test {
 protected:
  invitation_row invitation(std::int64_t uses) {
    return {"hash", tuesday, 1, person_id{}, "", uses, from_unix_ms(1000)};
  }
  std::optional<invitation_row> found_invitation() {
    std::optional<invitation_row> found;
    EXPECT_TRUE(transact([&](records& r) -> result<void> {
      found = *r.find_invitation("hash");
      return {};
    }));
    return found;
  }
  result<void> spend(instant now) {
    return transact([now](records& r) { return r.spend_invitation("hash", now); });
  }
};

TEST_P(store_contract, what_a_unit_wrote_is_there_for_the_next) {
  ASSERT_TRUE(transact([](records& r) { return r.put_setting("demo", "1"); }));
  std::optional<std::string> found;
  ASSERT_TRUE(transact([&](records& r) -> result<void> {
    found = *r.get_setting("demo");
    return {};
  }));
  EXPECT_EQ(found, "1");
}

TEST_P(store_contract, a_unit_sees_its_own_writes) {
  ASSERT_TRUE(transact([](records& r) -> result<void> {
    EXPECT_TRUE(r.put_setting("a", "1"));
    EXPECT_TRUE(r.put_setting("a", "2"));
    EXPECT_EQ(*r.get_setting("a"), "2");
    EXPECT_EQ(*r.get_setting("b"), std::nullopt);
    return {};
  }));
}

TEST_P(store_contract, a_unit_that_fails_leaves_nothing_and_hands_on_its_failure) {
  const auto outcome = transact([](records& r) -> result<void> {
    EXPECT_TRUE(r.put_setting("half", "done"));
    EXPECT_TRUE(r.put_job({"purge", "x", from_unix_ms(1), 0}));
    return failure::not_found;
  });
  EXPECT_EQ(outcome.error(), failure::not_found);
  ASSERT_TRUE(transact([](records& r) -> result<void> {
    EXPECT_EQ(*r.get_setting("half"), std::nullopt);
    EXPECT_EQ(*r.next_job_due("purge"), std::nullopt);
    return {};
  }));
}

TEST_P(store_contract, a_unit_that_fails_takes_no_other_with_it) {
  std::vector<std::future<result<void>>> answers;
  for (int i = 0; i < 30; ++i) {
    auto promised = std::make_shared<std::promise<result<void>>>();
    answers.push_back(promised->get_future());
    kept().transact(
        [i](records& r) -> result<void> {
          EXPECT_TRUE(r.put_setting("unit" + std::to_string(i), "x"));
          if (i % 2 == 0) return failure::already_exists;
          return {};
        },
        [promised](result<void> outcome) { promised->set_value(outcome); });
  }
  for (int i = 0; i < 30; ++i) EXPECT_EQ(answers[static_cast<std::size_t>(i)].get().has_value(), i % 2 == 1);
  ASSERT_TRUE(transact([](records& r) -> result<void> {
    for (int i = 0; i < 30; ++i) {
      EXPECT_EQ(r.get_setting("unit" + std::to_string(i))->has_value(), i % 2 == 1) << i;
    }
    return {};
  }));
}

TEST_P(store_contract, units_are_done_in_the_order_they_were_asked_for) {
  for (int i = 0; i < 20; ++i) {
    kept().transact([i](records& r) { return r.put_setting("count", std::to_string(i)); }, [](result<void>) {});
  }
  std::optional<std::string> found;
  ASSERT_TRUE(transact([&](records& r) -> result<void> {
    found = *r.get_setting("count");
    return {};
  }));
  EXPECT_EQ(found, "19");
}

TEST_P(store_contract, an_invitation_for_one_is_spent_once_however_many_race) {
  ASSERT_TRUE(transact([&](records& r) { return r.put_invitation(invitation(1)); }));
  std::atomic<int> entered = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> racers;
  for (int i = 0; i < 20; ++i) {
    racers.emplace_back([&] {
      const auto outcome = spend(from_unix_ms(10));
      if (outcome) {
        ++entered;
      } else if (outcome.error() == failure::not_found) {
        ++refused;
      }
    });
  }
  for (auto& racer : racers) racer.join();
  EXPECT_EQ(entered, 1);
  EXPECT_EQ(refused, 19);
  EXPECT_EQ(found_invitation()->uses_left, 0);
}

TEST_P(store_contract, a_use_that_was_rolled_back_is_not_spent) {
  ASSERT_TRUE(transact([&](records& r) { return r.put_invitation(invitation(1)); }));
  EXPECT_FALSE(transact([](records& r) -> result<void> {
    EXPECT_TRUE(r.spend_invitation("hash", from_unix_ms(10)));
    return failure::conflict;
  }));
  EXPECT_EQ(found_invitation()->uses_left, 1);
}

TEST_P(store_contract, an_invitation_ends_when_its_moment_comes) {
  ASSERT_TRUE(transact([&](records& r) { return r.put_invitation(invitation(5)); }));
  EXPECT_TRUE(spend(from_unix_ms(999)));
  EXPECT_EQ(spend(from_unix_ms(1000)).error(), failure::not_found);
  EXPECT_EQ(found_invitation()->uses_left, 4);
}

TEST_P(store_contract, an_invitation_without_limit_or_end_opens_always) {
  auto open_door = invitation(-1);
  open_door.expires_at = instant{};
  ASSERT_TRUE(transact([&](records& r) { return r.put_invitation(open_door); }));
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(spend(from_unix_ms(1'000'000 + i)));
  EXPECT_EQ(found_invitation()->uses_left, -1);
}

TEST_P(store_contract, an_unknown_invitation_is_not_found) {
  EXPECT_EQ(spend(from_unix_ms(1)).error(), failure::not_found);
  EXPECT_EQ(found_invitation(), std::nullopt);
}

TEST_P(store_contract, jobs_of_a_kind_come_when_they_are_due_and_longest_due_first) {
  ASSERT_TRUE(transact([](records& r) -> result<void> {
    EXPECT_TRUE(r.put_job({"purge", std::string("\0m", 2), from_unix_ms(300), 0}));
    EXPECT_TRUE(r.put_job({"purge", "b", from_unix_ms(100), 2}));
    EXPECT_TRUE(r.put_job({"remind", "b", from_unix_ms(200), 0}));
    EXPECT_TRUE(r.put_job({"remind", "late", from_unix_ms(900), 0}));
    EXPECT_EQ(*r.next_job_due("purge"), from_unix_ms(100));
    EXPECT_EQ(*r.next_job_due("remind"), from_unix_ms(200));
    EXPECT_EQ(*r.next_job_due("nothing"), std::nullopt);
    const auto due = r.jobs_due("purge", from_unix_ms(300), 10);
    EXPECT_EQ(due->size(), 2u);
    EXPECT_EQ((*due)[0].subject, "b");
    EXPECT_EQ((*due)[0].attempts, 2u);
    EXPECT_EQ((*due)[1].subject, std::string("\0m", 2));
    EXPECT_EQ(r.jobs_due("purge", from_unix_ms(300), 1)->size(), 1u);
    EXPECT_EQ(r.jobs_due("remind", from_unix_ms(300), 1)->front().kind, "remind");
    EXPECT_TRUE(r.jobs_due("purge", from_unix_ms(99), 10)->empty());
    EXPECT_TRUE(r.jobs_due("nothing", from_unix_ms(300), 10)->empty());
    return {};
  }));
}

TEST_P(store_contract, a_job_put_again_is_moved_and_a_deleted_one_is_gone) {
  ASSERT_TRUE(transact([](records& r) -> result<void> {
    EXPECT_TRUE(r.put_job({"purge", "a", from_unix_ms(100), 0}));
    EXPECT_TRUE(r.put_job({"purge", "a", from_unix_ms(500), 1}));
    EXPECT_EQ(*r.next_job_due("purge"), from_unix_ms(500));
    EXPECT_TRUE(r.delete_job("purge", "a"));
    EXPECT_TRUE(r.delete_job("purge", "a"));
    EXPECT_EQ(*r.next_job_due("purge"), std::nullopt);
    return {};
  }));
}

TEST_P(store_contract, a_store_that_works_is_healthy) {
  ASSERT_TRUE(transact([](records& r) { return r.put_setting("a", "b"); }));
  EXPECT_TRUE(kept().healthy());
}

NIGHTLIGHT_CONTRACT(store_contract);

}  // namespace
}  // namespace nightlight::contract
