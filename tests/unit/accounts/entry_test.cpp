#include "accounts/entry.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "accounts/room_book.hpp"
#include "accounts/staff.hpp"
#include "adapters/memory/memory_store.hpp"
#include "support/await_task.hpp"
#include "support/fixed_clock.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::accounts {
namespace {

using testing::await_task;

class coming_in : public ::testing::Test {
 protected:
  coming_in() {
    room_row room;
    room.id = room_id{"room"};
    room.title = "Newborn nights";
    now([&](records& r) { return r.put_room(room); });
  }

  void now(const store::work& unit) {
    store_.transact(unit, [](result<void> kept) { ASSERT_TRUE(kept); });
  }

  secret invite(std::int64_t uses = 1, domain::role role = domain::role::member, person_id person = {}) {
    secret made;
    now([&](records& r) -> result<void> {
      new_invitation wanted{room_id{"room"}, role, person, "Ana", uses, clock_.now() + seconds{3600}};
      made = *make_invitation(r, wanted);
      return {};
    });
    return made;
  }

  answer<entered> enter(secret invitation, std::string name = "Ana", std::string version = "v1",
                        std::string language = "en") {
    return await_task(context_, door_.async_enter(context_.get_executor(),
                                                  {std::move(invitation), std::move(name), version, language}));
  }

  std::string why(const answer<entered>& in) { return in ? "came in" : std::string(name_of(in.error())); }

  boost::asio::io_context context_{1};
  testing::fixed_clock clock_;
  adapters::memory_store store_;
  const guidelines_by_language rules_{{{"en", {"v1", {"Be kind."}}}, {"es", {"v2", {"Sé amable."}}}}};
  const domain::limits names_;
  testing::temporary_directory keys_;
  const ban_marks bans_{keys_.path()};
  entry door_{store_, clock_, rules_, names_, bans_, {}};
};

TEST_F(coming_in, looking_spends_nothing) {
  const secret link = invite();
  for (int i = 0; i < 3; ++i) {
    const auto view = await_task(context_, door_.async_look(context_.get_executor(), link));
    ASSERT_TRUE(view);
    EXPECT_EQ(view->room.title, "Newborn nights");
    EXPECT_EQ(view->suggested_name, "Ana");
  }
  EXPECT_TRUE(enter(link));
  const auto after = await_task(context_, door_.async_look(context_.get_executor(), link));
  ASSERT_FALSE(after);
  EXPECT_EQ(name_of(after.error()), "invitation_spent");
}

TEST_F(coming_in, a_link_for_one_lets_one_in) {
  const secret link = invite();
  const auto in = enter(link);
  ASSERT_TRUE(in);
  EXPECT_EQ(in->who.room, room_id{"room"});
  EXPECT_EQ(in->who.role, domain::role::member);
  EXPECT_EQ(in->session.row.guidelines_version, "v1");
  EXPECT_EQ(why(enter(link)), "invitation_spent");
}

TEST_F(coming_in, a_link_for_many_makes_a_new_person_each_time) {
  const secret link = invite(-1);
  const auto first = enter(link);
  const auto second = enter(link);
  ASSERT_TRUE(first && second);
  EXPECT_NE(first->who.person, second->who.person);
}

TEST_F(coming_in, what_is_refused_does_not_spend_the_link) {
  const secret link = invite();
  EXPECT_EQ(why(enter(link, "A")), "name_too_short");
  EXPECT_EQ(why(enter(link, "Moderator Ana")), "name_not_allowed");
  EXPECT_EQ(why(enter(link, "call 555 123 4567")), "name_not_allowed");
  EXPECT_EQ(why(enter(link, "Ana\xe2\x80\xae")), "name_not_allowed");
  EXPECT_EQ(why(enter(link, "Ana", "v0")), "guidelines_changed");
  EXPECT_EQ(why(enter(link, "Ana", "v1", "es")), "guidelines_changed");
  EXPECT_EQ(why(enter(link, "Ana", "v2", "es")), "came in");
}

TEST_F(coming_in, an_unknown_or_old_link_opens_nothing) {
  EXPECT_EQ(why(enter(secret::random(invitation_bytes))), "invitation_unknown");
  EXPECT_EQ(why(enter(secret{})), "invitation_unknown");
  EXPECT_EQ(why(enter(secret{"not base64url!"})), "invitation_unknown");
  const secret link = invite();
  clock_.advance(seconds{3600});
  EXPECT_EQ(why(enter(link)), "invitation_expired");
}

TEST_F(coming_in, a_member_cannot_take_the_name_of_a_team_member_or_one_that_looks_like_it) {
  now([&](records& r) -> result<void> {
    EXPECT_TRUE(add_staff(r, "Kim", domain::role::facilitator, ""));
    return {};
  });
  const secret link = invite();
  EXPECT_EQ(why(enter(link, "Kim")), "name_taken");
  EXPECT_EQ(why(enter(link, "K\xd1\x96m")), "name_taken");  // with a Cyrillic letter
  EXPECT_EQ(why(enter(link, "Kima")), "came in");
}

TEST_F(coming_in, a_staff_link_opens_the_session_of_its_account_and_only_while_that_is_enabled) {
  person_id kim;
  now([&](records& r) -> result<void> {
    kim = add_staff(r, "Kim", domain::role::facilitator, "")->id;
    return {};
  });
  const auto in = enter(invite(1, domain::role::facilitator, kim), "Somebody else", "");
  ASSERT_TRUE(in);
  EXPECT_EQ(in->who.name.reveal(), "Kim");
  EXPECT_EQ(in->who.person, kim);
  EXPECT_FALSE(in->who.room);
  EXPECT_EQ(why(enter(invite(1, domain::role::admin, kim))), "invitation_unknown");
  EXPECT_EQ(why(enter(invite(1, domain::role::facilitator))), "invitation_unknown");
  now([&](records& r) -> result<void> {
    EXPECT_TRUE(disable_staff(r, "kim"));
    return {};
  });
  EXPECT_EQ(why(enter(invite(1, domain::role::facilitator, kim))), "invitation_unknown");
}

TEST_F(coming_in, without_the_store_nothing_is_spent) {
  const secret link = invite();
  store_.fail_next_units(1);
  EXPECT_EQ(why(enter(link)), "store_unavailable");
  EXPECT_EQ(why(enter(link)), "came in");
}

TEST_F(coming_in, a_link_for_one_lets_one_in_however_many_race_for_it) {
  const secret link = invite();
  std::atomic<int> came_in = 0;
  std::atomic<int> refused = 0;
  const auto race = [&] {
    boost::asio::io_context context{1};
    for (int i = 0; i < 5; ++i) {
      boost::asio::co_spawn(context.get_executor(),
                            door_.async_enter(context.get_executor(), {link, "Ana", "v1", "en"}),
                            [&](const std::exception_ptr&, const answer<entered>& in) { ++(in ? came_in : refused); });
    }
    context.run();
  };
  std::vector<std::thread> racers;
  for (int i = 0; i < 4; ++i) racers.emplace_back(race);
  for (std::thread& t : racers) t.join();
  EXPECT_EQ(came_in, 1);
  EXPECT_EQ(refused, 19);
}

TEST_F(coming_in, a_room_is_made_with_a_link_that_many_may_use) {
  room_book book(store_, clock_, {});
  const auto made = await_task(context_, book.async_create(context_.get_executor(), {"En español", "es", 0, 30, 5}));
  ASSERT_TRUE(made);
  EXPECT_EQ(made->row.retention_hours, 0U);
  EXPECT_EQ(made->row.slow_mode_seconds, 30U);
  EXPECT_TRUE(enter(made->invitation));
  EXPECT_TRUE(enter(made->invitation));
  const auto rows = await_task(context_, book.async_list(context_.get_executor(), {}));
  EXPECT_EQ(rows->size(), 2U);
  EXPECT_EQ(await_task(context_, book.async_list(context_.get_executor(), made->row.id))->size(), 1U);
  EXPECT_TRUE(await_task(context_, book.async_list(context_.get_executor(), room_id{"none"}))->empty());
}

TEST(room_book, a_room_with_a_strange_title_or_number_is_refused) {
  const auto why = [](new_room wanted) {
    const auto wrong = check_new_room(wanted, {});
    return wrong ? std::string(name_of(*wrong)) : "made";
  };
  EXPECT_EQ(why({"Ok", "en"}), "made");
  EXPECT_EQ(why({std::string(60, 'a'), "en"}), "made");
  for (const std::string& title : {std::string("a"), std::string(61, 'a'), std::string("   "), std::string("a\nb")}) {
    EXPECT_EQ(why({title, "en"}), "title_not_allowed");
  }
  EXPECT_EQ(why({"Ok", "fr"}), "language_unknown");
  EXPECT_EQ(why({"Ok", "en", 169}), "number_out_of_range");
  EXPECT_EQ(why({"Ok", "en", 24, 3601}), "number_out_of_range");
  EXPECT_EQ(why({"Ok", "en", 24, 0, 10'001}), "number_out_of_range");
}

}  // namespace
}  // namespace nightlight::accounts
