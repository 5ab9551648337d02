// The durable log of every room: the only sequencer and the only truth about what happened.
//
// An implementation MUST
//  - keep rows of a room at positions 1, 2, 3 … without gaps, and answer `conflict` when `expected` is not the
//    room's newest position, leaving that room as it was;
//  - let one room's conflict fail that room alone, however many rooms share a commit;
//  - call the completion only once the rows (and the keys that came with them) survive loss of power;
//  - never answer with success after a failure it cannot explain: `store_unavailable` means "unknown, read again";
//  - complete appends of one room in the order in which they were asked for;
//  - begin a meeting of the room with the first row that comes under a meeting id it has not seen, and count every
//    later row to the newest meeting, whatever meeting its request names;
//  - never replace a wrapped key: a different one for the same (meeting, participant, class) is a `conflict`;
//  - bound what waits, and answer `store_unavailable` beyond the bound.
// It SHOULD gather what arrives while a commit is under way into the next one (group commit).
// It sees sealed bytes, never words.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace nightlight {

struct log_row {
  position at;
  circle_number number;  // zero for an event that staff alone see
  instant time;
  std::string record;  // nightlight.log.v1.Record
};

// A data key, wrapped by the key-encryption key of its meeting and retention class (sealing/keyring.hpp).
struct wrapped_key {
  meeting_id meeting;
  std::uint32_t participant = 0;      // member_number, or 0 for the room itself
  std::uint32_t retention_class = 0;  // sealing's retention_class
  std::string wrapped;
};

struct append_request {
  room_id room;
  meeting_id meeting;             // never empty
  position expected;              // the newest position the caller knows; zero for an empty log
  std::vector<log_row> rows;      // at expected+1, expected+2, …; at least one
  std::vector<wrapped_key> keys;  // first used by these rows
};

// One meeting's part of a room's log: what folding needs.
struct meeting_tail {
  meeting_id meeting;         // empty: the room never had a meeting
  std::vector<log_row> rows;  // from the row that opened the newest meeting to the newest row
  std::vector<wrapped_key> keys;
};

// What a row's record is from now on.
struct record_change {
  position at;
  std::string record;
};

class room_log {
 public:
  template <class T>
  using completion = std::function<void(result<T>)>;

  virtual ~room_log() = default;

  // Any thread may call; completions run on a thread of the log's own (on the caller's, before the call returns,
  // when the queue is full) and must only copy and post.

  // Completes with the newest position after the append, or failure::conflict / failure::store_unavailable.
  virtual void append(append_request request, completion<position> done) = 0;

  // Rows after `after`, oldest first, at most `rows_max`.
  virtual void read(room_id room, position after, std::size_t rows_max, completion<std::vector<log_row>> done) = 0;

  virtual void read_newest_meeting(room_id room, completion<meeting_tail> done) = 0;

  // Destroys the wrapped keys of one retention class of a meeting. Doing it twice is not an error.
  virtual void destroy_keys(meeting_id meeting, std::uint32_t retention_class, completion<void> done) = 0;

  // For forgetting a part of what was kept: the rows stay where they are, and those that are not there are left out.
  // Doing it twice is not an error. Copies of the log that were made before are not reached.
  virtual void replace_records(room_id room, std::vector<record_change> changes, completion<void> done) = 0;
};

}  // namespace nightlight
