// Corners of a planned meeting's clock: the moment itself and a millisecond before, a machine that was away, an end
// that is moved, and plans that make no sense.
#include <gtest/gtest.h>

#include "domain/room/apply.hpp"
#include "domain/room/decide.hpp"

namespace nightlight::domain {
namespace {

using std::chrono::minutes;

const instant seven = from_unix_ms(1'900'000'000'000);

class planned_room : public testing::Test {
 protected:
  // From seven to eight, opened a quarter of an hour before.
  planned_room() { open(seven - minutes{15}, seven, seven + minutes{60}); }

  void open(instant when, instant starts, instant ends) {
    now = when;
    open_room opening{meeting_id{"m"}, 24, seconds{0}, 0};
    opening.starts_at = starts;
    opening.ends_at = ends;
    ask(kim, opening);
  }
  std::vector<event> ask(const actor& who, command what) {
    const decision d = decide(room, {who, {}, {}, std::move(what)}, {now, true, rules});
    refused.clear();
    if (const auto* no = std::get_if<refusal>(&d)) refused = code_name(no->code);
    const auto* yes = std::get_if<accepted>(&d);
    if (yes == nullptr) return {};
    for (const event& e : yes->events) apply(room, place_next(room, e, now));
    return yes->events;
  }
  // What the clock brings at this moment, and nothing a millisecond before.
  std::vector<std::string> at(instant when) {
    now = when - milliseconds{1};
    EXPECT_TRUE(ask({}, note_time{}).empty());
    now = when;
    return by_now();
  }
  std::vector<std::string> by_now() {
    std::vector<std::string> told;
    for (const event& e : ask({}, note_time{})) told.push_back(name_of(e.body));
    EXPECT_GT(next_due(room, rules), now);
    return told;
  }
  static std::string name_of(const event_body& body) {
    if (std::holds_alternative<circle_began>(body)) return "began";
    if (std::holds_alternative<member_joined>(body)) return "joined";
    if (std::holds_alternative<side_ended>(body)) return "side ended";
    if (std::holds_alternative<member_left>(body)) return "left";
    if (std::holds_alternative<room_closed>(body)) return "closed";
    const auto* notice = std::get_if<ending_soon>(&body);
    return notice != nullptr ? std::to_string(notice->before.count()) : "something else";
  }
  using told = std::vector<std::string>;

  const actor kim{person_id{"kim"}, role::facilitator, private_text{"Kim"}, {}};
  const actor ada{person_id{"ada"}, role::admin, private_text{"Ada"}, {}};
  const actor ana{person_id{"ana"}, role::member, private_text{"Ana"}, {}};
  room_state room;
  limits rules;
  instant now = seven;
  std::string refused;
};

TEST_F(planned_room, brings_each_moment_once_and_at_its_time) {
  ask(ana, join{});
  EXPECT_EQ(at(seven), (told{"began", "joined"}));
  EXPECT_EQ(at(seven + minutes{45}), told{"15"});
  EXPECT_EQ(at(seven + minutes{55}), told{"5"});
  EXPECT_EQ(at(seven + minutes{60}), told{"0"});
  EXPECT_EQ(at(seven + minutes{70}), told{"closed"});
  EXPECT_EQ(next_due(room, rules), instant::max());
}

TEST_F(planned_room, makes_up_in_order_for_what_a_machine_that_was_away_has_missed) {
  ask(ana, join{});
  now = seven + minutes{180};
  EXPECT_EQ(by_now(), (told{"began", "joined", "15", "5", "0", "closed"}));
  EXPECT_EQ(room.phase, phase::closed);
}

TEST_F(planned_room, says_when_it_will_close) {
  now = seven + minutes{60};
  const auto events = ask({}, note_time{});
  const auto& last = std::get<ending_soon>(events.back().body);
  EXPECT_EQ(last.ends_at, seven + minutes{60});
  EXPECT_EQ(last.closes_at, seven + minutes{70});
}

TEST_F(planned_room, without_a_grace_closes_at_the_end_and_says_so_once) {
  rules.closing_grace = minutes{0};
  now = seven + minutes{59};
  by_now();
  EXPECT_EQ(at(seven + minutes{60}), told{"closed"});
}

TEST_F(planned_room, opened_late_gives_only_the_notices_that_are_to_come) {
  room = {};
  open(seven + minutes{50}, seven, seven + minutes{60});
  EXPECT_FALSE(room.plan.gathering);
  EXPECT_EQ(at(seven + minutes{55}), told{"5"});
}

TEST_F(planned_room, shorter_than_a_notice_gives_it_only_once_it_has_begun) {
  room = {};
  open(seven - minutes{15}, seven, seven + minutes{10});
  EXPECT_EQ(at(seven), told{"began"});
  EXPECT_EQ(at(seven + minutes{5}), told{"5"});
}

TEST_F(planned_room, opened_after_its_end_or_planned_without_sense_is_a_meeting_by_hand) {
  for (const auto& [starts, ends] : {std::pair{seven - minutes{90}, seven - minutes{15}},
                                     {seven, seven},
                                     {seven + minutes{60}, seven},
                                     {instant{}, seven + minutes{60}},
                                     {seven, instant{}}}) {
    room = {};
    open(seven - minutes{15}, starts, ends);
    EXPECT_EQ(next_due(room, rules), instant::max());
    EXPECT_FALSE(room.has_lobby());
  }
}

TEST_F(planned_room, extended_at_a_notice_s_own_moment_does_not_give_it_twice) {
  now = seven + minutes{40};
  by_now();
  ask(kim, extend_meeting{minutes{5}});
  EXPECT_EQ(at(seven + minutes{50}), told{"15"});
  ask(kim, extend_meeting{minutes{5}});
  EXPECT_EQ(at(seven + minutes{55}), told{"15"});
  now = seven + minutes{59};
  ask(kim, extend_meeting{minutes{5}});  // sixteen minutes are left
  EXPECT_EQ(at(seven + minutes{60}), told{"15"});
}

TEST_F(planned_room, is_extended_within_limits_and_by_nobody_who_may_not) {
  for (const std::int64_t wrong : {-5, 0, 4, 61, 1'000'000}) {
    ask(kim, extend_meeting{minutes{wrong}});
    EXPECT_EQ(refused, "length_out_of_range") << wrong;
  }
  ask(kim, extend_meeting{minutes{60}});
  ask(kim, extend_meeting{minutes{55}});
  EXPECT_EQ(refused, "");
  ask(kim, extend_meeting{minutes{6}});
  EXPECT_EQ(refused, "extended_enough");
  ask(kim, extend_meeting{minutes{5}});
  EXPECT_EQ(refused, "");
  EXPECT_EQ(room.plan.ends_at, seven + minutes{180});
}

TEST_F(planned_room, waits_for_a_side_room_and_for_a_red_alert_for_an_hour_and_no_longer) {
  now = seven;
  ask(ana, join{});
  by_now();
  ask(kim, open_side{member_number{2}});
  now = seven + minutes{70};
  by_now();
  EXPECT_EQ(room.phase, phase::open);
  EXPECT_EQ(at(seven + minutes{130}), (told{"side ended", "closed"}));
}

TEST_F(planned_room, does_not_wait_for_an_amber_alert_or_a_closed_one) {
  now = seven + minutes{60};
  by_now();
  alert_cause cause;
  cause.kind = alert_kind::appeal;
  for (const alert_level level : {alert_level::amber, alert_level::red}) {
    cause.level = level;
    const alert_number number{static_cast<std::uint32_t>(room.alerts.size() + 1)};
    apply(room, place_next(room, {{}, {}, {}, alert_raised{number, cause}}, now));
  }
  EXPECT_EQ(next_due(room, rules), seven + minutes{130});
  ask(kim, close_alert{alert_number{2}, alert_outcome::talked, {}});
  EXPECT_EQ(next_due(room, rules), seven + minutes{70});
}

TEST_F(planned_room, closes_when_the_admin_s_leave_ends_her_side_room) {
  now = seven;
  ask(ana, join{});
  by_now();
  now = seven + minutes{50};
  by_now();
  ask(ada, break_glass{private_text{"why"}, minutes{25}});
  ask(ada, open_side{room.find(ana.person)->number});
  ASSERT_EQ(refused, "");
  now = seven + minutes{70};
  by_now();
  EXPECT_EQ(at(seven + minutes{75}), (told{"side ended", "left", "closed"}));
}

TEST_F(planned_room, takes_new_people_until_it_is_late_and_counts_from_the_opening_when_that_was_later) {
  rules.late_entry = minutes{20};
  now = seven + minutes{20} - milliseconds{1};
  by_now();
  ask(ana, join{});
  EXPECT_EQ(refused, "");
  now = seven + minutes{20};
  const actor bea{person_id{"bea"}, role::member, private_text{"Bea"}, {}};
  ask(bea, join{});
  EXPECT_EQ(refused, "too_late");
  ask(actor{person_id{"lee"}, role::moderator, private_text{"Lee"}, {}}, join{});
  EXPECT_EQ(refused, "") << "the team may come at any time";
  room = {};
  open(seven + minutes{10}, seven, seven + minutes{60});
  now = seven + minutes{30} - milliseconds{1};
  ask(bea, join{});
  EXPECT_EQ(refused, "");
}

TEST_F(planned_room, a_clock_set_back_brings_nothing_forward_and_nothing_twice) {
  now = seven + minutes{45};
  EXPECT_EQ(by_now(), (told{"began", "15"}));
  now = seven - minutes{5};
  EXPECT_TRUE(ask({}, note_time{}).empty());
  ask(kim, say{{private_text{"hello"}}});
  EXPECT_EQ(next_due(room, rules), seven + minutes{55});
}

}  // namespace
}  // namespace nightlight::domain
