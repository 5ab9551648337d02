#include "domain/calendar/icalendar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/calendar/iana_zones.hpp"

namespace nightlight::domain::calendar {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

class icalendar_feed : public ::testing::Test {
 protected:
  icalendar_feed() {
    series& s = one();
    s.id = series_id{"abc"};
    s.topic = topic_id{"sleep"};
    s.title = "Newborn nights, with Kim; all";
    s.language = "en";
    s.zone = "America/Chicago";
    s.start = day("2026-11-24") + 20h;
    s.rule = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270302T235959";
    s.version = 3;
    s.changed_at = from_unix_ms(1795543200000);
    s.facilitator = person_id{"kim"};
    all_.topics = {{s.topic, "Sleep", "en", "", 1}};
  }
  static local_day day(const char* text) { return local_day_of(text).value(); }
  series& one() { return all_.all.front(); }
  std::string written() const { return icalendar(all_, zones_, off_, from_unix_ms(1795543200000)); }

  iana_zones zones_{"test"};
  holidays off_;
  feed all_{"Our circle", "circle.example.org", {series{}}, {}};
};

TEST_F(icalendar_feed, a_series_is_one_event_with_its_rule_and_its_zone) {
  const std::string text = written();
  for (const char* line :
       {"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:", "UID:abc@circle.example.org\r\n", "DTSTAMP:20261124T180000Z\r\n",
        "SEQUENCE:2\r\n", "STATUS:CONFIRMED\r\n", "DTSTART;TZID=America/Chicago:20261124T200000\r\n",
        "DURATION:PT60M\r\n", "SUMMARY:Newborn nights\\, with Kim\\; all\r\n", "CATEGORIES:Sleep\r\n",
        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270303T055959Z\r\n", "TZID:America/Chicago\r\n",
        "BEGIN:DAYLIGHT\r\nDTSTART:20270314T020000\r\nTZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500\r\nTZNAME:CDT\r\n"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
  EXPECT_THAT(text, Not(HasSubstr("kim")));
  EXPECT_TRUE(text.ends_with("END:VCALENDAR\r\n"));
}

TEST_F(icalendar_feed, days_that_differ_are_told_by_themselves) {
  one().exceptions[day("2026-12-01")] = {exception_kind::skip};
  one().exceptions[day("2026-12-08")] = {exception_kind::change, day("2026-12-09") + 9h, 30, "Moved"};
  one().exceptions[day("2026-12-10")] = {exception_kind::extra, day("2026-12-10") + 8h};
  one().exceptions[day("2026-12-30")] = {exception_kind::change, day("2026-12-30") + 9h};
  one().keeps_holidays = true;
  off_ = {day("2026-12-22"), day("2026-12-25")};
  const std::string text = written();
  EXPECT_THAT(text, HasSubstr("STATUS:CANCELLED\r\nCATEGORIES:Sleep\r\n"
                              "RECURRENCE-ID;TZID=America/Chicago:20261201T200000\r\n"));
  EXPECT_THAT(text, HasSubstr("RECURRENCE-ID;TZID=America/Chicago:20261208T200000\r\n"
                              "DTSTART;TZID=America/Chicago:20261209T090000\r\nDURATION:PT30M\r\nSUMMARY:Moved\r\n"));
  EXPECT_THAT(text, HasSubstr("RDATE;TZID=America/Chicago:20261210T080000\r\n"));
  EXPECT_THAT(text, HasSubstr("EXDATE;TZID=America/Chicago:20261222T200000\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("20261225")));
  EXPECT_THAT(text, Not(HasSubstr("20261230"))) << "the rule does not name that day any more";
}

TEST_F(icalendar_feed, one_meeting_alone_is_moved_or_cancelled_itself) {
  one().rule.clear();
  EXPECT_THAT(written(), Not(HasSubstr("RRULE")));
  one().exceptions[day("2026-11-24")] = {exception_kind::skip};
  EXPECT_THAT(written(), HasSubstr("STATUS:CANCELLED\r\n"));
  EXPECT_THAT(written(), Not(HasSubstr("RECURRENCE-ID")));
}

TEST_F(icalendar_feed, an_empty_calendar_is_one) {
  all_.all.clear();
  EXPECT_THAT(written(), Not(HasSubstr("VEVENT")));
}

TEST(icalendar_lines, are_folded_between_letters_at_75_octets) {
  EXPECT_EQ(content_line("SUMMARY:short"), "SUMMARY:short\r\n");
  EXPECT_EQ(content_line(std::string(75, 'a')), std::string(75, 'a') + "\r\n");
  EXPECT_EQ(content_line(std::string(76, 'a')), std::string(75, 'a') + "\r\n a\r\n");
  EXPECT_EQ(content_line(std::string(74, 'a') + "ñb"), std::string(74, 'a') + "\r\n ñb\r\n");
  EXPECT_EQ(content_line(std::string(150, 'a')), std::string(75, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
}

TEST(icalendar_text, is_escaped) { EXPECT_EQ(escaped("a\\b;c,d\ne:f"), "a\\\\b\\;c\\,d\\ne:f"); }

}  // namespace
}  // namespace nightlight::domain::calendar
