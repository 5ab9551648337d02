// Who is kept out at the door, and what the store knows of it.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>

#include "accounts/entry.hpp"
#include "accounts/staff.hpp"
#include "adapters/memory/memory_store.hpp"
#include "adapters/sqlite/sqlite_database.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "rooms/bans.hpp"
#include "sealing/digest.hpp"
#include "sealing/text_form.hpp"
#include "support/await_task.hpp"
#include "support/fixed_clock.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::accounts {
namespace {

using testing::await_task;

const room_id here{"room"};
const room_id elsewhere{"other"};

class door {
 public:
  explicit door(store& s) : store_(s) {
    for (const room_id& id : {here, elsewhere}) {
      room_row row;
      row.id = id;
      transact([&](records& r) { return r.put_room(row); });
    }
  }

  void transact(const store::work& unit) {
    std::promise<result<void>> promised;
    store_.transact(unit, [&](result<void> done) { promised.set_value(done); });
    EXPECT_TRUE(promised.get_future().get());
  }

  secret invite(std::int64_t uses, const room_id& room = here, person_id person = {},
                domain::role role = domain::role::member) {
    secret made;
    transact([&](records& r) -> result<void> {
      made = *make_invitation(r, {room, role, std::move(person), "", uses, clock.now() + seconds{3600}});
      return {};
    });
    return made;
  }

  answer<entered> enter(const secret& link, const secret& device, const std::string& name = "Ana") {
    return await_task(context_, entry_.async_enter(context_.get_executor(), {link, name, "v1", "en", device}));
  }
  std::string how(const secret& link, const secret& device, const std::string& name = "Ana") {
    const answer<entered> in = enter(link, device, name);
    return in ? "came in" : std::string(name_of(in.error()));
  }
  answer<kept_out> ask(const secret& link, const secret& device) {
    return await_task(context_, entry_.async_kept_out(context_.get_executor(), link, device));
  }

  // As the room does it.
  void ban(const answer<entered>& in, seconds length = seconds{3600}) {
    ASSERT_TRUE(in);
    const rooms::ban_change change{domain::marks_in(in->who.marks), clock.now() + length, position{9}};
    transact([&](records& r) { return rooms::keep_bans(r, in->room, std::vector{change}); });
  }

  testing::fixed_clock clock;
  testing::temporary_directory keys;
  const ban_marks marks{keys.path()};

 private:
  boost::asio::io_context context_{1};
  store& store_;
  const guidelines_by_language rules_{{{"en", {"v1", {"Be kind."}}}, {"es", {"v1", {"Sé amable."}}}}};
  const domain::limits names_;
  entry entry_{store_, clock, rules_, names_, marks, {}};
};

secret a_device() { return secret::random(device_bytes); }

class a_ban : public ::testing::Test {
 protected:
  adapters::memory_store store_;
  door door_{store_};
  const secret open_link_ = door_.invite(-1);
  const secret phone_ = a_device();
};

TEST_F(a_ban, is_not_escaped_by_a_new_name_and_a_new_session) {
  door_.ban(door_.enter(open_link_, phone_));
  EXPECT_EQ(door_.how(open_link_, phone_, "Somebody else"), "banned");
  EXPECT_EQ(door_.how(door_.invite(-1), phone_, "Somebody else"), "banned") << "nor by a new link for many";
  EXPECT_EQ(door_.how(door_.invite(1), phone_, "Somebody else"), "banned") << "nor by one of her own";
}

TEST_F(a_ban, says_when_it_ends_and_lets_her_in_at_that_moment) {
  door_.ban(door_.enter(open_link_, phone_), seconds{60});
  door_.clock.advance(milliseconds{59'999});
  const auto in = door_.enter(open_link_, phone_);
  ASSERT_FALSE(in);
  EXPECT_EQ(in.error().code, denial_code::banned);
  EXPECT_EQ(in.error().retry_after, milliseconds{1});
  door_.clock.advance(milliseconds{1});
  EXPECT_EQ(door_.how(open_link_, phone_), "came in");
}

TEST_F(a_ban, of_one_room_does_not_reach_another) {
  door_.ban(door_.enter(open_link_, phone_));
  EXPECT_EQ(door_.how(door_.invite(-1, elsewhere), phone_), "came in");
}

TEST_F(a_ban, of_one_evening_of_a_series_holds_on_all_of_them) {
  using domain::calendar::local_day;
  const series_id circle{"a series"};
  door_.transact([&](records& r) -> result<void> {
    EXPECT_TRUE(r.calendar().put_meeting_room({circle, local_day{std::chrono::year{2026} / 11 / 24}}, here));
    return r.calendar().put_meeting_room({circle, local_day{std::chrono::year{2026} / 12 / 1}}, elsewhere);
  });
  const secret next_week = door_.invite(-1, elsewhere);
  door_.ban(door_.enter(door_.invite(1), phone_));
  EXPECT_EQ(door_.how(next_week, phone_, "Somebody else"), "banned");
  EXPECT_EQ(door_.how(next_week, a_device(), "Bea"), "came in");
  door_.transact([&](records& r) { return r.delete_bans_made(here, position{9}); });
  EXPECT_EQ(door_.how(next_week, phone_), "came in");
}

TEST_F(a_ban, by_a_link_for_many_keeps_nobody_else_out) {
  door_.ban(door_.enter(open_link_, phone_));
  EXPECT_EQ(door_.how(open_link_, a_device(), "Bea"), "came in");
  const secret for_two = door_.invite(2);
  EXPECT_EQ(door_.how(for_two, a_device(), "Cleo"), "came in");
  door_.ban(door_.enter(for_two, a_device(), "Dina"));
  EXPECT_EQ(door_.how(for_two, a_device(), "Cleo"), "invitation_spent") << "also when she was the last to use it";
}

TEST_F(a_ban, knows_her_by_her_own_link_when_her_cookies_are_gone) {
  const secret hers = door_.invite(1);
  door_.ban(door_.enter(hers, phone_));
  EXPECT_EQ(door_.how(hers, a_device()), "banned") << "and not that the link was used";
  EXPECT_EQ(door_.how(hers, secret{}), "banned");
}

TEST_F(a_ban, is_lifted_by_clearing_cookies_where_the_link_says_nothing) {
  door_.ban(door_.enter(open_link_, phone_));
  EXPECT_EQ(door_.how(open_link_, a_device()), "came in");
}

TEST_F(a_ban, reaches_the_link_that_brings_one_person_back) {
  const secret hers = door_.invite(-1, here, person_id{"0123456789abcdef"});
  door_.ban(door_.enter(hers, phone_));
  EXPECT_EQ(door_.how(hers, a_device()), "banned");
}

TEST_F(a_ban, of_somebody_who_shows_nothing_is_known_by_nothing) {
  const auto in = door_.enter(open_link_, secret{});
  ASSERT_TRUE(in);
  EXPECT_TRUE(in->who.marks.empty());
  EXPECT_TRUE(door_.enter(open_link_, secret{"not one of ours"})->who.marks.empty());
}

TEST_F(a_ban, refuses_before_the_link_is_spent) {
  door_.ban(door_.enter(open_link_, phone_));
  const secret fresh = door_.invite(1);
  EXPECT_EQ(door_.how(fresh, phone_), "banned");
  EXPECT_EQ(door_.how(fresh, a_device(), "Bea"), "came in");
}

TEST_F(a_ban, that_was_lifted_is_over_for_every_mark) {
  const secret hers = door_.invite(1);
  const auto in = door_.enter(hers, phone_);
  door_.ban(in);
  const rooms::ban_change lifted{domain::marks_in(in->who.marks), {}, position{12}};
  for (int i = 0; i < 2; ++i) {
    door_.transact([&](records& r) { return rooms::keep_bans(r, here, std::vector{lifted}); });
  }
  EXPECT_EQ(door_.how(open_link_, phone_), "came in");
  EXPECT_EQ(door_.how(hers, a_device()), "invitation_spent");
}

TEST_F(a_ban, can_be_appealed_by_a_link_that_is_spent_or_old) {
  const secret hers = door_.invite(1);
  const auto in = door_.enter(hers, phone_);
  door_.ban(in, seconds{8 * 3600});
  door_.clock.advance(seconds{2 * 3600});
  const auto out = door_.ask(hers, phone_);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->room, here);
  EXPECT_EQ(out->marks, in->who.marks) << "so that her room can tell who writes";
  EXPECT_TRUE(door_.ask(hers, secret{})) << "with nothing but the link";
}

TEST_F(a_ban, is_needed_for_an_appeal) {
  const auto why = [&](const secret& link, const secret& device) {
    const auto out = door_.ask(link, device);
    return out ? "heard" : std::string(name_of(out.error()));
  };
  EXPECT_EQ(why(open_link_, phone_), "nothing_to_appeal");
  EXPECT_EQ(why(secret::random(invitation_bytes), phone_), "invitation_unknown");
  EXPECT_EQ(why(secret{}, phone_), "invitation_unknown");
  door_.ban(door_.enter(open_link_, phone_), seconds{60});
  EXPECT_EQ(why(open_link_, phone_), "heard");
  EXPECT_EQ(why(open_link_, a_device()), "nothing_to_appeal");
  door_.clock.advance(seconds{60});
  EXPECT_EQ(why(open_link_, phone_), "nothing_to_appeal");
}

TEST_F(a_ban, never_marks_staff) {
  person_id kim;
  door_.transact([&](records& r) -> result<void> {
    kim = add_staff(r, "Kim", domain::role::facilitator, "")->id;
    return {};
  });
  const auto in = door_.enter(door_.invite(1, here, kim, domain::role::facilitator), phone_);
  ASSERT_TRUE(in);
  EXPECT_TRUE(in->who.marks.empty());
  EXPECT_TRUE(in->session.row.sealed_marks.empty());
}

std::string everything_in(const std::string& folder) {
  std::string all;
  for (const auto& file : std::filesystem::directory_iterator{folder}) {
    std::ifstream in{file.path(), std::ios::binary};
    all.append(std::istreambuf_iterator<char>{in}, {});
  }
  return all;
}

TEST(a_database_with_bans, holds_neither_the_token_nor_anything_that_is_the_same_in_two_rooms) {
  testing::temporary_directory folder;
  adapters::sqlite_database file{{.path = folder.file("nightlight.db")}};
  adapters::sqlite_store kept{file};
  door at(kept);
  const secret phone = a_device();
  const auto in = at.enter(at.invite(1), phone);
  const auto in_other = at.enter(at.invite(1, elsewhere), phone);
  ASSERT_TRUE(in && in_other);
  for (const auto* who : {&in->who, &in_other->who}) {
    ASSERT_EQ(domain::marks_in(who->marks).size(), 2u);
    for (const std::string& mark : domain::marks_in(who->marks)) {
      EXPECT_EQ(everything_in(folder.path()).find(mark), std::string::npos) << "nobody is banned yet";
    }
  }
  EXPECT_FALSE(domain::share_a_mark(in->who.marks, in_other->who.marks));
  at.ban(in);
  at.ban(in_other);
  const std::string all = everything_in(folder.path());
  EXPECT_NE(all.find(at.marks.of_device(here, phone)), std::string::npos) << "the test looks where it should";
  for (const std::string& secret_of_hers : {std::string(phone.reveal()), *sealing::from_base64url(phone.reveal()),
                                            phone.hash(), sealing::sha256(*sealing::from_base64url(phone.reveal()))}) {
    EXPECT_EQ(all.find(secret_of_hers), std::string::npos);
  }
}

TEST(the_key_of_bans, is_made_once_for_its_owner_alone) {
  testing::temporary_directory folder;
  const secret phone = a_device();
  const std::string mark = ban_marks{folder.path()}.of_device(here, phone);
  EXPECT_EQ(mark.size(), domain::mark_bytes);
  EXPECT_EQ(ban_marks{folder.path()}.of_device(here, phone), mark) << "after a restart";
  struct stat found {};
  ASSERT_EQ(::stat(folder.file("bans.key").c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0600U);
  ban_marks::forget(folder.path());
  EXPECT_NE(ban_marks{folder.path()}.of_device(here, phone), mark) << "another key, other marks";
}

TEST(the_key_of_bans, that_is_damaged_or_open_to_others_stops_the_start) {
  testing::temporary_directory folder;
  std::ofstream{folder.file("bans.key")} << "short";
  EXPECT_THROW(ban_marks{folder.path()}, std::runtime_error);
  std::ofstream{folder.file("bans.key")} << std::string(32, 'k');
  std::filesystem::permissions(folder.file("bans.key"), std::filesystem::perms{0644});
  EXPECT_THROW(ban_marks{folder.path()}, std::runtime_error);
  std::filesystem::permissions(folder.file("bans.key"), std::filesystem::perms{0600});
  EXPECT_NO_THROW(ban_marks{folder.path()});
}

TEST(the_key_of_bans, gives_a_device_and_a_link_different_marks) {
  testing::temporary_directory folder;
  const ban_marks marks{folder.path()};
  const secret same = a_device();
  EXPECT_NE(marks.of_device(here, same), marks.of_invitation(here, same));
  EXPECT_NE(marks.of_device(here, same), marks.of_device(elsewhere, same));
  EXPECT_NE(marks.of_device(here, same), marks.of_device(here, a_device()));
}

}  // namespace
}  // namespace nightlight::accounts
