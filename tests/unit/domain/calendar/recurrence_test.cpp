#include "domain/calendar/recurrence.hpp"

#include <gtest/gtest.h>

namespace nightlight::domain::calendar {
namespace {

std::vector<std::string> first_days(const std::string& rule, const std::string& start, std::size_t most = 5) {
  std::vector<std::string> found;
  recurrence_walk days{recurrence::parse(rule).value(), local_time_of(start).value()};
  while (found.size() < most) {
    const auto next = days.next();
    if (!next) break;
    found.push_back(to_text(day_of(*next)));
  }
  return found;
}

TEST(recurrence, a_rule_is_read_and_keeps_its_words) {
  const auto rule = recurrence::parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=8");
  ASSERT_TRUE(rule);
  EXPECT_EQ(rule->text(), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=8");
  EXPECT_EQ(rule->how_often(), frequency::weekly);
  EXPECT_EQ(rule->interval(), 2u);
  EXPECT_EQ(rule->count(), 8u);
  EXPECT_FALSE(rule->until());
  EXPECT_FALSE(rule->is_within_a_day());
}

TEST(recurrence, an_end_is_a_day_a_local_time_or_a_moment) {
  EXPECT_EQ(recurrence::parse("FREQ=DAILY;UNTIL=20261224")->text(), "FREQ=DAILY;UNTIL=20261224T235959");
  EXPECT_EQ(recurrence::parse("FREQ=DAILY;UNTIL=20261224T100000")->text(), "FREQ=DAILY;UNTIL=20261224T100000");
  EXPECT_FALSE(recurrence::parse("FREQ=DAILY;UNTIL=20261224T100000Z")) << "of which zone?";
  const auto zone = [](instant at) {
    return local_time{std::chrono::floor<std::chrono::seconds>(at.time_since_epoch())} - std::chrono::hours{6};
  };
  EXPECT_EQ(recurrence::parse("FREQ=DAILY;UNTIL=20261224T100000Z", zone)->text(), "FREQ=DAILY;UNTIL=20261224T040000");
}

TEST(recurrence, nonsense_is_no_rule) {
  for (const char* text : {"",
                           ";",
                           "FREQ",
                           "FREQ=",
                           "FREQ=OFTEN",
                           "FREQ=WEEKLY;",
                           "FREQ=WEEKLY;;COUNT=1",
                           "COUNT=3",
                           "freq=weekly",
                           "FREQ=WEEKLY;FREQ=DAILY",
                           "FREQ=WEEKLY;COUNT=0",
                           "FREQ=WEEKLY;COUNT=-1",
                           "FREQ=WEEKLY;COUNT=1e3",
                           "FREQ=WEEKLY;COUNT=1;UNTIL=20261224",
                           "FREQ=WEEKLY;INTERVAL=0",
                           "FREQ=WEEKLY;INTERVAL=10000",
                           "FREQ=WEEKLY;UNTIL=20260230",
                           "FREQ=WEEKLY;UNTIL=later",
                           "FREQ=WEEKLY;BYDAY=",
                           "FREQ=WEEKLY;BYDAY=XX",
                           "FREQ=WEEKLY;BYDAY=TU,",
                           "FREQ=MONTHLY;BYMONTHDAY=40",
                           "FREQ=WEEKLY;X-BYMOON=1",
                           "RSCALE=HEBREW;FREQ=YEARLY",
                           "FREQ=YEARLY;BYWEEKNO=1,53",
                           "FREQ=YEARLY;BYWEEKNO=-53",
                           "FREQ=WEEKLY\r\nATTENDEE:x",
                           "FREQ=WEEKLY;BYDAY=TU\\nX"}) {
    EXPECT_FALSE(recurrence::parse(text)) << text;
  }
}

TEST(recurrence, a_rule_has_a_length) {
  std::string days = "FREQ=YEARLY;BYYEARDAY=1";
  while (days.size() + 4 <= rule_bytes_max) days += ",100";
  days.append(rule_bytes_max - days.size(), '1');
  EXPECT_EQ(days.size(), rule_bytes_max);
  EXPECT_FALSE(recurrence::parse(days + "1"));
}

TEST(recurrence, several_times_a_day_is_known_as_such) {
  for (const char* text : {"FREQ=HOURLY", "FREQ=MINUTELY;COUNT=2", "FREQ=SECONDLY", "FREQ=DAILY;BYHOUR=9,10",
                           "FREQ=DAILY;BYMINUTE=0,30", "FREQ=DAILY;BYSECOND=0,1"}) {
    EXPECT_TRUE(recurrence::parse(text)->is_within_a_day()) << text;
  }
  EXPECT_FALSE(recurrence::parse("FREQ=DAILY;BYHOUR=9")->is_within_a_day());
}

TEST(recurrence, another_end_takes_the_place_of_the_former) {
  const auto rule = recurrence::parse("FREQ=WEEKLY;COUNT=8;BYDAY=TU").value();
  EXPECT_EQ(rule.ended_after(3).text(), "FREQ=WEEKLY;BYDAY=TU;COUNT=3");
  const auto ended = rule.ended_at(local_time_of("2026-12-31T23:59:59").value());
  EXPECT_EQ(ended.text(), "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231T235959");
  EXPECT_FALSE(ended.count());
  EXPECT_EQ(ended.ended_after(3).text(), "FREQ=WEEKLY;BYDAY=TU;COUNT=3");
}

TEST(recurrence, a_walk_gives_what_the_rule_names_and_ends_with_it) {
  EXPECT_EQ(first_days("FREQ=WEEKLY;COUNT=2", "2026-11-24T20:00"),
            (std::vector<std::string>{"2026-11-24", "2026-12-01"}));
  EXPECT_EQ(first_days("FREQ=YEARLY", "2024-02-29T20:00", 2), (std::vector<std::string>{"2024-02-29", "2028-02-29"}));
  EXPECT_EQ(first_days("FREQ=DAILY", "2026-11-24T20:00", 400).size(), 400u);
}

TEST(recurrence, a_rule_that_names_no_day_ends_at_once) {
  EXPECT_TRUE(first_days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-02-01T20:00").empty());
}

TEST(local_time, is_read_in_one_form_only) {
  EXPECT_EQ(to_text(*local_time_of("2026-11-24T19:30")), "2026-11-24T19:30");
  EXPECT_EQ(to_text(*local_time_of("2026-11-24T19:30:05")), "2026-11-24T19:30:05");
  EXPECT_EQ(to_compact(*local_time_of("2026-11-24T19:30")), "20261124T193000");
  for (const char* text : {"", "2026-11-24", "2026-11-24 19:30", "2026-11-24T24:00", "2026-02-30T10:00",
                           "1899-12-31T10:00", "2026-11-24T19:60", "2026-11-24T19:30Z", "2026-11-24T19:30:",
                           "2026-1-24T19:30:0", "2026-11-24T19:30:60", "-026-11-24T19:30", "2026-11-24T1 :30"}) {
    EXPECT_FALSE(local_time_of(text)) << text;
  }
}

}  // namespace
}  // namespace nightlight::domain::calendar
