// Whom the room keeps out is known at the door, whenever the process stops; and whoever is kept out can still be heard.
#include <gtest/gtest.h>

#include "domain/room/command.hpp"
#include "domain/room/marks.hpp"
#include "simulation/a_room.hpp"

namespace nightlight::simulation {
namespace {

constexpr auto bytes = wire::subprotocol::binary;

const std::string device(domain::mark_bytes, 'd');
const std::string link(domain::mark_bytes, 'l');

rooms::shared_principal with_marks(const std::string& name, const std::string& marks) {
  rooms::principal who = *person(name);
  who.marks = private_text{marks};
  return std::make_shared<const rooms::principal>(std::move(who));
}

class rooms_bans : public ::testing::Test {
 protected:
  rooms_bans() {
    w.add_room("room");
    w.start();
    open_room(w, kim);
    ana.connect();
    read();
  }

  void read() {
    w.settle();
    for (phone* p : {&kim, &ana}) p->drain_all();
    w.settle();
  }
  void ban() { kim.send("ban", domain::ban_member{member_number{ana.member}, seconds{3600}, private_text{"threats"}}); }
  void restart() {
    for (phone* p : {&kim, &ana}) p->cut();
    w.kill();
    w.start();
    kim.connect();
    ana.connect();
    read();
  }
  std::vector<ban_row> kept() {
    std::vector<ban_row> found;
    w.store.transact(
        [&](records& r) -> result<void> {
          found = *r.find_bans(room_id{"room"}, {device, link}, w.clock.now());
          return {};
        },
        [](const auto&) {});
    w.store.run_pending();
    return found;
  }

  world w{2, patient()};
  phone kim{w, person("Kim", domain::role::facilitator), "room", bytes, 0};
  phone ana{w, with_marks("Ana", device + link), "room", bytes, 1};
};

TEST_F(rooms_bans, a_ban_is_kept_before_it_is_acknowledged_and_until_its_end) {
  ban();
  for (std::mt19937_64 random(7); !kim.acks.contains("ban");) {
    const std::size_t before = kept().size();
    ASSERT_TRUE(w.step(random));
    kim.drain_all();
    EXPECT_TRUE(!kim.acks.contains("ban") || before == 2);
  }
  read();
  ASSERT_EQ(kept().size(), 2u);
  EXPECT_EQ(kept()[0].until, w.clock.now() + seconds{3600});
  EXPECT_EQ(w.audited().back().entry.action, "member_banned");
  EXPECT_EQ(w.audited().back().entry.at, kept()[0].at);
}

TEST_F(rooms_bans, a_crash_between_the_append_and_the_store_leaves_no_door_open) {
  const std::size_t before = w.rows("room").size();
  ban();
  for (std::mt19937_64 random(1); w.rows("room").size() == before;) ASSERT_TRUE(w.step(random));
  ASSERT_TRUE(kept().empty());
  restart();
  EXPECT_EQ(kept().size(), 2u);
}

TEST_F(rooms_bans, whatever_the_store_says_the_ban_is_kept_once_it_is_acknowledged) {
  w.store.fail_next_units(1);
  ban();
  read();
  EXPECT_TRUE(kim.acks.contains("ban"));
  EXPECT_EQ(kept().size(), 2u);
  kim.send("back", domain::readmit_member{member_number{ana.member}});
  w.store.doubt_next_units(1);
  read();
  EXPECT_TRUE(kim.acks.contains("back"));
  EXPECT_TRUE(kept().empty());
}

TEST_F(rooms_bans, readmitting_lifts_it_and_a_restart_does_not_bring_it_back) {
  ban();
  read();
  kim.send("back", domain::readmit_member{member_number{ana.member}});
  read();
  EXPECT_TRUE(kept().empty());
  restart();
  EXPECT_TRUE(kept().empty());
  EXPECT_TRUE(ana.joined);
}

TEST_F(rooms_bans, a_ban_of_a_forgotten_meeting_is_lifted_from_the_list) {
  kim.send("ban", domain::ban_member{member_number{ana.member}, seconds{28 * 24 * 3600}, private_text{"threats"}});
  read();
  kim.send("close", domain::close_room{});
  read();
  w.clock.advance(std::chrono::hours{24});
  w.up->forgetting->look_again();
  read();
  ASSERT_EQ(kept().size(), 2u);
  std::optional<rooms::outcome> told;
  w.up->rooms->send(room_id{"room"},
                    rooms::outside_mail{
                        nullptr, domain::note_ban_lifted{kept().front().at, person_id{"Lee"}, domain::role::moderator},
                        [&](rooms::outcome end) { told = std::move(end); }});
  read();
  ASSERT_TRUE(told && *told);
  EXPECT_TRUE(kept().empty());
  restart();
  EXPECT_TRUE(kept().empty());
}

TEST_F(rooms_bans, while_the_store_cannot_be_written_a_ban_is_not_acknowledged) {
  w.store.fail_next_units(1000);
  ban();
  read();
  EXPECT_FALSE(kim.acks.contains("ban"));
  w.store.fail_next_units(0);
  ban();
  read();
  EXPECT_TRUE(kim.acks.contains("ban"));
  EXPECT_EQ(kept().size(), 2u);
}

TEST_F(rooms_bans, whoever_was_sent_away_is_answered_without_a_seat) {
  ban();
  read();
  ana.send("appeal", domain::appeal{private_text{"it was not me"}});
  ana.send("report", domain::report{member_number{kim.member}, {}, false, private_text{"rough"}});
  ana.send("feeling", domain::tell_staff{domain::feeling::not_ok});
  ana.send("words", domain::say{{private_text{"hello"}}});
  read();
  for (const char* id : {"appeal", "report", "feeling"}) EXPECT_TRUE(ana.acks.contains(id)) << id;
  EXPECT_EQ(ana.refusals["words"], "removed");
  EXPECT_EQ(w.folded("room").alerts.size(), 3u);
}

TEST_F(rooms_bans, and_still_after_her_page_came_back) {
  ban();
  read();
  ana.disconnect();
  ana.connect();
  read();
  EXPECT_FALSE(ana.joined);
  ana.send("appeal", domain::appeal{private_text{"it was not me"}});
  read();
  EXPECT_TRUE(ana.acks.contains("appeal"));
}

TEST_F(rooms_bans, an_appeal_from_outside_reaches_the_team_and_is_still_there_after_a_restart) {
  ban();
  read();
  std::optional<rooms::outcome> told;
  w.up->rooms->send(room_id{"room"},
                    rooms::outside_mail{nullptr, domain::note_appeal{private_text{"it was not me"}, private_text{link}},
                                        [&](rooms::outcome end) { told = std::move(end); }});
  read();
  ASSERT_TRUE(told && *told);
  EXPECT_TRUE(std::holds_alternative<domain::answer>(**told));
  restart();
  const domain::room_state room = w.folded("room");
  ASSERT_EQ(room.alerts.size(), 1u);
  EXPECT_EQ(room.alerts[0].cause.about, member_number{ana.member});
  EXPECT_EQ(room.alerts[0].cause.words.reveal(), "it was not me");
}

TEST_F(rooms_bans, the_room_tells_the_door_when_it_takes_nobody_new) {
  const auto glance = [&] {
    std::optional<rooms::glance> seen;
    w.up->rooms->send(room_id{"room"}, rooms::glance_mail{[&](const result<rooms::glance>& g) { seen = *g; }});
    read();
    return seen->invitations_closed;
  };
  EXPECT_FALSE(glance());
  kim.send("closed", domain::set_invitations{true});
  EXPECT_TRUE(glance());
  kim.send("open again", domain::set_invitations{false});
  kim.send("lock", domain::set_lockdown{true});
  EXPECT_TRUE(glance());
  kim.send("unlock", domain::set_lockdown{false});
  EXPECT_FALSE(glance());
}

}  // namespace
}  // namespace nightlight::simulation
