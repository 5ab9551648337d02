// PROMISES P6 and trial 3: a disk that is full or cannot sync. Nothing is acknowledged, the store says that it is not
// well, and it is well again by itself once the disk is.
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <thread>

#include "adapters/sqlite/sqlite_room_log.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "support/power_cut_disk.hpp"
#include "support/print_result.hpp"

namespace nightlight::durability {
namespace {

class failing_disk : public ::testing::Test {
 protected:
  struct opened {
    opened(const char* vfs, bool laid_out)
        : database({.path = "evening.db",
                    .checkpoint_pages = 20,
                    .log_laid_out = laid_out,
                    .probe_every = milliseconds{1},
                    .vfs = vfs}) {}
    adapters::sqlite_database database;
    adapters::sqlite_room_log log{database};
    adapters::sqlite_store store{database};
  };

  void SetUp() override { reopen(); }
  void reopen(bool laid_out = false) {
    here.reset();
    here = std::make_unique<opened>(disk.vfs_name(), laid_out);
  }

  result<position> append(std::uint64_t expected) {
    std::promise<result<position>> answer;
    append_request request{room, meeting, position{expected}, {}, {}};
    request.rows.push_back({position{expected + 1}, circle_number{}, instant{}, std::string(300, 'x')});
    here->log.append(std::move(request), [&](result<position> outcome) { answer.set_value(outcome); });
    return answer.get_future().get();
  }
  std::size_t stored() {
    std::promise<std::size_t> answer;
    here->log.read(room, position{}, 1000, [&](auto rows) { answer.set_value(rows ? rows->size() : 9999); });
    return answer.get_future().get();
  }
  bool becomes_healthy() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{5};
    while (!here->store.healthy() && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    return here->store.healthy();
  }

  nightlight::testing::power_cut_disk disk;
  std::unique_ptr<opened> here;
  const room_id room{"room"};
  const meeting_id meeting{"meeting"};
  std::mt19937_64 random{7};
};

TEST_F(failing_disk, that_is_full_gets_no_acknowledgement_and_no_half_row) {
  ASSERT_TRUE(append(0));
  disk.set_full(true);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(append(1).error(), failure::store_unavailable);
  EXPECT_FALSE(here->store.healthy());
  EXPECT_EQ(stored(), 1u) << "what was kept can still be read";
}

TEST_F(failing_disk, that_is_full_leaves_a_store_that_opens_again_as_it_was) {
  for (std::uint64_t i = 0; i < 30; ++i) ASSERT_TRUE(append(i));
  disk.set_full(true);
  EXPECT_FALSE(append(30));
  here.reset();
  disk.set_full(false);
  reopen();
  EXPECT_EQ(stored(), 30u);
  EXPECT_EQ(append(30), position{31});
}

TEST_F(failing_disk, without_room_to_lay_out_the_log_leaves_it_to_grow) {
  ASSERT_TRUE(append(0));
  disk.cut_now();
  here.reset();
  disk.restore_power(random);
  disk.set_full(true);
  reopen(true);
  EXPECT_EQ(stored(), 1u);
  disk.set_full(false);
  EXPECT_EQ(append(1), position{2});
}

TEST_F(failing_disk, that_cannot_sync_gets_no_acknowledgement) {
  ASSERT_TRUE(append(0));
  disk.set_syncs_fail(true);
  EXPECT_EQ(append(1).error(), failure::store_unavailable);
  EXPECT_FALSE(here->store.healthy());
  disk.set_syncs_fail(false);
  EXPECT_EQ(append(stored()), position{2});
  EXPECT_TRUE(here->store.healthy());
  disk.cut_now();
  here.reset();
  disk.restore_power(random);
  reopen();
  EXPECT_EQ(stored(), 2u);
}

TEST_F(failing_disk, that_works_again_makes_the_store_well_without_anyone_asking) {
  disk.set_full(true);
  EXPECT_FALSE(append(0));
  EXPECT_FALSE(here->store.healthy());
  disk.set_full(false);
  EXPECT_TRUE(becomes_healthy());
  EXPECT_EQ(append(0), position{1});
}

TEST_F(failing_disk, fails_a_unit_that_did_not_notice) {
  disk.set_full(true);
  std::promise<result<void>> answer;
  here->store.transact(
      [](records& r) -> result<void> {
        for (int i = 0; i < 50; ++i) (void)r.put_setting("key" + std::to_string(i), std::string(500, 'x'));
        return {};
      },
      [&](result<void> outcome) { answer.set_value(outcome); });
  EXPECT_EQ(answer.get_future().get().error(), failure::store_unavailable);
  EXPECT_FALSE(here->store.healthy());
}

TEST_F(failing_disk, whose_power_goes_while_it_is_full_loses_nothing) {
  for (std::uint64_t i = 0; i < 45; ++i) ASSERT_TRUE(append(i));
  disk.set_full(true);
  EXPECT_FALSE(append(45));
  disk.cut_now();
  here.reset();
  disk.restore_power(random);
  disk.set_full(false);
  reopen();
  EXPECT_EQ(stored(), 45u);
}

}  // namespace
}  // namespace nightlight::durability
