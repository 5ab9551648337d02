#include "app/iso_time.hpp"

#include <gtest/gtest.h>

namespace nightlight::app {
namespace {

TEST(iso_time, is_written_in_utc_to_the_second) {
  EXPECT_EQ(to_iso(from_unix_ms(0)), "1970-01-01T00:00:00Z");
  EXPECT_EQ(to_iso(from_unix_ms(1'900'000'001'999)), "2030-03-17T17:46:41Z");
}

TEST(iso_time, is_read_as_a_day_a_minute_or_a_second) {
  EXPECT_EQ(from_iso("2030-03-17"), from_unix_ms(1'899'936'000'000));
  EXPECT_EQ(from_iso("2030-03-17T17:46"), from_unix_ms(1'899'999'960'000));
  EXPECT_EQ(from_iso("2030-03-17T17:46Z"), from_unix_ms(1'899'999'960'000));
  EXPECT_EQ(from_iso("2030-03-17T17:46:41Z"), from_unix_ms(1'900'000'001'000));
  EXPECT_EQ(from_iso("2028-02-29"), from_unix_ms(1'835'395'200'000));
}

TEST(iso_time, that_is_none_is_not_read) {
  for (const char* text :
       {"", "2030", "2030-3-17", "2030-13-01", "2030-02-29", "2030-03-17T", "2030-03-17T24:00", "2030-03-17T17:60",
        "2030-03-17T17:46:60", "2030-03-17T17:46:41+01:00", "2030-03-17 17:46", "2030-03-17Z", "yesterday"}) {
    EXPECT_EQ(from_iso(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace nightlight::app
