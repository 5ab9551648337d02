// What the contract suite is run against: a log and a store of one technology, and calls that wait for their answer.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <future>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ports/room_log.hpp"
#include "ports/store.hpp"
#include "support/print_result.hpp"

namespace nightlight::contract {

class technology {
 public:
  virtual ~technology() = default;
  virtual room_log& log() = 0;
  virtual store& kept() = 0;
};

struct named_technology {
  std::string name;
  std::function<std::unique_ptr<technology>()> make;
};

std::vector<named_technology> all_technologies();

// Calls `start` with a completion and waits for what it is given.
template <class T, class Start>
result<T> answer(Start start) {
  auto promised = std::make_shared<std::promise<result<T>>>();
  auto arrived = promised->get_future();
  start([promised](result<T> outcome) { promised->set_value(std::move(outcome)); });
  return arrived.get();
}

class contract_test : public ::testing::TestWithParam<named_technology> {
 protected:
  result<position> append(append_request request) {
    return answer<position>([&](auto done) { log().append(std::move(request), std::move(done)); });
  }
  result<std::vector<log_row>> read(const room_id& room, position after, std::size_t rows_max = 1000) {
    return answer<std::vector<log_row>>([&](auto done) { log().read(room, after, rows_max, std::move(done)); });
  }
  result<meeting_tail> newest_meeting(const room_id& room) {
    return answer<meeting_tail>([&](auto done) { log().read_newest_meeting(room, std::move(done)); });
  }
  result<void> destroy_keys(const meeting_id& meeting, std::uint32_t retention_class) {
    return answer<void>([&](auto done) { log().destroy_keys(meeting, retention_class, std::move(done)); });
  }
  result<void> replace_records(const room_id& room, std::vector<record_change> changes) {
    return answer<void>([&](auto done) { log().replace_records(room, std::move(changes), std::move(done)); });
  }
  result<void> transact(store::work unit) {
    return answer<void>([&](auto done) { kept().transact(std::move(unit), std::move(done)); });
  }

  room_log& log() { return made_->log(); }
  store& kept() { return made_->kept(); }

  // Rows at expected+1 … expected+count, each with a record that names its place.
  static append_request rows_for(const room_id& room, const meeting_id& meeting, std::uint64_t expected,
                                 std::size_t count = 1) {
    append_request request{room, meeting, position{expected}, {}, {}};
    for (std::size_t i = 1; i <= count; ++i) {
      const position at{expected + i};
      request.rows.push_back({at, circle_number{at.value * 2}, from_unix_ms(static_cast<std::int64_t>(at.value)),
                              room.value + "/" + std::to_string(at.value)});
    }
    return request;
  }

  const room_id tuesday{"tuesdayroom2"};
  const room_id friday{"fridayroom22"};
  const meeting_id first_meeting{std::string("\x01meeting\0number1", 16)};
  const meeting_id second_meeting{std::string("\x02meeting\0number2", 16)};

 private:
  std::unique_ptr<technology> made_ = GetParam().make();
};

}  // namespace nightlight::contract

// Instantiates a suite of the contract for every technology.
#define NIGHTLIGHT_CONTRACT(suite)                                                                     \
  INSTANTIATE_TEST_SUITE_P(of, suite, ::testing::ValuesIn(::nightlight::contract::all_technologies()), \
                           [](const auto& tested) { return tested.param.name; })
