// Evenings on a disk whose power fails: several rooms write, what was acknowledged is remembered, the power goes at
// some write, and what is left on the disk is compared with what was promised.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "adapters/sqlite/sqlite_room_log.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "support/power_cut_disk.hpp"

namespace nightlight::durability {

struct findings {
  int cuts = 0;
  int cuts_while_opening = 0;
  int acknowledged = 0;  // rows, keys and units
  int lost = 0;          // acknowledged and not there, or there with other words
  int repeated = 0;      // stored twice
  int gaps = 0;
  int damaged = 0;  // the database does not open, or its integrity check complains

  bool clean() const { return lost == 0 && repeated == 0 && gaps == 0 && damaged == 0; }
};

class evening {
 public:
  evening(std::uint64_t seed, std::string synchronous);

  // One session: open, check everything, write until the power goes, and what is left comes back.
  void live_through_a_cut();
  // The same, with syncs that fail for a while before the cut.
  void live_through_failing_syncs_and_a_cut();

  const findings& found() const { return found_; }
  nightlight::testing::power_cut_disk& disk() { return *disk_; }

 private:
  struct room {
    room_id id;
    meeting_id meeting;
    std::vector<std::string> records;  // by position; beyond `acknowledged` they are only possible
    std::size_t acknowledged = 0;
    std::vector<std::string> keys;  // acknowledged, by participant 1, 2, …
  };
  struct opened;

  std::unique_ptr<opened> open();
  void check(opened& store);
  void check_room(opened& store, room& in);
  void check_keys(opened& store, room& in);
  void check_counter(opened& store);
  void check_integrity();
  // Appends and units, some at a time, until the store fails or `waves` are through.
  void write(opened& store, int waves);
  append_request next_append(room& in);
  void start_again();

  std::mt19937_64 random_;
  const std::string synchronous_;
  std::unique_ptr<nightlight::testing::power_cut_disk> disk_;
  std::vector<room> rooms_;
  std::int64_t counter_acknowledged_ = 0;
  std::int64_t serial_ = 0;
  findings found_;
};

}  // namespace nightlight::durability
