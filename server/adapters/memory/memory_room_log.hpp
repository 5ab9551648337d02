// The room log in memory, keeping the same contract as the durable ones. Made for simulations: it answers when it
// is told to, and it can be told to fail in each of the ways a real one does. Lives as long as the "machine" does;
// the rooms above it may come and go.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "adapters/memory/delivery.hpp"
#include "ports/room_log.hpp"

namespace nightlight::adapters {

class memory_room_log final : public room_log {
 public:
  explicit memory_room_log(delivery when = delivery::immediate) : queue_(when) {}

  void append(append_request request, completion<position> done) override;
  void read(room_id room, position after, std::size_t rows_max, completion<std::vector<log_row>> done) override;
  void read_newest_meeting(room_id room, completion<meeting_tail> done) override;
  void destroy_keys(meeting_id meeting, std::uint32_t retention_class, completion<void> done) override;
  void replace_records(room_id room, std::vector<record_change> changes, completion<void> done) override;

  // Does what waits, in order, one thing or everything; says whether or how much there was.
  bool run_one() { return queue_.run_one(); }
  std::size_t run_pending() { return queue_.run_all(); }

  // What becomes of the next appends, counted in the order in which they are done. Set while nothing runs.
  void fail_next_appends(std::size_t count) { appends_to_fail_ = count; }          // nothing is kept
  void conflict_next_appends(std::size_t count) { appends_to_conflict_ = count; }  // nothing is kept
  void doubt_next_appends(std::size_t count) { appends_to_doubt_ = count; }        // kept, and said to have failed
  void set_available(bool available) { available_ = available; }                   // nothing works while it is not

 private:
  using key_name = std::tuple<meeting_id, std::uint32_t, std::uint32_t>;  // meeting, class, participant

  struct room_state {
    std::vector<log_row> rows;
    meeting_id newest_meeting;
    std::size_t newest_meeting_begins = 0;  // index into rows
    std::set<meeting_id> meetings;
  };

  result<position> append_now(append_request& request);
  bool keys_are_acceptable(const std::vector<wrapped_key>& keys) const;
  result<position> keep(append_request& request);

  delivery_queue queue_;
  std::unordered_map<room_id, room_state> rooms_;
  std::map<key_name, std::string> keys_;
  std::size_t appends_to_fail_ = 0;
  std::size_t appends_to_conflict_ = 0;
  std::size_t appends_to_doubt_ = 0;
  bool available_ = true;
};

}  // namespace nightlight::adapters
