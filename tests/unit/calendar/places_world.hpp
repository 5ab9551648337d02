// One series of evenings at 20:00 in a zone six hours west, with places that people keep: what tests of the calendar's
// own steps start from. Time stands where the test puts it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accounts/staff.hpp"
#include "adapters/memory/memory_store.hpp"
#include "calendar/offers.hpp"
#include "calendar/place_names.hpp"
#include "calendar/places.hpp"
#include "calendar/planner.hpp"
#include "calendar/reminders.hpp"
#include "calendar/topics.hpp"
#include "calendar/what_time_brings.hpp"
#include "support/fixed_clock.hpp"
#include "support/fixed_zones.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::calendar {

using namespace std::chrono_literals;

// November 24, 2026, 20:00 in a zone six hours west.
constexpr instant evening = from_unix_ms(1795572000000);

class places_world : public ::testing::Test {
 protected:
  explicit places_world(std::uint32_t places = 1) {
    clock_.set(evening - 72h);
    at(evening - 72h, [&](const desk& d) {
      const auto kim = accounts::add_staff(d.all, "Kim", domain::role::facilitator, "correct horse")->id;
      const auto topic = create_topic(d, {"Sleep", "en", ""});
      series_ = create_series(d, {topic->id.value, "Newborn nights", "", "en", "Test/Zone", "2026-11-24T20:00", 60,
                                  "FREQ=WEEKLY;BYDAY=TU", places, kim.value, "", false})
                    ->series.id;
    });
  }

  template <class Work>
  void at(instant now, Work work) {
    clock_.set(now);
    rows_.transact(
        [&](records& r) -> result<void> {
          work(desk{r, zones_, off_, now});
          return {};
        },
        [](result<void> done) { EXPECT_TRUE(done); });
  }

  // True: the place is hers. False: she waits.
  bool keep(const std::string& who, instant now, const meeting_name& meeting) {
    bool hers = false;
    at(now, [&](const desk& d) { hers = !keep_place(d, {meeting, person_id{who}, "sealed"})->waiting; });
    return hers;
  }
  bool keep(const std::string& who, instant now) { return keep(who, now, tonight()); }
  void leave(const std::string& who, instant now) {
    at(now, [&](const desk& d) { EXPECT_TRUE(leave_place(d, tonight(), person_id{who})); });
  }
  // What comes of it: the refusal, or nothing.
  std::optional<refusal_code> remind(const std::string& who, instant now, wished_reminders wished) {
    std::optional<refusal_code> refused;
    at(now, [&](const desk& d) {
      const auto kept = set_reminders(d, box_, person_id{who}, wished, private_text{"link-of-" + who});
      if (!kept) refused = kept.error().code;
    });
    return refused;
  }
  static wished_reminders by_mail(const std::string& address, bool hour = true, bool day = false) {
    return {private_text{address}, "en", "", false, hour, day};
  }
  void time_passes(instant now) {
    at(now, [&](const desk& d) {
      EXPECT_TRUE(
          bring_due_of(d, {true, {}}, [](const auto&, const auto&, const auto&) { return result<bool>(false); }));
    });
  }
  std::vector<step_kind> steps_of(const std::string& who) {
    std::vector<step_kind> kinds;
    at(clock_.now(), [&](const desk& d) {
      for (const step_row& step : *d.kept().list_steps(tonight())) {
        if (step.person == person_id{who}) kinds.push_back(step.kind);
      }
    });
    return kinds;
  }
  std::vector<page_row> letters(instant by) {
    std::vector<page_row> due;
    at(clock_.now(), [&](const desk& d) { due = *d.all.paging().pages_due(by, 100); });
    return due;
  }
  place_row row_of(const std::string& who) {
    std::optional<place_row> found;
    at(clock_.now(), [&](const desk& d) { found = *d.kept().find_place(tonight(), person_id{who}); });
    EXPECT_TRUE(found) << who;
    return found.value_or(place_row{});
  }
  bool has_address(const std::string& who) {
    bool there = false;
    at(clock_.now(), [&](const desk& d) { there = d.kept().find_reminder(person_id{who})->has_value(); });
    return there;
  }
  meeting_name tonight() const { return {series_, domain::calendar::local_day_of("2026-11-24").value()}; }
  meeting_name next_week() const { return {series_, domain::calendar::local_day_of("2026-12-01").value()}; }

  testing::temporary_directory keys_;
  reminder_box box_{keys_.path()};
  testing::fixed_clock clock_;
  adapters::memory_store rows_;
  domain::calendar::holidays off_;
  testing::fixed_zones zones_{"2026a", std::chrono::hours{-6}};
  series_id series_;
};

}  // namespace nightlight::calendar
