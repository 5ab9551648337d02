// What scenarios cannot show: the shape of the events that a decision writes, and who never gets one.
#include "domain/room/decide.hpp"
#include "domain/text/code_points.hpp"

#include <gtest/gtest.h>

#include "domain/room/apply.hpp"
#include "domain/room/verdict.hpp"

namespace nightlight::domain {
namespace {

const actor kim{person_id{"kim"}, role::facilitator, private_text{"Kim"}};
const actor ana{person_id{"ana"}, role::member, private_text{"Ana"}};
const circumstances now{from_unix_ms(1'900'000'000'000), true, {}};

std::vector<event> do_it(room_state& room, const actor& who, command what, const std::string& id = "") {
  const decision d = decide(room, {who, command_id{id}, "words", std::move(what)}, now);
  const auto* yes = std::get_if<accepted>(&d);
  if (yes == nullptr) return {};
  for (const event& e : yes->events) apply(room, place_next(room, e, now.now));
  return yes->events;
}

room_state open_room_with_ana() {
  room_state room;
  do_it(room, kim, open_room{meeting_id{"m"}, 24, seconds{0}, 0});
  do_it(room, ana, join{});
  return room;
}

TEST(decide, whoever_opens_the_room_is_number_one) {
  room_state room;
  const auto events = do_it(room, kim, open_room{meeting_id{"m"}, 24, seconds{0}, 0}, "k1");
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].actor, member_number{1});
  EXPECT_EQ(events[0].command, command_id{"k1"});
  EXPECT_EQ(std::get<member_joined>(events[1].body).member, member_number{1});
  EXPECT_FALSE(events[1].command);
}

TEST(decide, an_introduction_bears_no_command_and_comes_first) {
  room_state room = open_room_with_ana();
  const actor lee{person_id{"lee"}, role::moderator, private_text{"Lee"}};
  const auto events = do_it(room, lee, mute_member{member_number{2}, seconds{60}, {}}, "l1");
  ASSERT_EQ(events.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<member_joined>(events[0].body));
  EXPECT_FALSE(events[0].command);
  EXPECT_EQ(events[1].command, command_id{"l1"});
  EXPECT_EQ(events[1].actor, member_number{3});
}

TEST(decide, a_member_who_takes_back_from_outside_is_not_brought_back) {
  room_state room = open_room_with_ana();
  do_it(room, ana, say{{private_text{"hello"}}});
  const circle_number said = room.circle_head;
  do_it(room, ana, leave{});
  const auto events = do_it(room, ana, retract_own{said});
  ASSERT_EQ(events.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<messages_retracted>(events[0].body));
  EXPECT_FALSE(room.find(member_number{2})->present);
}

TEST(decide, the_system_may_ask_only_for_what_is_its_own) {
  room_state room = open_room_with_ana();
  room.slow_mode = seconds{30};
  for (const command& c : {command{say{{private_text{"x"}}}}, command{join{}}, command{close_room{}},
                           command{mute_member{member_number{2}, {}, {}}}, command{set_listening{true}}}) {
    const decision d = decide(room, {{}, {}, {}, c}, now);
    ASSERT_TRUE(std::holds_alternative<refusal>(d)) << "command " << c.index();
    EXPECT_EQ(std::get<refusal>(d).code, refusal_code::not_permitted);
  }
}

TEST(decide, a_refusal_without_an_end_has_no_time_to_wait) {
  room_state room = open_room_with_ana();
  do_it(room, kim, mute_member{member_number{2}, seconds{0}, {}});
  const decision d = decide(room, {ana, {}, {}, say{{private_text{"x"}}}}, now);
  EXPECT_EQ(std::get<refusal>(d), (refusal{refusal_code::muted, milliseconds{0}}));
}

TEST(decide, the_name_that_enters_the_log_is_the_tidied_one) {
  room_state room = open_room_with_ana();
  const actor bea{person_id{"bea"}, role::member, private_text{"  Bea   Luz "}};
  const auto events = do_it(room, bea, join{});
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(std::get<member_joined>(events[0].body).name, private_text{"Bea Luz"});
}

TEST(code_points, are_counted_and_not_bytes) {
  EXPECT_EQ(code_points(""), 0U);
  EXPECT_EQ(code_points("Ana"), 3U);
  EXPECT_EQ(code_points("ñandú"), 5U);
  EXPECT_EQ(code_points("🌙🌙"), 2U);
  EXPECT_EQ(code_points("e\xcc\x81"), 2U);  // a letter and its accent
}

}  // namespace
}  // namespace nightlight::domain
