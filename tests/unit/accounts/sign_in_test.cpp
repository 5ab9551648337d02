#include "accounts/sign_in.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

#include "accounts/revocations.hpp"
#include "accounts/sessions.hpp"
#include "accounts/staff.hpp"
#include "adapters/memory/memory_store.hpp"
#include "support/await_task.hpp"
#include "support/fixed_clock.hpp"

namespace nightlight::accounts {
namespace {

using testing::await_task;

// Stands for argon2id, which takes a tenth of a second on purpose.
bool plain_match(const std::string& hash, const private_text& password) { return hash == password.reveal(); }

class signing_in : public ::testing::Test {
 protected:
  signing_in() {
    now([&](records& r) -> result<void> {
      kim_ = add_staff(r, "Kim", domain::role::facilitator, "correct horse")->id;
      return {};
    });
  }

  void now(const store::work& unit) {
    store_.transact(unit, [](result<void> kept) { ASSERT_TRUE(kept); });
  }

  answer<staff_signed_in> sign_in_as(std::string name, std::string password) {
    return await_task(context_, door_.async_sign_in(context_.get_executor(),
                                                    {std::move(name), private_text{std::move(password)}, "en"}));
  }

  std::string why(const answer<staff_signed_in>& in) { return in ? "signed in" : std::string(name_of(in.error())); }

  boost::asio::io_context context_{1};
  testing::fixed_clock clock_;
  adapters::memory_store store_;
  std::function<bool(const std::string&, const private_text&)> match_ = plain_match;
  password_pool pool_{{1, 4}, [this](const std::string& h, const private_text& p) { return match_(h, p); }};
  sign_in door_{store_, clock_, pool_, {}};
  person_id kim_;
};

TEST_F(signing_in, opens_a_session_of_the_account) {
  const auto in = sign_in_as("kim", "correct horse");
  ASSERT_TRUE(in);
  EXPECT_EQ(in->who.name.reveal(), "Kim");
  EXPECT_EQ(in->who.role, domain::role::facilitator);
  revocations hub;
  sessions stored(store_, clock_, hub);
  EXPECT_TRUE(await_task(context_, stored.async_prove(context_.get_executor(), in->session.token)));
}

TEST_F(signing_in, a_wrong_name_and_a_wrong_password_read_the_same_and_both_cost_a_check) {
  std::atomic<int> checks = 0;
  match_ = [&](const std::string& h, const private_text& p) {
    ++checks;
    return plain_match(h, p);
  };
  EXPECT_EQ(why(sign_in_as("Kim", "wrong horse")), "wrong_name_or_password");
  EXPECT_EQ(why(sign_in_as("Nobody", "correct horse")), "wrong_name_or_password");
  EXPECT_EQ(why(sign_in_as("", "")), "wrong_name_or_password");
  EXPECT_EQ(checks, 3);
}

TEST_F(signing_in, an_account_without_a_password_cannot_be_signed_in_to) {
  now([&](records& r) -> result<void> {
    EXPECT_TRUE(add_staff(r, "Lee", domain::role::moderator, ""));
    return {};
  });
  EXPECT_EQ(why(sign_in_as("Lee", "")), "wrong_name_or_password");
}

TEST_F(signing_in, disabling_ends_sessions_and_the_account) {
  const auto in = sign_in_as("Kim", "correct horse");
  ASSERT_TRUE(in);
  now([&](records& r) -> result<void> {
    EXPECT_EQ(*disable_staff(r, "KIM"), kim_);
    return {};
  });
  revocations hub;
  sessions stored(store_, clock_, hub);
  EXPECT_FALSE(await_task(context_, stored.async_prove(context_.get_executor(), in->session.token)));
  EXPECT_EQ(why(sign_in_as("Kim", "correct horse")), "wrong_name_or_password");
}

TEST_F(signing_in, a_new_password_replaces_the_old_one_and_ends_sessions) {
  const auto in = sign_in_as("Kim", "correct horse");
  now([&](records& r) -> result<void> {
    EXPECT_TRUE(set_staff_password(r, "Kim", "battery staple"));
    return {};
  });
  revocations hub;
  sessions stored(store_, clock_, hub);
  EXPECT_FALSE(await_task(context_, stored.async_prove(context_.get_executor(), in->session.token)));
  EXPECT_EQ(why(sign_in_as("Kim", "correct horse")), "wrong_name_or_password");
  EXPECT_EQ(why(sign_in_as("Kim", "battery staple")), "signed in");
}

TEST_F(signing_in, an_account_disabled_while_the_password_is_checked_stays_out) {
  match_ = [&](const std::string& h, const private_text& p) {
    store_.transact(
        [](records& r) -> result<void> { return disable_staff(r, "Kim") ? result<void>() : failure::not_found; },
        [](result<void>) {});
    return plain_match(h, p);
  };
  EXPECT_EQ(why(sign_in_as("Kim", "correct horse")), "wrong_name_or_password");
}

TEST_F(signing_in, a_second_factor_is_asked_for_where_there_is_one) {
  now([&](records& r) -> result<void> {
    staff_row row = **r.find_staff(staff_name_key("Kim"));
    row.totp_secret = "secret";
    return r.put_staff(row);
  });
  EXPECT_EQ(why(sign_in_as("Kim", "correct horse")), "second_factor_needed");
  EXPECT_EQ(why(sign_in_as("Kim", "wrong horse")), "wrong_name_or_password");
}

TEST_F(signing_in, two_accounts_cannot_have_names_that_look_alike) {
  now([&](records& r) -> result<void> {
    EXPECT_EQ(add_staff(r, "k\xc3\xadm", domain::role::moderator, "").error(), failure::already_exists);
    EXPECT_FALSE(add_staff(r, "", domain::role::moderator, ""));
    EXPECT_FALSE(disable_staff(r, "Nobody"));
    return {};
  });
}

TEST_F(signing_in, a_storm_fills_the_queue_and_nothing_else) {
  std::latch hold(1);
  std::latch begun(1);
  match_ = [&](const std::string& h, const private_text& p) {
    if (p.reveal() == "first") begun.count_down();
    hold.wait();
    return plain_match(h, p);
  };
  std::atomic<int> answered = 0;
  pool_.async_check("x", private_text{"first"}, [&](std::optional<bool>) { ++answered; });
  begun.wait();  // the only thread is busy now: what comes next waits, as far as there is room
  int turned_away = 0;
  for (int i = 0; i < 100; ++i) {
    pool_.async_check("x", private_text{"storm"}, [&, i](std::optional<bool> matches) {
      if (matches) {
        ++answered;
      } else {
        EXPECT_GE(i, 4);
        ++turned_away;
      }
    });
  }
  EXPECT_EQ(turned_away, 96);
  EXPECT_EQ(why(sign_in_as("Kim", "correct horse")), "too_busy");
  hold.count_down();
  while (answered < 5) std::this_thread::yield();
  EXPECT_EQ(why(sign_in_as("Kim", "correct horse")), "signed in");
}

TEST(passwords, a_hash_is_argon2id_with_the_cost_we_promise_and_matches_its_password_alone) {
  const std::string hash = hash_password(private_text{"correct horse"});
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$")) << hash;
  EXPECT_TRUE(password_matches(hash, private_text{"correct horse"}));
  EXPECT_FALSE(password_matches(hash, private_text{"wrong horse"}));
}

TEST(passwords, nobody_s_hash_costs_the_same_and_matches_nothing) {
  EXPECT_TRUE(nobodys_hash().starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
  EXPECT_FALSE(password_matches(nobodys_hash(), private_text{""}));
  const auto time = [](const std::string& hash) {
    const auto from = std::chrono::steady_clock::now();
    (void)password_matches(hash, private_text{"some password"});
    return std::chrono::steady_clock::now() - from;
  };
  // A hash that did not even parse would be answered in microseconds.
  EXPECT_GT(time(nobodys_hash()), std::chrono::milliseconds(10));
}

TEST(passwords, a_pool_that_stops_answers_everyone) {
  std::atomic<int> answered = 0;
  {
    password_pool pool({1, 8}, plain_match);
    for (int i = 0; i < 8; ++i) pool.async_check("x", private_text{"y"}, [&](std::optional<bool>) { ++answered; });
  }
  EXPECT_EQ(answered, 8);
}

TEST(passwords, short_ones_are_refused_in_words) {
  EXPECT_TRUE(password_problem(private_text{"eleven char"}));
  EXPECT_FALSE(password_problem(private_text{"twelve chars"}));
  EXPECT_TRUE(password_problem(private_text{std::string(257, 'a')}));
}

}  // namespace
}  // namespace nightlight::accounts
