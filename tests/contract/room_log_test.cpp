// The contract of ports/room_log.hpp, MUST by MUST.
#include <gtest/gtest.h>

#include <mutex>
#include <thread>

#include "contract/under_test.hpp"

namespace nightlight::contract {
namespace {

class room_log_contract : public contract_test {};

TEST_P(room_log_contract, an_append_answers_with_the_newest_position) {
  EXPECT_EQ(append(rows_for(tuesday, first_meeting, 0, 1)), position{1});
  EXPECT_EQ(append(rows_for(tuesday, first_meeting, 1, 5)), position{6});
}

TEST_P(room_log_contract, rows_are_read_back_as_they_were_given) {
  auto request = rows_for(tuesday, first_meeting, 0, 2);
  request.rows[0].record = std::string("\0bytes\xff of any kind", 18);
  request.rows[0].number = circle_number{};
  request.rows[1].record.clear();
  request.rows[1].time = from_unix_ms(-5);
  const auto given = request.rows;
  ASSERT_TRUE(append(std::move(request)));
  const auto rows = read(tuesday, position{});
  ASSERT_EQ(rows->size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ((*rows)[i].at, given[i].at);
    EXPECT_EQ((*rows)[i].number, given[i].number);
    EXPECT_EQ((*rows)[i].time, given[i].time);
    EXPECT_EQ((*rows)[i].record, given[i].record);
  }
}

TEST_P(room_log_contract, a_record_of_a_hundred_kilobytes_is_kept_whole) {
  auto request = rows_for(tuesday, first_meeting, 0);
  request.rows[0].record = std::string(100'000, 'x') + "end";
  ASSERT_TRUE(append(request));
  EXPECT_EQ(read(tuesday, position{})->front().record, request.rows[0].record);
}

TEST_P(room_log_contract, reading_starts_after_the_given_position_and_stops_at_the_limit) {
  ASSERT_TRUE(append(rows_for(tuesday, first_meeting, 0, 10)));
  const auto rows = read(tuesday, position{3}, 4);
  ASSERT_EQ(rows->size(), 4u);
  EXPECT_EQ(rows->front().at, position{4});
  EXPECT_EQ(rows->back().at, position{7});
  EXPECT_TRUE(read(tuesday, position{10})->empty());
  EXPECT_TRUE(read(tuesday, position{99})->empty());
  EXPECT_TRUE(read(friday, position{})->empty());
}

TEST_P(room_log_contract, an_append_at_another_position_is_a_conflict_and_changes_nothing) {
  ASSERT_TRUE(append(rows_for(tuesday, first_meeting, 0, 3)));
  EXPECT_EQ(append(rows_for(tuesday, first_meeting, 2)).error(), failure::conflict) << "someone was first";
  EXPECT_EQ(append(rows_for(tuesday, first_meeting, 4)).error(), failure::conflict) << "it would leave a gap";
  EXPECT_EQ(append(rows_for(friday, second_meeting, 1)).error(), failure::conflict) << "an empty log is at zero";
  EXPECT_EQ(read(tuesday, position{})->size(), 3u);
  EXPECT_TRUE(read(friday, position{})->empty());
  EXPECT_EQ(append(rows_for(tuesday, first_meeting, 3)), position{4});
}

TEST_P(room_log_contract, a_conflict_keeps_neither_the_meeting_nor_the_keys_that_came_with_it) {
  ASSERT_TRUE(append(rows_for(tuesday, first_meeting, 0)));
  auto late = rows_for(tuesday, second_meeting, 0);
  late.keys = {{second_meeting, 1, 1, "wrapped"}};
  EXPECT_EQ(append(late).error(), failure::conflict);
  const auto tail = newest_meeting(tuesday);
  EXPECT_EQ(tail->meeting, first_meeting);
  EXPECT_TRUE(tail->keys.empty());
}

TEST_P(room_log_contract, a_conflict_fails_its_own_room_alone) {
  std::vector<std::future<result<position>>> answers;
  for (int i = 0; i < 50; ++i) {
    const room_id room{"room" + std::to_string(i)};
    const meeting_id meeting{"meeting" + std::to_string(i)};
    auto promised = std::make_shared<std::promise<result<position>>>();
    answers.push_back(promised->get_future());
    // Every third room expects a position its log never had.
    log().append(rows_for(room, meeting, i % 3 == 0 ? 7 : 0),
                 [promised](result<position> outcome) { promised->set_value(outcome); });
  }
  for (int i = 0; i < 50; ++i) {
    const auto outcome = answers[static_cast<std::size_t>(i)].get();
    if (i % 3 == 0) {
      EXPECT_EQ(outcome.error(), failure::conflict) << i;
    } else {
      EXPECT_EQ(outcome, position{1}) << i;
    }
  }
}

TEST_P(room_log_contract, appends_of_one_room_complete_in_the_order_they_were_asked_for) {
  std::mutex mutex;
  std::vector<std::uint64_t> completed;
  std::promise<void> last;
  for (std::uint64_t i = 0; i < 200; ++i) {
    log().append(rows_for(tuesday, first_meeting, i), [&, i](result<position> outcome) {
      EXPECT_EQ(outcome, position{i + 1});
      const std::lock_guard lock{mutex};
      completed.push_back(i);
      if (completed.size() == 200) last.set_value();
    });
  }
  last.get_future().wait();
  const std::lock_guard lock{mutex};
  EXPECT_TRUE(std::is_sorted(completed.begin(), completed.end()));
}

TEST_P(room_log_contract, rivals_for_one_position_leave_one_winner_and_no_gap) {
  std::vector<std::thread> writers;
  std::atomic<int> won = 0;
  for (int w = 0; w < 4; ++w) {
    writers.emplace_back([&] {
      for (std::uint64_t expected = 0; expected < 25; ++expected) {
        if (append(rows_for(tuesday, first_meeting, expected))) ++won;
      }
    });
  }
  for (auto& writer : writers) writer.join();
  const auto rows = read(tuesday, position{});
  EXPECT_EQ(rows->size(), 25u);
  EXPECT_EQ(won, 25);
  for (std::size_t i = 0; i < rows->size(); ++i) EXPECT_EQ((*rows)[i].at, position{i + 1});
}

TEST_P(room_log_contract, what_was_asked_before_is_read_after) {
  auto promised = std::make_shared<std::promise<std::size_t>>();
  for (std::uint64_t i = 0; i < 20; ++i) {
    log().append(rows_for(tuesday, first_meeting, i), [](result<position>) {});
  }
  log().read(tuesday, position{}, 100, [promised](auto rows) { promised->set_value(rows->size()); });
  EXPECT_EQ(promised->get_future().get(), 20u);
}

TEST_P(room_log_contract, a_room_that_never_met_has_an_empty_tail) {
  const auto tail = newest_meeting(tuesday);
  ASSERT_TRUE(tail);
  EXPECT_FALSE(tail->meeting);
  EXPECT_TRUE(tail->rows.empty());
  EXPECT_TRUE(tail->keys.empty());
}

TEST_P(room_log_contract, the_newest_meeting_begins_with_the_first_row_under_its_id) {
  ASSERT_TRUE(append(rows_for(tuesday, first_meeting, 0, 3)));
  ASSERT_TRUE(append(rows_for(friday, second_meeting, 0, 2)));
  const meeting_id third{"the third meeting"};
  ASSERT_TRUE(append(rows_for(tuesday, third, 3, 2)));
  const auto tail = newest_meeting(tuesday);
  EXPECT_EQ(tail->meeting, third);
  ASSERT_EQ(tail->rows.size(), 2u);
  EXPECT_EQ(tail->rows.front().at, position{4});
  EXPECT_EQ(newest_meeting(friday)->rows.size(), 2u);
}

TEST_P(room_log_contract, a_row_that_names_an_older_meeting_belongs_to_the_newest) {
  ASSERT_TRUE(append(rows_for(tuesday, first_meeting, 0)));
  ASSERT_TRUE(append(rows_for(tuesday, second_meeting, 1)));
  ASSERT_TRUE(append(rows_for(tuesday, first_meeting, 2)));
  const auto tail = newest_meeting(tuesday);
  EXPECT_EQ(tail->meeting, second_meeting);
  EXPECT_EQ(tail->rows.size(), 2u);
}

TEST_P(room_log_contract, keys_come_back_with_the_meeting_they_belong_to) {
  auto request = rows_for(tuesday, first_meeting, 0);
  request.keys = {{first_meeting, 0, 1, "room"}, {first_meeting, 3, 1, std::string("\0ana", 4)}};
  ASSERT_TRUE(append(request));
  request = rows_for(tuesday, first_meeting, 1);
  request.keys = {{first_meeting, 3, 2, "ana, set aside"}};
  ASSERT_TRUE(append(request));
  auto other = rows_for(friday, second_meeting, 0);
  other.keys = {{second_meeting, 3, 1, "another"}};
  ASSERT_TRUE(append(other));

  const auto keys = newest_meeting(tuesday)->keys;
  ASSERT_EQ(keys.size(), 3u);
  EXPECT_EQ(keys[0].wrapped, "room");
  EXPECT_EQ(keys[1].wrapped, std::string("\0ana", 4));
  EXPECT_EQ(keys[1].participant, 3u);
  EXPECT_EQ(keys[2].retention_class, 2u);
  for (const auto& key : keys) EXPECT_EQ(key.meeting, first_meeting);
}

TEST_P(room_log_contract, a_key_is_never_replaced) {
  auto request = rows_for(tuesday, first_meeting, 0);
  request.keys = {{first_meeting, 3, 1, "the first"}};
  ASSERT_TRUE(append(request));
  request = rows_for(tuesday, first_meeting, 1);
  request.keys = {{first_meeting, 4, 1, "new"}, {first_meeting, 3, 1, "another"}};
  EXPECT_EQ(append(request).error(), failure::conflict);
  EXPECT_EQ(read(tuesday, position{})->size(), 1u);
  ASSERT_EQ(newest_meeting(tuesday)->keys.size(), 1u) << "the key beside it is not kept either";
  EXPECT_EQ(newest_meeting(tuesday)->keys[0].wrapped, "the first");
  request.keys = {{first_meeting, 3, 1, "the first"}};
  EXPECT_EQ(append(request), position{2}) << "the same key again is no harm";
}

TEST_P(room_log_contract, destroyed_keys_are_gone_and_the_rows_stay) {
  auto request = rows_for(tuesday, first_meeting, 0, 4);
  request.keys = {{first_meeting, 1, 1, "ana"}, {first_meeting, 2, 1, "ben"}, {first_meeting, 1, 3, "report"}};
  ASSERT_TRUE(append(request));
  auto other = rows_for(friday, second_meeting, 0);
  other.keys = {{second_meeting, 1, 1, "another meeting"}};
  ASSERT_TRUE(append(other));

  EXPECT_TRUE(destroy_keys(first_meeting, 1));
  EXPECT_TRUE(destroy_keys(first_meeting, 1)) << "twice is not an error";
  EXPECT_TRUE(destroy_keys(meeting_id{"never was"}, 1));
  const auto tail = newest_meeting(tuesday);
  ASSERT_EQ(tail->keys.size(), 1u);
  EXPECT_EQ(tail->keys[0].wrapped, "report");
  EXPECT_EQ(tail->rows.size(), 4u);
  EXPECT_EQ(newest_meeting(friday)->keys.size(), 1u);
}

TEST_P(room_log_contract, a_record_that_was_replaced_stands_at_its_place) {
  ASSERT_TRUE(append(rows_for(tuesday, first_meeting, 0, 3)));
  ASSERT_TRUE(append(rows_for(friday, second_meeting, 0, 3)));
  const std::vector<record_change> changes{{position{2}, std::string("\0less", 5)}, {position{9}, "nowhere"}};
  EXPECT_TRUE(replace_records(tuesday, changes));
  EXPECT_TRUE(replace_records(tuesday, changes)) << "twice is not an error";
  EXPECT_TRUE(replace_records(room_id{"never was"}, changes));
  const auto rows = read(tuesday, position{});
  ASSERT_EQ(rows->size(), 3u);
  EXPECT_EQ((*rows)[0].record, tuesday.value + "/1");
  EXPECT_EQ((*rows)[1].record, std::string("\0less", 5));
  EXPECT_EQ((*rows)[1].at, position{2});
  EXPECT_EQ((*rows)[1].number, circle_number{4});
  EXPECT_EQ((*rows)[1].time, from_unix_ms(2));
  EXPECT_EQ((*read(friday, position{}))[1].record, friday.value + "/2");
  EXPECT_EQ(append(rows_for(tuesday, first_meeting, 3)), position{4});
}

NIGHTLIGHT_CONTRACT(room_log_contract);

}  // namespace
}  // namespace nightlight::contract
