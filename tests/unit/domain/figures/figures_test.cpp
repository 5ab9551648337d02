// Meetings in numbers: what the log comes to, and how weeks are made of it.
#include <gtest/gtest.h>

#include "domain/figures/csv.hpp"
#include "domain/figures/summary.hpp"
#include "domain/room/apply.hpp"
#include "domain/room/decide.hpp"
#include "wire/figures_record.hpp"

namespace nightlight::domain {
namespace {

const actor kim{person_id{"kim"}, role::facilitator, private_text{"Kim"}};
const actor ana{person_id{"ana"}, role::member, private_text{"Ana"}};
const actor bea{person_id{"bea"}, role::member, private_text{"Bea"}};
const instant evening = from_unix_ms(1'900'000'000'000);

class counted_room : public ::testing::Test {
 protected:
  counted_room() {
    ask(kim, open_room{meeting_id{"m"}, 24, seconds{0}, 0});
    ask(ana, join{});
    ask(bea, join{true});
  }
  void ask(const actor& who, command what) {
    const decision d = decide(room_, {who, {}, {}, std::move(what)}, {now_, true, rules_});
    const auto* yes = std::get_if<accepted>(&d);
    ASSERT_NE(yes, nullptr);
    for (const event& e : yes->events) apply(room_, place_next(room_, e, now_));
  }
  void ask_later(seconds after, const actor& who, command what) {
    now_ += after;
    ask(who, std::move(what));
  }

  limits rules_;
  instant now_ = evening;
  room_state room_;
};

TEST_F(counted_room, a_meeting_that_goes_on_has_no_figures_yet) {
  EXPECT_FALSE(figures_of(room_));
  EXPECT_FALSE(figures_of(room_state{}));
}

TEST_F(counted_room, an_evening_comes_to_numbers_without_anybody_in_them) {
  ask(ana, say{{private_text{"hello"}}});
  ask_later(rules_.unanswered_after, {}, note_time{});
  ask(bea, tell_staff{feeling::not_ok});
  ask_later(seconds{90}, kim, claim_alert{alert_number{2}});
  ask(ana, check_out{leaving::lighter, {}, true});
  ask_later(seconds{600}, kim, close_room{});
  ask_later(seconds{60}, bea, check_out{leaving::heavier, {}});
  const auto made = figures_of(room_);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->opened_at, evening);
  EXPECT_EQ(made->closed_at - made->opened_at, rules_.unanswered_after + seconds{690});
  EXPECT_EQ(made->attendance, 2U);
  EXPECT_EQ(made->first_timers, 1U);
  EXPECT_EQ(made->unanswered, 1U);
  EXPECT_EQ((std::vector{made->lighter, made->same, made->heavier}), (std::vector{1U, 0U, 1U}));
  const alert_figure told_us{alert_level::amber, alert_rung::facilitator, seconds{90}};
  EXPECT_EQ(made->alerts, std::vector{told_us});
  EXPECT_EQ(*wire::decode_figures(wire::encode_figures(*made)), *made);
}

TEST_F(counted_room, what_she_says_last_is_what_counts) {
  ask(ana, check_out{leaving::lighter, {}, true});
  ask(ana, check_out{leaving::same, {}, false});
  ask(kim, close_room{});
  const auto made = figures_of(room_);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->first_timers, 0U);
  EXPECT_EQ((std::vector{made->lighter, made->same, made->heavier}), (std::vector{0U, 1U, 0U}));
}

TEST_F(counted_room, an_alert_handed_on_counts_from_its_first_owner_and_keeps_its_highest_step) {
  ask(bea, tell_staff{feeling::not_ok});
  ask_later(rules_.ladder.amber_on_call, {}, note_time{});
  ask_later(seconds{20}, kim, claim_alert{alert_number{1}});
  ask_later(seconds{20}, kim, hand_alert{alert_number{1}, {}});
  ask_later(seconds{20}, kim, claim_alert{alert_number{1}});
  ask(kim, close_room{});
  const auto made = figures_of(room_);
  ASSERT_TRUE(made && made->alerts.size() == 1);
  EXPECT_EQ(made->alerts.front().taken_after, rules_.ladder.amber_on_call + seconds{20});
  EXPECT_EQ(made->alerts.front().climbed_to, alert_rung::on_call);
}

TEST_F(counted_room, what_was_counted_is_not_counted_anew_without_the_words) {
  ask(kim, close_room{});
  ask({}, note_words_purged{meeting_id{"m"}});
  EXPECT_FALSE(figures_of(room_));
}

meeting_figures closing(instant when, std::size_t reds = 0, alert_rung climbed_to = alert_rung::facilitator) {
  meeting_figures f;
  f.opened_at = when - std::chrono::hours{1};
  f.closed_at = when;
  f.attendance = 8;
  f.alerts.assign(reds, {alert_level::red, climbed_to, seconds{30}});
  return f;
}

instant at(std::chrono::sys_days day, int hour) { return instant{day.time_since_epoch() + std::chrono::hours{hour}}; }

TEST(weeks, begin_on_mondays_at_noon_in_greenwich_and_are_told_when_they_have_rested) {
  using namespace std::chrono;
  const sys_days monday{2026y / November / 23};
  EXPECT_EQ(monday_of(at(monday, 12)), monday);
  EXPECT_EQ(monday_of(at(monday, 12) - milliseconds{1}), monday - days{7});
  EXPECT_EQ(monday_of(at(monday + days{6}, 23)), monday);
  const std::vector meetings{closing(at(monday, 11), 6), closing(at(monday, 20), 5), closing(at(monday + days{7}, 3))};
  const auto all = weeks_of(meetings, at(monday + days{8}, 12));
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].monday, monday - days{7});
  EXPECT_EQ(all[1].monday, monday);
  EXPECT_EQ(all[1].meetings, 2U);
  EXPECT_EQ(all[1].all.attendance, told(16));
  EXPECT_EQ(weeks_of(meetings, at(monday + days{8}, 12) - milliseconds{1}).size(), 1U);
}

TEST(weeks, tell_alerts_by_level_the_time_to_answer_and_how_many_climbed) {
  const std::vector one(5, closing(at(std::chrono::sys_days{}, 20), 1, alert_rung::on_call));
  const auto all = weeks_of(one, instant::max());
  ASSERT_EQ(all.size(), 1U);
  const level_summary& red = all[0].all.alerts.front();
  EXPECT_EQ(red.level, alert_level::red);
  EXPECT_EQ(red.alerts, told(5));
  EXPECT_EQ(red.until_taken, (waiting_times{seconds{30}, seconds{30}}));
  EXPECT_EQ(all[0].all.alerts.back().alerts, told(0));
  EXPECT_EQ(all[0].climbed, told(5));
}

TEST(weeks, what_climbed_does_not_give_away_the_few_that_did_not) {
  auto meetings = std::vector(5, closing(at(std::chrono::sys_days{}, 20), 1, alert_rung::on_call));
  meetings.push_back(closing(at(std::chrono::sys_days{}, 20), 1));
  const auto all = weeks_of(meetings, instant::max());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].all.alerts.front().alerts, told(6));
  EXPECT_FALSE(all[0].climbed.exact());
}

TEST(weeks, an_evening_s_small_counts_are_not_what_a_week_leaves) {
  meeting_figures big = closing(at(std::chrono::sys_days{}, 20));
  big.attendance = 20;
  big.lighter = 9;
  big.same = 5;
  big.heavier = 6;
  big.first_timers = 7;
  meeting_figures small = closing(at(std::chrono::sys_days{}, 23));
  small.lighter = 7;
  small.heavier = 1;
  small.first_timers = 2;
  EXPECT_EQ(summary_of(big).heavier, told(6));
  EXPECT_FALSE(summary_of(small).heavier.exact());
  EXPECT_FALSE(summary_of(small).lighter.exact());
  const auto all = weeks_of({big, small}, instant::max());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].all.attendance, told(28));
  EXPECT_FALSE(all[0].all.heavier.exact());
  EXPECT_FALSE(all[0].all.lighter.exact());
  EXPECT_FALSE(all[0].all.first_timers.exact());
}

TEST(tables, no_cell_is_a_formula) {
  EXPECT_EQ(csv_cell("Newborn nights"), "Newborn nights");
  EXPECT_EQ(csv_cell(""), "");
  EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
  EXPECT_EQ(csv_cell("  =1+1"), "'  =1+1");
  EXPECT_EQ(csv_cell("@sum"), "'@sum");
  EXPECT_EQ(csv_cell("-1"), "'-1");
  EXPECT_EQ(csv_cell("+1"), "'+1");
  EXPECT_EQ(csv_cell("\t=1"), "'\t=1");
  EXPECT_EQ(csv_cell("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  EXPECT_EQ(csv_cell("a\r\n=b"), "\"a\r\n=b\"");
  EXPECT_EQ(csv_line({"", "a, b", ""}), ",\"a, b\",\r\n");
}

}  // namespace
}  // namespace nightlight::domain
