#include <gtest/gtest.h>

#include "domain/calendar/edit.hpp"
#include "domain/calendar/iana_zones.hpp"
#include "domain/calendar/occurrences.hpp"

namespace nightlight::domain::calendar {
namespace {

using namespace std::chrono_literals;

class series_rules : public ::testing::Test {
 protected:
  static plan weekly() {
    return {"sleep",
            "Newborn nights",
            "",
            "en",
            "America/Chicago",
            "2026-11-24T20:00",
            60,
            "FREQ=WEEKLY;BYDAY=TU",
            12,
            "kim",
            "",
            false};
  }
  static local_day day(const char* text) { return local_day_of(text).value(); }

  series made(const plan& typed) {
    auto checked = check_plan(typed, zones);
    EXPECT_TRUE(std::holds_alternative<series>(checked));
    return std::holds_alternative<series>(checked) ? std::get<series>(checked) : series{};
  }
  problems wrong(const plan& typed) {
    auto checked = check_plan(typed, zones);
    return std::holds_alternative<problems>(checked) ? std::get<problems>(checked) : problems{};
  }
  std::vector<std::string> days(const series& s, std::size_t most = 4) {
    std::vector<std::string> found;
    const span always{from_unix_ms(0), from_unix_ms(4'000'000'000'000)};
    for (const occurrence& o : occurrences_in(s, always, most, zones, off).found) {
      found.push_back(to_text(o.start) + (o.cancelled ? " cancelled" : ""));
    }
    return found;
  }
  using list = std::vector<std::string>;

  iana_zones zones{"test"};
  holidays off;
};

TEST_F(series_rules, a_plan_becomes_a_series) {
  const series s = made(weekly());
  EXPECT_EQ(days(s, 2), (list{"2026-11-24T20:00", "2026-12-01T20:00"}));
  EXPECT_EQ(to_unix_ms(occurrence_on(s, day("2026-11-24"), zones, off)->starts_at), 1795572000000);
}

TEST_F(series_rules, every_wrong_field_is_named_at_once) {
  plan typed = weekly();
  typed.title = "x\u202ey";
  typed.description = std::string(1001, 'a');
  typed.language = "fr";
  typed.zone = "Mars/Olympus";
  typed.minutes = 0;
  typed.places = 201;
  EXPECT_EQ(wrong(typed), (problems{{"title", problem_code::letters_not_allowed},
                                    {"description", problem_code::too_long},
                                    {"language", problem_code::language_unknown},
                                    {"minutes", problem_code::number_out_of_range},
                                    {"places", problem_code::number_out_of_range},
                                    {"zone", problem_code::zone_unknown}}));
}

TEST_F(series_rules, bombs_are_refused_as_what_they_are) {
  const auto of_rule = [&](const std::string& rule) {
    plan typed = weekly();
    typed.rule = rule;
    const problems found = wrong(typed);
    return found.size() == 1 && found[0].field == "rrule" ? std::string(name_of(found[0].code)) : std::string();
  };
  EXPECT_EQ(of_rule("FREQ=DAILY;COUNT=1000000"), "rule_has_too_many_days");
  EXPECT_EQ(of_rule("FREQ=DAILY;COUNT=1001"), "rule_has_too_many_days");
  EXPECT_EQ(of_rule("FREQ=DAILY;COUNT=1000"), "");
  EXPECT_EQ(of_rule("FREQ=DAILY;UNTIL=20990101"), "rule_has_too_many_days");
  EXPECT_EQ(of_rule("FREQ=SECONDLY"), "rule_within_a_day");
  EXPECT_EQ(of_rule("FREQ=DAILY;BYHOUR=20,21"), "rule_within_a_day");
  EXPECT_EQ(of_rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "rule_has_no_day");
  EXPECT_EQ(of_rule("FREQ=WEEKLY;BYDAY=WE"), "rule_misses_start");
  EXPECT_EQ(of_rule("FREQ=WEEKLY;BYDAY=TU;BYHOUR=9"), "rule_misses_start");
  EXPECT_EQ(of_rule("every tuesday"), "rule_unreadable");
  EXPECT_EQ(of_rule(std::string(401, 'A')), "too_long");
}

TEST_F(series_rules, long_texts_and_strange_letters_are_refused) {
  const auto description = [&](const std::string& text) {
    plan typed = weekly();
    typed.description = text;
    return wrong(typed).size();
  };
  std::string lines;
  for (int i = 0; i < 39; ++i) lines += "x\n";
  EXPECT_EQ(description(lines + "x"), 0u);
  EXPECT_EQ(description(lines + "\nx"), 1u);
  for (int i = 0; i < 10'000; ++i) lines += "x\n";
  EXPECT_EQ(description(lines), 1u);
  EXPECT_EQ(description(std::string(1000, 'a')), 0u);
  EXPECT_EQ(description("mothers 👩‍👧 ❤️ niñas"), 0u);
  for (const char* text : {"a\tb", "a\rb", "a\x01", "a\u200bb", "a\u2066b", "a\xff", "a\u2028b", "a\u00adb"}) {
    EXPECT_EQ(description(text), 1u) << text;
  }
  plan typed = weekly();
  for (const char* title : {"", "a", "   ", "two\nlines"}) {
    typed.title = title;
    EXPECT_EQ(wrong(typed).size(), 1u) << title;
  }
}

TEST_F(series_rules, zones_are_names_and_nothing_else) {
  plan typed = weekly();
  const std::string long_name(65, 'A');
  for (const std::string& zone :
       {std::string{}, std::string{"../../etc/passwd"}, std::string{"Chicago"}, std::string{"America/Chicago "},
        std::string{"America"}, std::string{"\xff"}, std::string{"/"}, long_name}) {
    typed.zone = zone;
    EXPECT_EQ(wrong(typed).size(), 1u) << zone;
  }
}

TEST_F(series_rules, a_time_that_does_not_exist_is_refused_when_typed_and_moves_when_repeated) {
  plan typed = weekly();
  typed.rule = "FREQ=DAILY";
  typed.start = "2026-03-08T02:30";
  EXPECT_EQ(wrong(typed), (problems{{"start", problem_code::time_does_not_exist}}));
  typed.start = "2026-03-07T02:30";
  const auto sunday = occurrence_on(made(typed), day("2026-03-08"), zones, off);
  EXPECT_TRUE(sunday->shifted);
  EXPECT_EQ(sunday->starts_at, from_unix_ms(1772958600000)) << "3:30 in Chicago";
  EXPECT_FALSE(occurrence_on(made(typed), day("2026-03-09"), zones, off)->shifted);
}

TEST_F(series_rules, of_a_time_that_comes_twice_the_first_is_meant) {
  plan typed = weekly();
  typed.rule.clear();
  typed.start = "2026-11-01T01:30";
  EXPECT_EQ(occurrence_on(made(typed), day("2026-11-01"), zones, off)->starts_at, from_unix_ms(1793514600000));
}

TEST_F(series_rules, holidays_cancel_what_keeps_them_unless_somebody_planned_the_day) {
  plan typed = weekly();
  off = {day("2026-12-01")};
  EXPECT_EQ(days(made(typed), 2), (list{"2026-11-24T20:00", "2026-12-01T20:00"}));
  typed.keeps_holidays = true;
  series s = made(typed);
  EXPECT_EQ(days(s, 2), (list{"2026-11-24T20:00", "2026-12-01T20:00 cancelled"}));
  s.exceptions[day("2026-12-01")] = {exception_kind::change, day("2026-12-01") + 10h};
  EXPECT_EQ(days(s, 2), (list{"2026-11-24T20:00", "2026-12-01T10:00"}));
}

TEST_F(series_rules, single_days_are_skipped_moved_and_added) {
  series s = made(weekly());
  s = std::get<series>(with_exception(s, day("2026-11-24"), {exception_kind::skip}));
  s = std::get<series>(with_exception(s, day("2026-12-08"), {exception_kind::change, day("2026-12-09") + 9h}));
  s = std::get<series>(with_exception(s, day("2026-11-27"), {exception_kind::extra, day("2026-11-27") + 8h}));
  EXPECT_EQ(days(s), (list{"2026-11-24T20:00 cancelled", "2026-11-27T08:00", "2026-12-01T20:00", "2026-12-09T09:00"}));
  EXPECT_EQ(std::get<problems>(with_exception(s, day("2026-11-25"), {exception_kind::skip}))[0].code,
            problem_code::day_unknown);
  EXPECT_EQ(std::get<problems>(with_exception(s, day("2026-12-01"), {exception_kind::extra}))[0].code,
            problem_code::day_taken);
}

TEST_F(series_rules, a_day_changes_alone) {
  const series s = made(weekly());
  plan typed = plan_of(s);
  typed.start = "2026-12-01T21:00";
  typed.title = "With a midwife";
  typed.facilitator = "lee";
  const series changed = std::get<series>(edit_one(s, day("2026-12-01"), typed, zones));
  const auto meeting = occurrence_on(changed, day("2026-12-01"), zones, off);
  EXPECT_EQ(to_text(meeting->start), "2026-12-01T21:00");
  EXPECT_EQ(meeting->title, "With a midwife");
  EXPECT_EQ(meeting->facilitator, person_id{"lee"});
  EXPECT_EQ(occurrence_on(changed, day("2026-12-08"), zones, off)->title, "Newborn nights");
  typed.rule = "FREQ=DAILY";
  typed.places = 13;
  EXPECT_EQ(std::get<problems>(edit_one(s, day("2026-12-01"), typed, zones)),
            (problems{{"rrule", problem_code::for_all_days_only}, {"places", problem_code::for_all_days_only}}));
  EXPECT_EQ(std::get<problems>(edit_one(s, day("2026-12-02"), plan_of(s), zones))[0].code, problem_code::day_unknown);
}

TEST_F(series_rules, this_and_following_become_a_series_of_their_own) {
  series s = made(weekly());
  s.exceptions[day("2026-12-01")] = {exception_kind::skip};
  s.exceptions[day("2026-12-22")] = {exception_kind::skip};
  plan typed = plan_of(s);
  typed.start = "2026-12-15T18:00";
  const divided two = std::get<divided>(edit_following(s, day("2026-12-15"), typed, zones));
  EXPECT_EQ(two.before.rule, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261214T235959");
  EXPECT_EQ(days(two.before), (list{"2026-11-24T20:00", "2026-12-01T20:00 cancelled", "2026-12-08T20:00"}));
  EXPECT_EQ(days(two.after, 3), (list{"2026-12-15T18:00", "2026-12-22T18:00 cancelled", "2026-12-29T18:00"}));
}

TEST_F(series_rules, a_rule_that_counts_goes_on_counting_in_both_parts) {
  plan typed = weekly();
  typed.rule = "FREQ=WEEKLY;BYDAY=TU;COUNT=5";
  const series s = made(typed);
  typed = plan_of(s);
  typed.start = "2026-12-08T20:00";
  const divided two = std::get<divided>(edit_following(s, day("2026-12-08"), typed, zones));
  EXPECT_EQ(two.before.rule, "FREQ=WEEKLY;BYDAY=TU;COUNT=2");
  EXPECT_EQ(two.after.rule, "FREQ=WEEKLY;BYDAY=TU;COUNT=3");
  EXPECT_EQ(std::get<problems>(edit_following(s, day("2026-11-24"), plan_of(s), zones))[0].code,
            problem_code::for_all_days_only);
  EXPECT_EQ(std::get<problems>(edit_following(s, day("2026-12-09"), typed, zones))[0].code, problem_code::day_unknown);
}

TEST_F(series_rules, a_series_ends_before_a_day) {
  series s = made(weekly());
  s.exceptions[day("2026-12-01")] = {exception_kind::skip};
  s.exceptions[day("2026-12-22")] = {exception_kind::skip};
  const series shorter = std::get<series>(end_before(s, day("2026-12-15")));
  EXPECT_EQ(days(shorter), (list{"2026-11-24T20:00", "2026-12-01T20:00 cancelled", "2026-12-08T20:00"}));
  EXPECT_EQ(days(std::get<series>(end_before(shorter, day("2026-12-08")))),
            (list{"2026-11-24T20:00", "2026-12-01T20:00 cancelled"}));
  EXPECT_EQ(days(std::get<series>(end_before(s, day("2026-11-24")))), (list{"2026-11-24T20:00 cancelled"}));
  plan typed = weekly();
  typed.rule = "FREQ=WEEKLY;BYDAY=TU;COUNT=5";
  const series counted = std::get<series>(end_before(made(typed), day("2026-12-08")));
  EXPECT_EQ(counted.rule, "FREQ=WEEKLY;BYDAY=TU;COUNT=2");
  typed.rule = "";
  EXPECT_EQ(days(std::get<series>(end_before(made(typed), day("2026-11-24")))), (list{"2026-11-24T20:00 cancelled"}));
  for (const char* other : {"2026-12-09", "2026-11-17"}) {
    EXPECT_EQ(std::get<problems>(end_before(s, day(other)))[0].code, problem_code::day_unknown) << other;
  }
}

TEST_F(series_rules, all_keeps_what_differs_on_days_that_are_still_there) {
  series s = made(weekly());
  s.id = series_id{"a"};
  s.version = 3;
  s.exceptions[day("2026-12-01")] = {exception_kind::skip};
  s.exceptions[day("2026-11-27")] = {exception_kind::extra, day("2026-11-27") + 8h};
  plan typed = plan_of(s);
  typed.start = "2026-11-24T19:00";
  EXPECT_EQ(days(std::get<series>(edit_all(s, typed, zones))),
            (list{"2026-11-24T19:00", "2026-11-27T08:00", "2026-12-01T19:00 cancelled", "2026-12-08T19:00"}));
  typed.start = "2026-11-25T19:00";
  typed.rule = "FREQ=WEEKLY;BYDAY=WE";
  const series changed = std::get<series>(edit_all(s, typed, zones));
  EXPECT_EQ(changed.exceptions.size(), 1u);
  EXPECT_EQ(changed.id, s.id);
  EXPECT_EQ(changed.version, 3u);
}

TEST_F(series_rules, a_series_without_end_costs_what_is_asked_of_it) {
  const series s = made(weekly());
  const span far{from_unix_ms(1795572000000), from_unix_ms(4'000'000'000'000)};
  const occurrences few = occurrences_in(s, far, 3, zones, off);
  EXPECT_EQ(few.found.size(), 3u);
  EXPECT_TRUE(few.more);
  EXPECT_FALSE(occurrences_in(s, {far.from, far.from + milliseconds{1}}, 1, zones, off).more);
}

TEST(iana_zones, know_when_clocks_change) {
  const iana_zones zones{"test"};
  const auto changes = zones.changes("America/Chicago", from_unix_ms(1767225600000), from_unix_ms(1798761600000));
  ASSERT_EQ(changes.size(), 3u);
  EXPECT_EQ(changes[0].name, "CST");
  EXPECT_EQ(changes[1].at, from_unix_ms(1772956800000));
  EXPECT_EQ(changes[1].offset_before, seconds{-6 * 3600});
  EXPECT_EQ(changes[1].offset_after, seconds{-5 * 3600});
  EXPECT_TRUE(changes[1].daylight);
  EXPECT_EQ(changes[2].name, "CST");
  EXPECT_FALSE(changes[2].daylight);
  EXPECT_EQ(zones.changes("Asia/Kolkata", from_unix_ms(1767225600000), from_unix_ms(1798761600000)).size(), 1u);
}

}  // namespace
}  // namespace nightlight::domain::calendar
