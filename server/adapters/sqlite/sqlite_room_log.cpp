#include "adapters/sqlite/sqlite_room_log.hpp"

#include <cassert>
#include <memory>
#include <utility>

namespace nightlight::adapters {
namespace {

// A call of the port: work on the log's tables, and whom to tell.
template <class T, class Work>
class log_task final : public sqlite_task {
 public:
  log_task(kind k, Work work, room_log::completion<T> done)
      : sqlite_task(k), work_(std::move(work)), done_(std::move(done)) {}

  step run(sqlite_tables& tables) override {
    outcome_ = work_(tables.log);
    if (outcome_) return step::kept;
    return outcome_.error() == failure::store_unavailable ? step::broken : step::undone;
  }

  void complete(bool done) override {
    if (!done) outcome_ = failure::store_unavailable;
    done_(std::move(outcome_));
  }

 private:
  Work work_;
  room_log::completion<T> done_;
  result<T> outcome_ = failure::store_unavailable;
};

template <class T, class Work>
std::unique_ptr<sqlite_task> task(sqlite_task::kind kind, Work work, room_log::completion<T> done) {
  return std::make_unique<log_task<T, Work>>(kind, std::move(work), std::move(done));
}

}  // namespace

void sqlite_room_log::append(append_request request, completion<position> done) {
  assert(!request.rows.empty() && request.meeting);
  database_.submit(task<position>(
      sqlite_task::kind::write, [request = std::move(request)](log_tables& log) { return log.append(request); },
      std::move(done)));
}

void sqlite_room_log::read(room_id room, position after, std::size_t rows_max, completion<std::vector<log_row>> done) {
  database_.submit(task<std::vector<log_row>>(
      sqlite_task::kind::read,
      [room = std::move(room), after, rows_max](log_tables& log) { return log.read(room, after, rows_max); },
      std::move(done)));
}

void sqlite_room_log::read_newest_meeting(room_id room, completion<meeting_tail> done) {
  database_.submit(task<meeting_tail>(
      sqlite_task::kind::read, [room = std::move(room)](log_tables& log) { return log.read_newest_meeting(room); },
      std::move(done)));
}

void sqlite_room_log::destroy_keys(meeting_id meeting, std::uint32_t retention_class, completion<void> done) {
  database_.submit(task<void>(
      sqlite_task::kind::write,
      [meeting = std::move(meeting), retention_class](log_tables& log) {
        return log.destroy_keys(meeting, retention_class);
      },
      std::move(done)));
}

void sqlite_room_log::replace_records(room_id room, std::vector<record_change> changes, completion<void> done) {
  database_.submit(task<void>(
      sqlite_task::kind::write,
      [room = std::move(room), changes = std::move(changes)](log_tables& log) {
        return log.replace_records(room, changes);
      },
      std::move(done)));
}

}  // namespace nightlight::adapters
