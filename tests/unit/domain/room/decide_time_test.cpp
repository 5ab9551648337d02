// Corners of what only time brings about: nothing early, everything due at once, and next_due() says the same as the
// rule.
#include <gtest/gtest.h>

#include "domain/room/apply.hpp"
#include "domain/room/decide.hpp"

namespace nightlight::domain {
namespace {

const actor kim{person_id{"kim"}, role::facilitator, private_text{"Kim"}};
const actor ana{person_id{"ana"}, role::member, private_text{"Ana"}};
const actor bea{person_id{"bea"}, role::member, private_text{"Bea"}};
const actor ada{person_id{"ada"}, role::admin, private_text{"Ada"}};
const instant evening = from_unix_ms(1'900'000'000'000);

class clock_room : public testing::Test {
 protected:
  clock_room() {
    ask(kim, open_room{meeting_id{"m"}, 24, seconds{0}, 0});
    ask(ana, join{});
    ask(bea, join{});
  }

  std::vector<event> ask(const actor& who, command what) {
    const decision d = decide(room_, {who, {}, {}, std::move(what)}, {now_, true, rules_});
    const auto* yes = std::get_if<accepted>(&d);
    if (yes == nullptr) return {};
    for (const event& e : yes->events) apply(room_, place_next(room_, e, now_));
    return yes->events;
  }
  std::vector<event> look_at_the_clock() { return ask({}, note_time{}); }

  limits rules_;
  instant now_ = evening;
  room_state room_;
};

TEST_F(clock_room, nothing_waits_for_nothing) {
  EXPECT_EQ(next_due(room_, rules_), instant::max());
  EXPECT_EQ(next_due(room_state{}, rules_), instant::max());
  EXPECT_TRUE(look_at_the_clock().empty());
}

TEST_F(clock_room, a_millisecond_early_is_early) {
  ask(ana, say{{private_text{"hello"}}});
  const instant due = next_due(room_, rules_);
  EXPECT_EQ(due, evening + rules_.unanswered_after);
  now_ = due - milliseconds{1};
  EXPECT_TRUE(look_at_the_clock().empty());
  now_ = due;
  EXPECT_EQ(look_at_the_clock().size(), 1U);
  EXPECT_EQ(next_due(room_, rules_), instant::max());
}

TEST_F(clock_room, what_is_due_together_is_numbered_one_after_the_other) {
  ask(ana, say{{private_text{"hello"}}});
  ask(bea, say{{private_text{"hello"}}});
  ask(kim, set_hold{hold_mode::everything, 0});
  ask(ana, say{{private_text{"again"}}});
  ask(ada, break_glass{private_text{"why"}, std::chrono::minutes{5}});
  now_ += std::chrono::hours{1};
  const auto events = look_at_the_clock();
  std::vector<alert_number> numbers;
  for (const event& e : events) {
    if (const auto* raised = std::get_if<alert_raised>(&e.body)) numbers.push_back(raised->alert);
  }
  EXPECT_EQ(events.size(), 4U);
  EXPECT_EQ(numbers, (std::vector<alert_number>{alert_number{1}, alert_number{2}, alert_number{3}}));
  EXPECT_TRUE(look_at_the_clock().empty());
  EXPECT_EQ(next_due(room_, rules_), now_ + rules_.ladder.amber_co_facilitator) << "the held message's alert climbs";
}

TEST_F(clock_room, a_clock_that_was_set_back_brings_nothing_forward) {
  now_ = evening + std::chrono::minutes{4};
  ask(ana, say{{private_text{"hello"}}});
  now_ = evening;
  EXPECT_TRUE(look_at_the_clock().empty());
  EXPECT_EQ(next_due(room_, rules_), evening + std::chrono::minutes{9});
}

// Alert 1, about Ana.
void call(room_state& room, alert_kind kind, alert_level level, instant when) {
  alert_cause cause;
  cause.kind = kind;
  cause.level = level;
  cause.about = member_number{2};
  apply(room, place_next(room, {{}, {}, {}, alert_raised{alert_number{1}, cause}}, when));
}

TEST_F(clock_room, an_alert_climbs_at_each_second_of_its_ladder_and_not_before) {
  call(room_, alert_kind::phrase, alert_level::red, evening);
  for (const auto& [after, rung] : {std::pair{rules_.ladder.red_co_facilitator, alert_rung::co_facilitator},
                                    {rules_.ladder.red_on_call, alert_rung::on_call},
                                    {rules_.ladder.red_admin, alert_rung::admin}}) {
    EXPECT_EQ(next_due(room_, rules_), evening + after);
    now_ = evening + after - milliseconds{1};
    EXPECT_TRUE(look_at_the_clock().empty());
    now_ = evening + after;
    const auto events = look_at_the_clock();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(std::get<alert_climbed>(events[0].body), (alert_climbed{alert_number{1}, rung}));
    EXPECT_FALSE(events[0].actor) << "nobody did this";
    EXPECT_EQ(room_.alerts[0].climbed_at, now_);
  }
  EXPECT_EQ(next_due(room_, rules_), instant::max());
}

TEST_F(clock_room, steps_that_were_missed_are_made_up_for_one_by_one) {
  call(room_, alert_kind::worry, alert_level::red, evening);
  now_ = evening + std::chrono::hours{1};
  std::vector<alert_rung> rungs;
  for (const event& e : look_at_the_clock()) rungs.push_back(std::get<alert_climbed>(e.body).rung);
  using enum alert_rung;
  EXPECT_EQ(rungs, (std::vector{co_facilitator, on_call, admin}));
  EXPECT_TRUE(look_at_the_clock().empty());
}

TEST_F(clock_room, what_is_about_the_room_or_soft_calls_nobody) {
  for (const alert_kind kind : {alert_kind::appeal, alert_kind::conduct, alert_kind::join_burst, alert_kind::strikes}) {
    room_state room = room_;
    call(room, kind, alert_level::amber, evening);
    EXPECT_EQ(next_due(room, rules_), instant::max()) << static_cast<int>(kind);
  }
  for (const alert_level level : {alert_level::none, alert_level::soft}) {
    room_state room = room_;
    call(room, alert_kind::phrase, level, evening);
    EXPECT_EQ(next_due(room, rules_), instant::max()) << static_cast<int>(level);
  }
}

TEST_F(clock_room, a_clock_set_back_does_not_call_early_and_a_hand_over_counts_from_the_room_s_own_time) {
  now_ = evening + std::chrono::minutes{4};
  call(room_, alert_kind::phrase, alert_level::red, now_);
  ask(kim, claim_alert{alert_number{1}});
  now_ = evening;
  ask(kim, hand_alert{alert_number{1}, {}});
  EXPECT_EQ(next_due(room_, rules_), evening + std::chrono::minutes{5});
  EXPECT_TRUE(look_at_the_clock().empty());
}

TEST_F(clock_room, a_closed_room_waits_only_for_its_admin_to_go) {
  ask(ana, say{{private_text{"hello"}}});
  ask(ada, break_glass{private_text{"why"}, std::chrono::minutes{30}});
  ask(kim, close_room{});
  EXPECT_EQ(next_due(room_, rules_), evening + std::chrono::minutes{30});
  now_ += std::chrono::minutes{30};
  const auto events = look_at_the_clock();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<member_left>(events[0].body));
  EXPECT_FALSE(events[0].actor) << "nobody did this";
}

TEST_F(clock_room, an_admin_who_left_in_time_is_not_sent_out_again) {
  ask(ada, break_glass{private_text{"why"}, std::chrono::minutes{30}});
  ask(ada, leave{});
  now_ += std::chrono::hours{1};
  EXPECT_TRUE(look_at_the_clock().empty());
}

}  // namespace
}  // namespace nightlight::domain
