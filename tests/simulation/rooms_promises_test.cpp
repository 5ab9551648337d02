// One promise at a time, through the whole shell of the rooms: what staff do leaves no mark on a member's bytes, a room
// without staff pauses, words taken back leave what still waits to be sent.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "domain/room/command.hpp"
#include "simulation/a_room.hpp"

namespace nightlight::simulation {
namespace {

constexpr auto bytes = wire::subprotocol::binary;
constexpr auto json = wire::subprotocol::json;

TEST(rooms_promises, a_burst_larger_than_an_outbox_cuts_nobody_off_who_reads_as_it_comes) {
  a_room r;
  const std::size_t burst = 4 * rooms::outbox_limits{}.frames_max;
  for (std::size_t i = 0; i < burst; ++i) r.ana.send(std::to_string(i), domain::say{{private_text{"again"}}});
  r.read_along();
  EXPECT_TRUE(r.ana.connected());
  EXPECT_TRUE(r.bea.connected());
  EXPECT_EQ(r.ana.acks.size(), burst);
}

TEST(rooms_promises, a_burst_of_long_words_cuts_nobody_off_who_reads_as_it_comes) {
  a_room r;
  const std::string longest(r.w.settings.rules.body_code_points_max, 'a');
  const std::size_t burst = 4 * rooms::outbox_limits{}.bytes_max / longest.size();
  for (std::size_t i = 0; i < burst; ++i) r.ana.send(std::to_string(i), domain::say{{private_text{longest}}});
  r.read_along();
  EXPECT_TRUE(r.bea.connected());
  EXPECT_EQ(r.ana.acks.size(), burst);
}

std::vector<std::string> what_ana_got(bool staff_act) {
  a_room r;
  const auto behind_the_scenes = [&](const std::string& id, domain::command what) {
    if (staff_act) r.kim.send(id, std::move(what));
    r.read();
  };
  r.say(r.ana, "a1", "hello");
  behind_the_scenes("k1", domain::set_door{true});
  r.say(r.bea, "b1", "hello back");
  behind_the_scenes("k2", domain::mute_member{member_number{r.bea.member}, seconds{60}, private_text{"language"}});
  r.ana.send("a2", domain::react{circle_number{6}, domain::reaction::heart, false});
  behind_the_scenes("k3", domain::unmute_member{member_number{r.bea.member}});
  r.say(r.bea, "b2", "thank you");
  r.ana.disconnect();
  behind_the_scenes("k4", domain::set_door{false});
  r.say(r.bea, "b3", "are you there");
  r.ana.connect();
  r.read();
  r.ana.disconnect();
  r.ana.connect(false);
  behind_the_scenes("k5", domain::mute_member{member_number{r.bea.member}, seconds{60}, {}});
  r.say(r.ana, "a3", "yes");
  r.read();
  return r.ana.stream;
}

TEST(rooms_promises, a_members_bytes_are_the_same_whatever_staff_do_behind_the_scenes) {
  const auto with = what_ana_got(true);
  EXPECT_GT(with.size(), 10u);
  EXPECT_EQ(with, what_ana_got(false));
}

TEST(rooms_promises, an_ack_names_her_own_event_the_first_time_and_every_time) {
  a_room r;
  phone lou{r.w, person("Lou", domain::role::moderator), "room", bytes, 0};
  lou.connect();
  r.read({&lou});
  lou.send("bye", domain::leave{});
  r.read({&lou});
  lou.send("door", domain::set_door{true});  // introduces her again first
  r.read({&lou});
  const pb::Ack first = lou.acks.at("door");
  lou.send("door", domain::set_door{true});
  r.read({&lou});
  EXPECT_EQ(lou.acks.at("door").position(), first.position());
  EXPECT_EQ(first.number(), 0u);
  lou.send("door", domain::set_door{false});
  r.read({&lou});
  EXPECT_EQ(lou.refusals.at("door"), "message_id_reused");
}

TEST(rooms_promises, words_taken_back_leave_a_snapshot_a_resume_and_a_page_of_history_that_wait_to_be_sent) {
  a_room r;
  r.say(r.ana, "a1", "the-first-secret");
  r.read({&r.kim, &r.ana});
  r.bea.disconnect();
  r.say(r.ana, "a2", "the-second-secret");
  const std::uint64_t first = r.ana.acks.at("a1").number();
  r.read({&r.kim, &r.ana});
  phone newcomer{r.w, person("Cleo"), "room", bytes, 1};
  newcomer.connect();
  r.bea.connect();
  r.kim.ask_history(100);
  r.w.settle();
  r.kim.send("k1", domain::retract_message{circle_number{first}, private_text{"why"}});
  r.w.settle();
  r.kim.send("k2", domain::retract_all_of{member_number{r.ana.member}, {}});
  r.w.settle();
  std::set<std::string> gone{"the-first-secret", "the-second-secret"};
  for (phone* p : {&newcomer, &r.bea, &r.kim}) {
    p->must_not_come = &gone;
    r.read({p});
  }
  ASSERT_EQ(newcomer.seen.shown.messages_size(), 2);
  EXPECT_TRUE(newcomer.seen.shown.messages(0).retracted());
  EXPECT_EQ(r.bea.seen.shown.messages_size(), 2);
}

TEST(rooms_promises, a_reader_too_slow_is_cut_off_and_resumes_without_loss) {
  a_room r;
  phone slow{r.w, person("Dora"), "room", bytes, 1, {8, 4096}};
  slow.connect();
  r.read({&slow});
  for (int i = 0; i < 30; ++i) r.say(r.ana, "a" + std::to_string(i), "words " + std::to_string(i));
  r.read({&slow});
  EXPECT_EQ(slow.overflows, 1u);
  slow.connect();
  r.read();
  r.read({&slow});
  EXPECT_TRUE(slow.resets.empty());
  EXPECT_EQ(slow.seen.text(), r.ana.seen.text());
}

TEST(rooms_promises, whoever_leaves_or_is_removed_gets_nothing_after_that) {
  a_room r;
  r.ana.send("bye", domain::leave{});
  r.w.settle();
  r.kim.send("out", domain::remove_member{member_number{r.bea.member}, seconds{60}, private_text{"reason"}});
  r.say(r.kim, "k1", "between us");
  r.read();
  EXPECT_TRUE(r.ana.acks.contains("bye"));
  ASSERT_EQ(r.bea.notices.size(), 1u);
  for (const phone* p : {&r.ana, &r.bea}) EXPECT_EQ(p->seen.shown.messages_size(), 0);
}

TEST(rooms_promises, a_room_loaded_from_the_log_waits_for_staff) {
  a_room r;
  r.restart();
  r.ana.connect();
  r.say(r.ana, "a1", "anyone");
  r.read({&r.ana});
  EXPECT_EQ(r.ana.refusals.at("a1"), "waiting_for_staff");
  const std::size_t before = r.rows();
  r.kim.connect();
  r.read({&r.kim});
  EXPECT_EQ(r.rows(), before) << "coming back in time appends nothing";
  r.say(r.ana, "a1", "anyone");
  r.read({&r.ana});
  EXPECT_TRUE(r.ana.acks.contains("a1"));
}

TEST(rooms_promises, a_room_without_staff_pauses_once_and_goes_on_once) {
  rooms::options at_once;
  at_once.staff_grace = std::chrono::milliseconds{0};
  a_room r(at_once);
  const std::size_t before = r.rows();
  r.kim.disconnect();
  r.read({&r.ana, &r.bea});
  EXPECT_EQ(r.rows(), before + 1);
  EXPECT_EQ(r.ana.seen.shown.phase(), pb::PHASE_PAUSED);
  r.ana.disconnect();
  r.read({&r.bea});
  EXPECT_EQ(r.rows(), before + 1);
  r.kim.connect();
  r.read({&r.kim, &r.bea});
  EXPECT_EQ(r.rows(), before + 2);
  EXPECT_EQ(r.bea.seen.shown.phase(), pb::PHASE_OPEN);
}

TEST(rooms_promises, an_absent_store_is_not_asked_without_end) {
  rooms::options at_once;
  at_once.staff_grace = std::chrono::milliseconds{0};
  a_room r(at_once);
  r.w.log.inner.set_available(false);
  r.w.store.set_available(false);
  r.kim.disconnect();
  r.w.settle();  // comes to rest
}

TEST(rooms_promises, ids_of_no_room_are_refused_and_leave_nothing_behind) {
  a_room r;
  phone lost{r.w, person("Eve"), "nowhere", json, 0};
  lost.connect();
  r.read({&lost});
  EXPECT_EQ(lost.refusals.at(""), "room_unknown");
  r.w.add_room("nowhere");
  lost.send("a1", domain::say{{private_text{"hello"}}});
  r.read({&lost});
  EXPECT_EQ(lost.refusals.at("a1"), "not_in_room");
}

TEST(rooms_promises, whoever_is_removed_hears_first_what_became_of_her_words) {
  a_room r;
  r.kim.send("hold", domain::set_hold{domain::hold_mode::everything, 0});
  r.read();
  r.say(r.ana, "a1", "held");
  r.kim.send("out", domain::remove_member{member_number{r.ana.member}, seconds{60}, private_text{"because"}, false});
  r.read();
  ASSERT_EQ(r.ana.notices.size(), 3u);
  EXPECT_TRUE(r.ana.notices[0].has_your_words_are_read());
  EXPECT_EQ(r.ana.notices[1].your_words_were_declined().reason(), "because");
  EXPECT_TRUE(r.ana.notices[2].has_you_were_removed());
}

TEST(rooms_promises, whoever_comes_back_reads_again_what_she_was_asked_with) {
  a_room r;
  r.kim.send("hold", domain::set_hold{domain::hold_mode::everything, 0});
  r.read();
  r.say(r.ana, "a1", "held");
  r.kim.send("ask", domain::ask_rephrase{hold_number{1}, private_text{"without the street"}});
  r.read();
  r.ana.disconnect();
  r.ana.connect();
  r.read();
  EXPECT_EQ(r.ana.notices.back().please_rephrase().reason(), "without the street");
  r.restart();
  r.ana.connect();
  r.read({&r.ana});
  EXPECT_EQ(r.ana.notices.back().please_rephrase().reason(), "without the street") << "after a restart too";
}

}  // namespace
}  // namespace nightlight::simulation
