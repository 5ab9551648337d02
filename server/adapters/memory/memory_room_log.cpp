#include "adapters/memory/memory_room_log.hpp"

#include <algorithm>
#include <cassert>
#include <memory>
#include <utility>

namespace nightlight::adapters {
namespace {

// True once for each of the `left` calls to come.
bool spend(std::size_t& left) {
  if (left == 0) return false;
  --left;
  return true;
}

// What tells `done` the outcome, later.
template <class Completion, class Result>
std::function<void()> telling(Completion& done, Result&& outcome) {
  return [done = std::move(done), outcome = std::forward<Result>(outcome)]() mutable { done(std::move(outcome)); };
}

}  // namespace

void memory_room_log::append(append_request request, completion<position> done) {
  assert(!request.rows.empty() && request.meeting);
  queue_.add([this, request = std::move(request), done = std::move(done)]() mutable {
    return telling(done, append_now(request));
  });
}

void memory_room_log::read(room_id room, position after, std::size_t rows_max, completion<std::vector<log_row>> done) {
  queue_.add([this, room = std::move(room), after, rows_max, done = std::move(done)]() mutable {
    if (!available_) return telling(done, result<std::vector<log_row>>{failure::store_unavailable});
    const std::vector<log_row>& rows = rooms_[room].rows;
    std::vector<log_row> found;
    for (std::size_t i = after.value; i < rows.size() && found.size() < rows_max; ++i) found.push_back(rows[i]);
    return telling(done, result<std::vector<log_row>>{std::move(found)});
  });
}

void memory_room_log::read_newest_meeting(room_id room, completion<meeting_tail> done) {
  queue_.add([this, room = std::move(room), done = std::move(done)]() mutable {
    if (!available_) return telling(done, result<meeting_tail>{failure::store_unavailable});
    const auto& found = rooms_[room];
    meeting_tail tail;
    tail.meeting = found.newest_meeting;
    tail.rows.assign(found.rows.begin() + static_cast<std::ptrdiff_t>(found.newest_meeting_begins), found.rows.end());
    const auto first = keys_.lower_bound(key_name{tail.meeting, 0, 0});
    for (auto at = first; at != keys_.end() && std::get<0>(at->first) == tail.meeting; ++at) {
      tail.keys.push_back({tail.meeting, std::get<2>(at->first), std::get<1>(at->first), at->second});
    }
    return telling(done, result<meeting_tail>{std::move(tail)});
  });
}

void memory_room_log::destroy_keys(meeting_id meeting, std::uint32_t retention_class, completion<void> done) {
  queue_.add([this, meeting = std::move(meeting), retention_class, done = std::move(done)]() mutable {
    if (!available_) return telling(done, result<void>{failure::store_unavailable});
    std::erase_if(keys_, [&](const auto& entry) {
      return std::get<0>(entry.first) == meeting && std::get<1>(entry.first) == retention_class;
    });
    return telling(done, result<void>{});
  });
}

void memory_room_log::replace_records(room_id room, std::vector<record_change> changes, completion<void> done) {
  queue_.add([this, room = std::move(room), changes = std::move(changes), done = std::move(done)]() mutable {
    if (!available_) return telling(done, result<void>{failure::store_unavailable});
    std::vector<log_row>& rows = rooms_[room].rows;
    for (record_change& change : changes) {
      if (change.at && change.at.value <= rows.size()) rows[change.at.value - 1].record = std::move(change.record);
    }
    return telling(done, result<void>{});
  });
}

result<position> memory_room_log::append_now(append_request& request) {
  if (!available_ || spend(appends_to_fail_)) return failure::store_unavailable;
  if (spend(appends_to_conflict_)) return failure::conflict;
  const bool doubtful = spend(appends_to_doubt_);
  auto kept = keep(request);
  if (doubtful) return failure::store_unavailable;
  return kept;
}

bool memory_room_log::keys_are_acceptable(const std::vector<wrapped_key>& keys) const {
  return std::all_of(keys.begin(), keys.end(), [this](const wrapped_key& key) {
    const auto there = keys_.find(key_name{key.meeting, key.retention_class, key.participant});
    return there == keys_.end() || there->second == key.wrapped;
  });
}

result<position> memory_room_log::keep(append_request& request) {
  room_state& into = rooms_[request.room];
  if (request.expected.value != into.rows.size() || !keys_are_acceptable(request.keys)) return failure::conflict;
  if (into.meetings.insert(request.meeting).second) {
    into.newest_meeting = request.meeting;
    into.newest_meeting_begins = into.rows.size();
  }
  for (log_row& row : request.rows) {
    assert(row.at.value == into.rows.size() + 1);
    into.rows.push_back(std::move(row));
  }
  for (wrapped_key& key : request.keys) {
    keys_.emplace(key_name{key.meeting, key.retention_class, key.participant}, std::move(key.wrapped));
  }
  return into.rows.back().at;
}

}  // namespace nightlight::adapters
