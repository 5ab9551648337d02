#include "app/evening_keeper.hpp"

#include <gtest/gtest.h>

#include "accounts/staff.hpp"
#include "adapters/memory/memory_store.hpp"
#include "calendar/agenda.hpp"
#include "calendar/places.hpp"
#include "calendar/planner.hpp"
#include "calendar/topics.hpp"
#include "support/fixed_zones.hpp"

namespace nightlight::app {
namespace {

using namespace std::chrono_literals;
using domain::calendar::holidays;
using testing::fixed_zones;

// November 24, 2026, 18:00 in a zone six hours west.
constexpr instant evening = from_unix_ms(1795564800000);

class evening_of_rooms : public ::testing::Test {
 protected:
  evening_of_rooms() {
    in_a_unit(evening - 24h, [&](const calendar::desk& d) {
      const auto kim = accounts::add_staff(d.all, "Kim", domain::role::facilitator, "correct horse")->id;
      const auto topic = calendar::create_topic(d, {"Sleep", "en", "", "nicu"});
      series_ = calendar::create_series(d, {topic->id.value, "Sleep", "", "en", "Test/Zone", "2026-11-24T18:00", 60,
                                            "FREQ=DAILY", 9, kim.value, "", false})
                    ->series.id;
    });
  }

  template <class Work>
  void in_a_unit(instant now, Work work, const fixed_zones& zones) {
    rows_.transact(
        [&](records& r) -> result<void> {
          work(calendar::desk{r, zones, off_, now});
          return {};
        },
        [](result<void> done) { EXPECT_TRUE(done); });
  }
  template <class Work>
  void in_a_unit(instant now, Work work) {
    in_a_unit(now, std::move(work), zones_);
  }

  std::size_t made_at(instant now) {
    std::size_t made = 0;
    in_a_unit(now, [&](const calendar::desk& d) {
      const std::size_t before = d.all.list_rooms()->size();
      EXPECT_TRUE(keep_evening(d, {}));
      made = d.all.list_rooms()->size() - before;
    });
    return made;
  }

  std::vector<calendar::listed_meeting> listed(instant now, const fixed_zones& zones) {
    std::vector<calendar::listed_meeting> found;
    in_a_unit(
        now,
        [&](const calendar::desk& d) {
          const auto span = [](const auto&) { return domain::calendar::span{evening - 24h, evening + 36h}; };
          found = calendar::meetings_in(d, span, {}, std::nullopt, 10)->meetings;
        },
        zones);
    return found;
  }

  adapters::memory_store rows_;
  holidays off_;
  fixed_zones zones_{"2026a", std::chrono::hours{-6}};
  series_id series_;
};

TEST_F(evening_of_rooms, a_room_is_there_a_quarter_of_an_hour_before_and_is_made_once) {
  EXPECT_EQ(made_at(evening - 15min - 1ms), 0u);
  EXPECT_EQ(made_at(evening - 15min), 1u);
  EXPECT_EQ(made_at(evening - 15min), 0u);
  EXPECT_EQ(made_at(evening + 30min), 0u);
  EXPECT_EQ(made_at(evening + 24h - 10min), 1u) << "the next day's";
  in_a_unit(evening, [&](const calendar::desk& d) {
    const auto room = *d.kept().find_meeting_room({series_, domain::calendar::local_day_of("2026-11-24").value()});
    ASSERT_TRUE(room);
    EXPECT_EQ((*d.all.find_room(*room))->title, "Sleep");
    EXPECT_EQ((*d.all.find_room(*room))->capacity, 9u);
    EXPECT_EQ((*d.all.find_room(*room))->profile, "nicu") << "what its topic is about";
    EXPECT_EQ(d.all.list_rooms()->size(), 2u);
  });
}

TEST_F(evening_of_rooms, a_room_knows_when_its_meeting_begins_and_ends_and_follows_it_until_it_begins) {
  const auto room_at = [&](instant now) {
    room_row found;
    in_a_unit(now, [&](const calendar::desk& d) {
      EXPECT_TRUE(keep_evening(d, {}));
      const auto room = *d.kept().find_meeting_room({series_, domain::calendar::local_day_of("2026-11-24").value()});
      found = **d.all.find_room(*room);
    });
    return found;
  };
  const auto move_to = [&](instant now, std::uint64_t version, const std::string& start, std::uint32_t minutes) {
    in_a_unit(now, [&](const calendar::desk& d) {
      EXPECT_TRUE(calendar::move_day(d, {series_, version, "2026-11-24"}, start, minutes));
    });
  };
  EXPECT_EQ(room_at(evening - 15min).starts_at, evening);
  EXPECT_EQ(room_at(evening - 15min).ends_at, evening + 60min);
  move_to(evening - 14min, 1, "2026-11-24T18:05", 90);
  EXPECT_EQ(room_at(evening - 14min).starts_at, evening + 5min);
  EXPECT_EQ(room_at(evening - 14min).ends_at, evening + 95min);
}

TEST_F(evening_of_rooms, a_room_has_the_places_and_the_late_entry_of_its_door_until_it_begins) {
  const auto room_at = [&](instant now, const domain::calendar::door& door) {
    room_row found;
    in_a_unit(now, [&](const calendar::desk& d) {
      EXPECT_TRUE(keep_door(d.all, series_, door));
      EXPECT_TRUE(keep_evening(d, {}));
      const auto room = *d.kept().find_meeting_room({series_, domain::calendar::local_day_of("2026-11-24").value()});
      found = **d.all.find_room(*room);
    });
    return std::pair(found.capacity, found.late_entry_minutes);
  };
  EXPECT_EQ(room_at(evening - 15min, {{}, {}, 6, 3, 20}), std::pair(6u, 20u));
  EXPECT_EQ(room_at(evening - 14min, {}), std::pair(9u, 0u));
  EXPECT_EQ(room_at(evening, {{}, {}, 6, 3, 20}), std::pair(9u, 0u)) << "it runs by its own clock";
}

TEST_F(evening_of_rooms, a_process_that_was_away_makes_the_room_of_a_meeting_that_is_on_and_of_none_that_is_over) {
  EXPECT_EQ(made_at(evening + 59min), 1u);
  EXPECT_EQ(made_at(evening + 24h + 60min), 0u);
}

TEST_F(evening_of_rooms, what_does_not_take_place_has_no_room) {
  in_a_unit(evening - 1h, [&](const calendar::desk& d) {
    EXPECT_TRUE(calendar::skip_day(d, {series_, 1, "2026-11-24"}));
  });
  EXPECT_EQ(made_at(evening - 10min), 0u);
}

TEST_F(evening_of_rooms, who_kept_a_place_is_forgotten_a_day_after_the_meeting) {
  const meeting_name first{series_, domain::calendar::local_day_of("2026-11-24").value()};
  const meeting_name second{series_, domain::calendar::local_day_of("2026-11-25").value()};
  const auto places_at = [&](instant now, const meeting_name& meeting) {
    std::size_t left = 0;
    in_a_unit(now, [&](const calendar::desk& d) {
      EXPECT_TRUE(keep_evening(d, {}));
      EXPECT_TRUE(calendar::forget_past_places(d));
      left = d.kept().list_places(meeting)->size();
    });
    return left;
  };
  in_a_unit(evening - 1h, [&](const calendar::desk& d) {
    for (const meeting_name& m : {first, second}) EXPECT_TRUE(calendar::keep_place(d, {m, person_id{"ana"}, "sealed"}));
  });
  EXPECT_EQ(places_at(evening + 25h - 1ms, first), 1u);
  EXPECT_EQ(places_at(evening + 25h, first), 0u);
  EXPECT_EQ(places_at(evening + 25h, second), 1u);
  EXPECT_EQ(places_at(evening + 49h, second), 0u);
}

TEST_F(evening_of_rooms, new_rules_of_a_zone_move_what_is_to_come_and_nothing_that_was) {
  made_at(evening + 1min);
  const fixed_zones newer{"2026b", std::chrono::hours{-5}};
  const auto after = listed(evening + 2h, newer);
  ASSERT_EQ(after.size(), 2u);
  EXPECT_EQ(after[0].meeting.starts_at, evening);
  EXPECT_EQ(after[0].meeting.zone_rules, "2026a");
  EXPECT_EQ(after[1].meeting.starts_at, evening + 23h);
  EXPECT_EQ(after[1].meeting.zone_rules, "2026b");
  EXPECT_EQ(listed(evening + 2h, zones_)[1].meeting.starts_at, evening + 24h);
}

}  // namespace
}  // namespace nightlight::app
