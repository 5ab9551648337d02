#include <gtest/gtest.h>

#include <optional>

#include "adapters/memory/memory_room_log.hpp"
#include "adapters/memory/memory_store.hpp"
#include "support/print_result.hpp"

namespace nightlight::adapters {
namespace {

append_request one_row(std::uint64_t expected) {
  append_request request{room_id{"room"}, meeting_id{"meeting"}, position{expected}, {}, {}};
  request.rows.push_back({position{expected + 1}, circle_number{}, instant{}, "record"});
  return request;
}

result<position> append(memory_room_log& log, std::uint64_t expected) {
  std::optional<result<position>> answer;
  log.append(one_row(expected), [&](result<position> outcome) { answer = outcome; });
  return *answer;
}

std::size_t stored(memory_room_log& log) {
  std::size_t count = 0;
  log.read(room_id{"room"}, position{}, 100, [&](auto rows) { count = rows->size(); });
  return count;
}

TEST(memory_room_log, answers_when_it_is_run_and_in_order) {
  memory_room_log log{delivery::when_run};
  std::vector<int> answered;
  log.append(one_row(0), [&](result<position>) { answered.push_back(1); });
  log.append(one_row(1), [&](result<position>) { answered.push_back(2); });
  EXPECT_TRUE(answered.empty());
  EXPECT_TRUE(log.run_one());
  EXPECT_EQ(answered, std::vector{1});
  EXPECT_EQ(log.run_pending(), 1u);
  EXPECT_EQ(answered, (std::vector{1, 2}));
  EXPECT_FALSE(log.run_one());
}

TEST(memory_room_log, does_what_a_completion_asks_for_in_the_same_run) {
  memory_room_log log{delivery::when_run};
  result<position> second = failure::not_found;
  log.append(one_row(0),
             [&](result<position>) { log.append(one_row(1), [&](result<position> outcome) { second = outcome; }); });
  EXPECT_EQ(log.run_pending(), 2u);
  EXPECT_EQ(second, position{2});
}

TEST(memory_room_log, fails_on_demand_and_keeps_nothing) {
  memory_room_log log;
  log.fail_next_appends(2);
  EXPECT_EQ(append(log, 0).error(), failure::store_unavailable);
  EXPECT_EQ(append(log, 0).error(), failure::store_unavailable);
  EXPECT_EQ(stored(log), 0u);
  EXPECT_EQ(append(log, 0), position{1});
}

TEST(memory_room_log, conflicts_on_demand_and_keeps_nothing) {
  memory_room_log log;
  log.conflict_next_appends(1);
  EXPECT_EQ(append(log, 0).error(), failure::conflict);
  EXPECT_EQ(stored(log), 0u);
  EXPECT_EQ(append(log, 0), position{1});
}

TEST(memory_room_log, leaves_in_doubt_on_demand_what_it_kept) {
  memory_room_log log;
  log.doubt_next_appends(1);
  EXPECT_EQ(append(log, 0).error(), failure::store_unavailable);
  EXPECT_EQ(stored(log), 1u);
  EXPECT_EQ(append(log, 0).error(), failure::conflict);
}

TEST(memory_store, undoes_a_unit_that_fails_on_demand_and_is_not_well_until_one_succeeds) {
  memory_store store;
  store.fail_next_units(1);
  std::optional<result<void>> answer;
  const auto put = [](records& r) { return r.put_setting("key", "value"); };
  store.transact(put, [&](result<void> outcome) { answer = outcome; });
  EXPECT_EQ(answer->error(), failure::store_unavailable);
  EXPECT_FALSE(store.healthy());
  store.transact(
      [](records& r) -> result<void> {
        EXPECT_EQ(*r.get_setting("key"), std::nullopt);
        return {};
      },
      [](result<void>) {});
  store.transact(put, [&](result<void> outcome) { answer = outcome; });
  EXPECT_TRUE(*answer);
  EXPECT_TRUE(store.healthy());
}

TEST(memory_store, leaves_in_doubt_on_demand_what_it_kept) {
  memory_store store;
  store.doubt_next_units(1);
  result<void> answer;
  store.transact([](records& r) { return r.put_setting("key", "value"); },
                 [&](result<void> outcome) { answer = outcome; });
  EXPECT_EQ(answer.error(), failure::store_unavailable);
  store.transact(
      [](records& r) -> result<void> {
        EXPECT_EQ(*r.get_setting("key"), "value");
        return {};
      },
      [](result<void>) {});
}

}  // namespace
}  // namespace nightlight::adapters
