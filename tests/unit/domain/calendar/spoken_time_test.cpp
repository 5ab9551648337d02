#include "domain/calendar/spoken_time.hpp"

#include <gtest/gtest.h>

namespace nightlight::domain::calendar {
namespace {

local_time at(const char* text) { return *local_time_of(text); }
local_day on(const char* text) { return *local_day_of(text); }

TEST(a_spoken_time, is_as_people_say_it_in_english_and_in_spanish) {
  EXPECT_EQ(spoken_clock(at("2026-11-24T20:00"), "en"), "8 pm");
  EXPECT_EQ(spoken_clock(at("2026-11-24T20:05"), "en"), "8:05 pm");
  EXPECT_EQ(spoken_clock(at("2026-11-24T12:00"), "en"), "12 pm");
  EXPECT_EQ(spoken_clock(at("2026-11-24T00:30"), "en"), "12:30 am");
  EXPECT_EQ(spoken_clock(at("2026-11-24T11:59"), "en"), "11:59 am");
  EXPECT_EQ(spoken_clock(at("2026-11-24T20:00"), "es"), "20:00");
  EXPECT_EQ(spoken_clock(at("2026-11-24T09:05"), "es"), "09:05");
}

TEST(a_spoken_time, has_a_day) {
  EXPECT_EQ(spoken_day(on("2026-11-24"), "en"), "Tuesday 24 November");
  EXPECT_EQ(spoken_day(on("2026-11-24"), "es"), "martes 24 de noviembre");
  EXPECT_EQ(spoken_day(on("2028-02-29"), "es"), "martes 29 de febrero");
}

TEST(a_spoken_time, is_short_when_it_is_near) {
  const local_time evening = at("2026-11-24T20:00");
  EXPECT_EQ(spoken_from(on("2026-11-24"), evening, "en"), "8 pm");
  EXPECT_EQ(spoken_from(on("2026-11-23"), evening, "en"), "tomorrow, 8 pm");
  EXPECT_EQ(spoken_from(on("2026-11-23"), evening, "es"), "mañana, 20:00");
  EXPECT_EQ(spoken_from(on("2026-11-20"), evening, "en"), "Tuesday 24 November, 8 pm");
  EXPECT_EQ(spoken_from(on("2026-11-25"), evening, "es"), "martes 24 de noviembre, 20:00");
}

}  // namespace
}  // namespace nightlight::domain::calendar
