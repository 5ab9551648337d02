#include "durability/evening.hpp"

#include <algorithm>
#include <future>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

namespace nightlight::durability {
namespace {

constexpr int rooms_count = 5;
const std::string database_path = "evening.db";

template <class T, class Start>
std::future<result<T>> asked(Start start) {
  auto promised = std::make_shared<std::promise<result<T>>>();
  start([promised](result<T> outcome) { promised->set_value(std::move(outcome)); });
  return promised->get_future();
}

}  // namespace

struct evening::opened {
  opened(const std::string& path, const char* vfs, const char* synchronous, bool laid_out)
      : database(
            {.path = path, .checkpoint_pages = 40, .log_laid_out = laid_out, .vfs = vfs, .synchronous = synchronous}) {}

  adapters::sqlite_database database;
  adapters::sqlite_room_log log{database};
  adapters::sqlite_store store{database};
};

evening::evening(std::uint64_t seed, std::string synchronous) : random_(seed), synchronous_(std::move(synchronous)) {
  start_again();
}

// A new disk, and nothing promised about it.
void evening::start_again() {
  disk_ = std::make_unique<nightlight::testing::power_cut_disk>();
  rooms_.clear();
  counter_acknowledged_ = 0;
  for (int i = 0; i < rooms_count; ++i) {
    rooms_.push_back({room_id{"room" + std::to_string(i)}, meeting_id{"meeting" + std::to_string(i)}, {}, 0, {}});
  }
}

void evening::live_through_a_cut() {
  ++found_.cuts;
  // Most cuts come while everybody writes; some while the store is opened and recovers from the cut before.
  const bool early = random_() % 8 == 0;
  if (early) disk_->cut_after(random_() % 12);
  auto store = open();
  if (store) {
    check(*store);
    if (!early) disk_->cut_after(random_() % 500);
    write(*store, 100'000);
  }
  store.reset();
  disk_->cut_now();  // where opening or closing was quicker than the cut
  disk_->restore_power(random_);
  check_integrity();
}

void evening::live_through_failing_syncs_and_a_cut() {
  auto store = open();
  if (store) {
    check(*store);
    write(*store, static_cast<int>(random_() % 10));
    disk_->set_syncs_fail(true);
    for (int i = 0; i < 3; ++i) write(*store, 1);
    disk_->set_syncs_fail(false);
    check(*store);
    write(*store, static_cast<int>(random_() % 10));
  }
  ++found_.cuts;
  disk_->cut_now();
  store.reset();
  disk_->restore_power(random_);
  check_integrity();
}

std::unique_ptr<evening::opened> evening::open() {
  try {
    return std::make_unique<opened>(database_path, disk_->vfs_name(), synchronous_.c_str(), random_() % 2 == 0);
  } catch (const std::runtime_error&) {
    if (disk_->is_off()) {
      ++found_.cuts_while_opening;
    } else {
      ++found_.damaged;
      start_again();
    }
    return nullptr;
  }
}

void evening::check(opened& store) {
  for (room& in : rooms_) {
    check_room(store, in);
    check_keys(store, in);
  }
  check_counter(store);
}

void evening::check_room(opened& store, room& in) {
  const auto rows = asked<std::vector<log_row>>([&](auto done) {
                      store.log.read(in.id, position{}, 1'000'000, std::move(done));
                    }).get();
  if (!rows) {
    if (!disk_->is_off()) ++found_.damaged;
    return;
  }
  std::set<std::string> seen;
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const log_row& row = (*rows)[i];
    if (row.at.value != i + 1) ++found_.gaps;
    if (!seen.insert(row.record).second) ++found_.repeated;
    if (i < in.acknowledged && row.record != in.records[i]) ++found_.lost;
  }
  if (rows->size() < in.acknowledged) found_.lost += static_cast<int>(in.acknowledged - rows->size());
  // What is there counts from here on, acknowledged or not: the next append is decided on it.
  in.records.clear();
  for (const log_row& row : *rows) in.records.push_back(row.record);
  in.acknowledged = in.records.size();
}

void evening::check_keys(opened& store, room& in) {
  const auto tail =
      asked<meeting_tail>([&](auto done) { store.log.read_newest_meeting(in.id, std::move(done)); }).get();
  if (!tail) return;
  for (std::size_t i = 0; i < in.keys.size(); ++i) {
    if (i >= tail->keys.size() || tail->keys[i].wrapped != in.keys[i]) ++found_.lost;
  }
  in.keys.clear();
  for (const wrapped_key& key : tail->keys) in.keys.push_back(key.wrapped);
}

void evening::check_counter(opened& store) {
  std::optional<std::string> stored;
  const auto read = asked<void>([&](auto done) {
                      store.store.transact(
                          [&](records& r) -> result<void> {
                            auto found = r.get_setting("counter");
                            if (!found) return found.error();
                            stored = *found;
                            return {};
                          },
                          std::move(done));
                    }).get();
  if (!read) return;
  const std::int64_t counter = stored ? std::stoll(*stored) : 0;
  if (counter < counter_acknowledged_) ++found_.lost;
  counter_acknowledged_ = counter;
}

// On a copy, so that the next session meets the disk as the cut left it.
void evening::check_integrity() {
  static constexpr char copied[] = "copy.db";
  disk_->copy(database_path, copied);
  disk_->copy(database_path + "-wal", std::string{copied} + "-wal");
  try {
    adapters::connection db{copied, disk_->vfs_name()};
    db.must_execute("PRAGMA locking_mode = EXCLUSIVE");
    adapters::statement check{db, "PRAGMA integrity_check"};
    adapters::statement::run run{check};
    if (!run.row() || run.bytes_at(0) != "ok") ++found_.damaged;
  } catch (const std::runtime_error&) {
    ++found_.damaged;
  }
}

append_request evening::next_append(room& in) {
  append_request request{in.id, in.meeting, position{in.records.size()}, {}, {}};
  const auto count = 1 + random_() % 3;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string record = in.id.value + " #" + std::to_string(++serial_) + std::string(random_() % 700, '.');
    in.records.push_back(record);
    request.rows.push_back({position{in.records.size()}, circle_number{in.records.size()}, instant{}, record});
  }
  if (random_() % 4 == 0) {
    const auto participant = static_cast<std::uint32_t>(in.keys.size() + 1);
    request.keys.push_back({in.meeting, participant, 1, "key " + std::to_string(++serial_)});
  }
  return request;
}

void evening::write(opened& store, int waves) {
  for (int wave = 0; wave < waves; ++wave) {
    struct asked_append {
      room* in;
      std::size_t newest;
      std::vector<std::string> keys;
      std::future<result<position>> answer;
    };
    std::vector<asked_append> appends;
    for (room& in : rooms_) {
      if (random_() % 3 == 0) continue;
      append_request request = next_append(in);
      std::vector<std::string> keys = in.keys;
      for (const wrapped_key& key : request.keys) keys.push_back(key.wrapped);
      appends.push_back({&in, in.records.size(), std::move(keys),
                         asked<position>([&](auto done) { store.log.append(std::move(request), std::move(done)); })});
    }
    const std::int64_t next = counter_acknowledged_ + 1;
    auto unit = asked<void>([&](auto done) {
      store.store.transact([next](records& r) { return r.put_setting("counter", std::to_string(next)); },
                           std::move(done));
    });
    bool failed = false;
    for (asked_append& append : appends) {
      const auto outcome = append.answer.get();
      if (outcome && outcome->value == append.newest) {
        found_.acknowledged += static_cast<int>(append.newest - append.in->acknowledged);
        append.in->acknowledged = append.newest;
        append.in->keys = std::move(append.keys);
      } else {
        failed = true;
      }
    }
    if (unit.get()) {
      ++found_.acknowledged;
      counter_acknowledged_ = next;
    } else {
      failed = true;
    }
    if (failed) return;
  }
}

}  // namespace nightlight::durability
