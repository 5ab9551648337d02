// The contract of ports/calendar_records.hpp: topics, series and what differs on single days, meetings that are kept,
// places, cover, answers to writes.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "contract/under_test.hpp"

namespace nightlight::contract {
namespace {

using namespace std::chrono_literals;
namespace calendar = domain::calendar;

constexpr calendar::local_day new_year{std::chrono::year{2027} / 1 / 1};

class calendar_contract : public contract_test {
 protected:
  template <class Check>
  void in_a_unit(Check check) {
    EXPECT_TRUE(transact([&](records& r) -> result<void> {
      check(r.calendar());
      return {};
    }));
  }

  static calendar::series whole_series(const std::string& id) {
    calendar::series s;
    s.id = series_id{id};
    s.topic = topic_id{"sleep"};
    s.title = "Noches de recién nacidos";
    s.description = "two\nlines";
    s.language = "es";
    s.zone = "America/Chicago";
    s.start = new_year + 19h + 30min;
    s.minutes = 75;
    s.rule = "FREQ=WEEKLY;BYDAY=FR";
    s.places = 12;
    s.facilitator = person_id{std::string("kim\0id", 6)};
    s.second = person_id{"lee"};
    s.keeps_holidays = true;
    s.exceptions[new_year + std::chrono::days{7}] = {calendar::exception_kind::skip};
    s.exceptions[new_year + std::chrono::days{14}] = {
        calendar::exception_kind::change, new_year + 400h, 30, "Other", person_id{"ada"}, person_id{"bea"}};
    s.version = 7;
    s.changed_at = from_unix_ms(5);
    s.kept_through = from_unix_ms(6);
    return s;
  }

  static place_row asking(const std::string& person, const std::string& series = "a") {
    return {{series_id{series}, new_year}, person_id{person}, std::string("sealed\0", 7), false, 0, from_unix_ms(9)};
  }
  const meeting_name meeting{series_id{"a"}, new_year};
};

TEST_P(calendar_contract, topics_are_kept_whole_and_listed_by_title) {
  const calendar::topic sleep{
      topic_id{"sleep"}, "Sleep", "en", "a\nb", 1, "loss", true, person_id{std::string("kim\0id", 6)}, from_unix_ms(5)};
  const calendar::topic food{topic_id{"food"}, "Food", "es", "", 9};
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.put_topic({sleep.id, "Before", "es", "", 0}));
    EXPECT_TRUE(c.put_topic(sleep));
    EXPECT_TRUE(c.put_topic(food));
  });
  in_a_unit([&](calendar_records& c) {
    EXPECT_EQ(*c.list_topics(), (std::vector{food, sleep}));
    EXPECT_EQ(*c.find_topic(sleep.id), sleep);
    EXPECT_EQ(*c.find_topic(topic_id{"none"}), std::nullopt);
  });
}

TEST_P(calendar_contract, a_series_is_kept_whole_with_its_exceptions_and_replaced_whole) {
  calendar::series first = whole_series("a");
  const calendar::series second = whole_series("b");
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.put_series(first));
    EXPECT_TRUE(c.put_series(second));
    EXPECT_EQ(*c.find_series(first.id), first);
  });
  first.exceptions.erase(first.exceptions.begin());
  first.rule.clear();
  in_a_unit([&](calendar_records& c) { EXPECT_TRUE(c.put_series(first)); });
  in_a_unit([&](calendar_records& c) {
    EXPECT_EQ(*c.list_series(), (std::vector{first, second}));
    EXPECT_EQ(*c.find_series(series_id{"c"}), std::nullopt);
  });
}

TEST_P(calendar_contract, a_person_has_one_feed_of_her_own_found_by_what_it_was_made_with) {
  const own_feed_row kim{person_id{std::string("kim\0id", 6)}, std::string("hash\0a", 6), "es", from_unix_ms(7)};
  const own_feed_row lee{person_id{"lee"}, "b", "en", from_unix_ms(8)};
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.put_own_feed({kim.person, "before", "en", from_unix_ms(6)}));
    EXPECT_TRUE(c.put_own_feed(lee));
    EXPECT_TRUE(c.put_own_feed(kim));
  });
  in_a_unit([&](calendar_records& c) {
    EXPECT_EQ(*c.find_own_feed("before"), std::nullopt) << "the one before opens nothing";
    EXPECT_EQ(*c.find_own_feed(kim.secret_hash), kim);
    EXPECT_EQ(*c.find_own_feed_of(lee.person), lee);
    EXPECT_TRUE(c.delete_own_feed(lee.person));
    EXPECT_TRUE(c.delete_own_feed(lee.person));
    EXPECT_EQ(*c.find_own_feed_of(lee.person), std::nullopt);
    EXPECT_EQ(*c.find_own_feed("b"), std::nullopt);
  });
}

TEST_P(calendar_contract, a_unit_that_fails_leaves_nothing_of_the_calendar) {
  EXPECT_FALSE(transact([&](records& r) -> result<void> {
    EXPECT_TRUE(r.calendar().put_series(whole_series("a")));
    EXPECT_TRUE(r.calendar().take_place(asking("ana"), 1));
    return failure::not_found;
  }));
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.list_series()->empty());
    EXPECT_TRUE(c.list_places(meeting)->empty());
  });
}

TEST_P(calendar_contract, kept_meetings_are_found_by_when_they_began) {
  calendar::occurrence o{series_id{"a"}, new_year, new_year + 20h, from_unix_ms(100), from_unix_ms(200), "2025b", true,
                         true,           true,     "Title",        person_id{"kim"},  person_id{"lee"}};
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.keep_meeting(o));
    calendar::occurrence other = o;
    other.of = series_id{"b"};
    EXPECT_TRUE(c.keep_meeting(other));
  });
  in_a_unit([&](calendar_records& c) {
    EXPECT_EQ(*c.kept_meetings(o.of, {from_unix_ms(100), from_unix_ms(101)}), std::vector{o});
    EXPECT_TRUE(c.kept_meetings(o.of, {from_unix_ms(101), from_unix_ms(500)})->empty());
    EXPECT_TRUE(c.kept_meetings(o.of, {from_unix_ms(0), from_unix_ms(100)})->empty());
  });
}

TEST_P(calendar_contract, one_place_is_kept_by_exactly_one_however_many_race) {
  std::atomic<int> kept = 0;
  std::atomic<int> too_late = 0;
  std::vector<std::thread> racers;
  for (int i = 0; i < 20; ++i) {
    racers.emplace_back([&, i] {
      const place_row row = asking("person " + std::to_string(i));
      const auto outcome = transact([&](records& r) { return r.calendar().take_place(row, 1); });
      if (outcome) ++kept;
      if (!outcome && outcome.error() == failure::conflict) ++too_late;
    });
  }
  for (std::thread& racer : racers) racer.join();
  EXPECT_EQ(kept, 1);
  EXPECT_EQ(too_late, 19);
  in_a_unit([&](calendar_records& c) { EXPECT_EQ(c.list_places(meeting)->size(), 1u); });
}

TEST_P(calendar_contract, a_place_is_kept_whole_and_once) {
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.take_place(asking("ana"), 2));
    EXPECT_EQ(c.take_place(asking("ana"), 2).error(), failure::already_exists);
    EXPECT_EQ(c.wait_for_place(asking("ana")).error(), failure::already_exists);
    EXPECT_TRUE(c.take_place(asking("ana", "b"), 1)) << "another series";
    place_row expected = asking("ana");
    expected.number = 1;
    EXPECT_EQ(*c.find_place(meeting, person_id{"ana"}), expected);
    EXPECT_EQ(*c.find_place(meeting, person_id{"bea"}), std::nullopt);
  });
}

TEST_P(calendar_contract, those_who_wait_come_in_the_order_of_asking_when_somebody_leaves) {
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.take_place(asking("zoe"), 1));
    EXPECT_TRUE(c.wait_for_place(asking("bea")));
    EXPECT_TRUE(c.wait_for_place(asking("ana")));
    EXPECT_EQ(*c.offer_next(meeting, 1, from_unix_ms(20)), std::nullopt) << "no place is free";
    EXPECT_TRUE(c.delete_place(meeting, person_id{"zoe"}));
    EXPECT_TRUE(c.delete_place(meeting, person_id{"zoe"}));
    EXPECT_EQ((*c.offer_next(meeting, 1, from_unix_ms(20)))->person, person_id{"bea"});
    EXPECT_EQ(*c.offer_next(meeting, 1, from_unix_ms(20)), std::nullopt) << "it is held";
    EXPECT_EQ(c.take_place(asking("cleo"), 1).error(), failure::conflict);
  });
  in_a_unit([&](calendar_records& c) {
    const auto rows = *c.list_places(meeting);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].person, person_id{"bea"});
    EXPECT_TRUE(rows[0].waiting);
    EXPECT_EQ(rows[0].answer_by, from_unix_ms(20));
    EXPECT_EQ(rows[1].person, person_id{"ana"});
    EXPECT_EQ(rows[1].answer_by, std::nullopt);
  });
}

TEST_P(calendar_contract, an_offer_is_held_until_it_is_put_away_and_is_not_made_to_the_same_again) {
  in_a_unit([&](calendar_records& c) {
    for (const char* who : {"bea", "ana"}) EXPECT_TRUE(c.wait_for_place(asking(who)));
    EXPECT_EQ(*c.next_answer_by(series_id{"a"}), std::nullopt);
    place_row bea = **c.offer_next(meeting, 1, from_unix_ms(20));
    EXPECT_EQ(*c.next_answer_by(series_id{"a"}), from_unix_ms(20));
    EXPECT_EQ(*c.next_answer_by(series_id{"b"}), std::nullopt);
    EXPECT_TRUE(c.offers_over(series_id{"a"}, from_unix_ms(19))->empty());
    EXPECT_EQ(*c.offers_over(series_id{"a"}, from_unix_ms(20)), std::vector{bea});
    bea.answer_by.reset();
    bea.passed = true;
    EXPECT_TRUE(c.put_place(bea));
    EXPECT_EQ(*c.find_place(meeting, person_id{"bea"}), bea);
    EXPECT_EQ((*c.offer_next(meeting, 2, from_unix_ms(30)))->person, person_id{"ana"});
    EXPECT_EQ(*c.offer_next(meeting, 2, from_unix_ms(30)), std::nullopt) << "she was asked";
    EXPECT_TRUE(c.take_place(asking("cleo"), 2));
  });
}

TEST_P(calendar_contract, somebody_s_meetings_are_found_by_her) {
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.take_place(asking("ana", "b"), 5));
    EXPECT_TRUE(c.wait_for_place(asking("ana", "a")));
    EXPECT_TRUE(c.take_place(asking("bea", "c"), 5));
    const std::vector<meeting_name> hers{{series_id{"a"}, new_year}, {series_id{"b"}, new_year}};
    EXPECT_EQ(*c.meetings_of(person_id{"ana"}), hers);
    EXPECT_TRUE(c.meetings_of(person_id{"dora"})->empty());
  });
}

TEST_P(calendar_contract, a_reminder_is_kept_whole_once_for_each_person_and_found_by_its_stop) {
  const reminder_row ana{
      person_id{"ana"}, std::string("s\0x", 3), std::string("h\0", 2), "es", "America/Chicago", true, false, true,
      from_unix_ms(5)};
  reminder_row bea{person_id{"bea"}, "sealed", "other", "en", "", false, true, false, from_unix_ms(6)};
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.put_reminder(bea));
    EXPECT_TRUE(c.put_reminder(ana));
    bea.with_title = true;
    EXPECT_TRUE(c.put_reminder(bea));
    EXPECT_EQ(*c.list_reminders(), (std::vector{ana, bea}));
    EXPECT_EQ(*c.find_reminder(person_id{"ana"}), ana);
    EXPECT_EQ(*c.find_reminder_by_stop(ana.stop_hash), ana);
    EXPECT_EQ(*c.find_reminder_by_stop("h"), std::nullopt);
    EXPECT_TRUE(c.delete_reminder(person_id{"ana"}));
    EXPECT_TRUE(c.delete_reminder(person_id{"ana"}));
    EXPECT_EQ(*c.find_reminder(person_id{"ana"}), std::nullopt);
    EXPECT_EQ(*c.list_reminders(), std::vector{bea});
  });
}

TEST_P(calendar_contract, a_step_is_taken_once_and_listed_in_the_order_of_taking) {
  const step_row hour{meeting, step_kind::reminded_hour_before, person_id{"ana"}, 7, from_unix_ms(9)};
  step_row room{meeting, step_kind::room_made, {}, 0, from_unix_ms(8)};
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.add_step(hour));
    EXPECT_TRUE(c.add_step(room));
    EXPECT_EQ(c.add_step(hour).error(), failure::already_exists);
    step_row other = hour;
    other.round = 8;
    EXPECT_TRUE(c.add_step(other)) << "another round";
    other.meeting.series = series_id{"b"};
    EXPECT_TRUE(c.add_step(other));
  });
  in_a_unit([&](calendar_records& c) {
    const auto steps = *c.list_steps(meeting);
    ASSERT_EQ(steps.size(), 3u);
    EXPECT_EQ(steps[0].kind, hour.kind);
    EXPECT_EQ(steps[1].kind, room.kind);
    EXPECT_LT(steps[0].number, steps[1].number);
    EXPECT_EQ(steps[0].person, hour.person);
    EXPECT_EQ(steps[0].round, 7);
    EXPECT_EQ(steps[0].at, from_unix_ms(9));
    EXPECT_TRUE(c.move_places(series_id{"a"}, series_id{"z"}, new_year));
    EXPECT_TRUE(c.list_steps(meeting)->empty());
    EXPECT_EQ(c.list_steps({series_id{"z"}, new_year})->size(), 3u);
    EXPECT_TRUE(c.delete_steps({series_id{"z"}, new_year}));
    EXPECT_TRUE(c.list_steps({series_id{"z"}, new_year})->empty());
    EXPECT_EQ(c.list_steps({series_id{"b"}, new_year})->size(), 1u);
  });
}

TEST_P(calendar_contract, a_step_goes_with_the_unit_that_took_it) {
  const step_row over{meeting, step_kind::meeting_over, {}, 0, from_unix_ms(9)};
  EXPECT_FALSE(transact([&](records& r) -> result<void> {
    EXPECT_TRUE(r.calendar().add_step(over));
    return failure::conflict;
  }));
  in_a_unit([&](calendar_records& c) { EXPECT_TRUE(c.add_step(over)) << "the unit was undone, and its step with it"; });
}

TEST_P(calendar_contract, places_go_with_the_part_of_a_series_that_became_its_own) {
  const meeting_name later{series_id{"a"}, new_year + std::chrono::days{7}};
  in_a_unit([&](calendar_records& c) {
    place_row row = asking("ana");
    EXPECT_TRUE(c.take_place(row, 5));
    row.meeting = later;
    EXPECT_TRUE(c.take_place(row, 5));
    EXPECT_TRUE(c.move_places(series_id{"a"}, series_id{"z"}, later.day));
    EXPECT_EQ(c.list_places(meeting)->size(), 1u);
    EXPECT_TRUE(c.list_places(later)->empty());
    EXPECT_EQ(c.list_places({series_id{"z"}, later.day})->front().meeting.series, series_id{"z"});
  });
}

TEST_P(calendar_contract, cover_is_asked_for_once_for_each_seat_and_goes_with_its_part_of_a_series) {
  using calendar::seat;
  const cover_row lead{meeting, seat::lead, person_id{"kim"}, std::string("sealed\0", 7), from_unix_ms(9)};
  cover_row second{meeting, seat::second, person_id{"lee"}, "", from_unix_ms(8)};
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.list_covers(meeting)->empty());
    EXPECT_TRUE(c.put_cover(second));
    EXPECT_TRUE(c.put_cover(lead));
    second.sealed_words = "others";
    EXPECT_TRUE(c.put_cover(second));
    EXPECT_EQ(*c.list_covers(meeting), (std::vector{lead, second}));
    EXPECT_TRUE(c.move_places(meeting.series, series_id{"b"}, new_year + std::chrono::days{1}));
    EXPECT_EQ(c.list_covers(meeting)->size(), 2u) << "of an earlier day";
    EXPECT_TRUE(c.move_places(meeting.series, series_id{"b"}, new_year));
    EXPECT_TRUE(c.list_covers(meeting)->empty());
    const meeting_name moved{series_id{"b"}, new_year};
    EXPECT_TRUE(c.delete_cover(moved, seat::lead));
    EXPECT_TRUE(c.delete_cover(moved, seat::lead));
    second.meeting = moved;
    EXPECT_EQ(*c.list_covers(moved), std::vector{second});
  });
}

TEST_P(calendar_contract, an_answer_is_found_by_caller_and_key_until_it_is_old) {
  const answer_row row{person_id{"kim"}, "key", "hash", std::string("a\0b", 3), from_unix_ms(50)};
  in_a_unit([&](calendar_records& c) {
    EXPECT_TRUE(c.put_answer(row));
    EXPECT_EQ(*c.find_answer(row.caller, "key"), row);
    EXPECT_EQ(*c.find_answer(person_id{"lee"}, "key"), std::nullopt);
    EXPECT_TRUE(c.delete_answers_before(from_unix_ms(50)));
    EXPECT_TRUE(c.find_answer(row.caller, "key")->has_value());
    EXPECT_TRUE(c.delete_answers_before(from_unix_ms(51)));
    EXPECT_EQ(*c.find_answer(row.caller, "key"), std::nullopt);
  });
}

TEST_P(calendar_contract, a_meeting_has_the_room_that_was_made_for_it) {
  in_a_unit([&](calendar_records& c) {
    EXPECT_EQ(*c.find_meeting_room(meeting), std::nullopt);
    EXPECT_TRUE(c.put_meeting_room(meeting, tuesday));
    EXPECT_EQ(*c.find_meeting_room(meeting), tuesday);
    EXPECT_EQ(*c.find_series_of_room(tuesday), meeting.series);
    EXPECT_EQ(*c.find_series_of_room(friday), std::nullopt);
  });
}

NIGHTLIGHT_CONTRACT(calendar_contract);

}  // namespace
}  // namespace nightlight::contract
