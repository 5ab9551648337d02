#include "rooms/taking_out.hpp"

#include <unordered_map>
#include <utility>
#include <vector>

#include "async/port_call.hpp"
#include "wire/log_record.hpp"

namespace nightlight::rooms {
namespace {

constexpr std::size_t rows_at_once = 512;

// Where the messages of one meeting stand that were taken back.
class search {
 public:
  search(room_id room, meeting_id meeting) : room_(std::move(room)), meeting_(std::move(meeting)) {}

  void look_at(const log_row& row) {
    const wire::open_function closed = [](const wire::sealed_words&, std::string_view) { return private_text{}; };
    const auto e = wire::decode_record(room_, row.at, row.record, closed);
    if (!e) return;  // a record that cannot be read says no words either
    if (const auto* opened = std::get_if<domain::room_opened>(&e->what.body)) inside_ = opened->meeting == meeting_;
    if (!inside_) return;
    if (std::holds_alternative<domain::message_said>(e->what.body)) {
      said_at_[e->number] = row.at;
    } else if (const auto* retracted = std::get_if<domain::messages_retracted>(&e->what.body)) {
      for (const circle_number n : retracted->numbers) {
        if (const auto said = said_at_.find(n); said != said_at_.end()) found_.push_back(said->second);
      }
    }
  }

  const std::vector<position>& found() const { return found_; }

 private:
  room_id room_;
  meeting_id meeting_;
  bool inside_ = false;
  std::unordered_map<circle_number, position> said_at_;
  std::vector<position> found_;
};

async::task<result<std::vector<log_row>>> rows_after(async::executor ex, room_log& log, room_id room, position after,
                                                     std::size_t rows_max) {
  auto read = [&](auto done) { log.read(room, after, rows_max, std::move(done)); };
  co_return co_await async::async_port_call<result<std::vector<log_row>>>(ex, read);
}

}  // namespace

async::task<result<void>> async_take_out_retracted(async::executor ex, room_log& log, room_id room,
                                                   meeting_id meeting) {
  search within{room, std::move(meeting)};
  position after;
  for (bool more = true; more;) {
    auto reading = rows_after(ex, log, room, after, rows_at_once);
    const result<std::vector<log_row>> rows = co_await std::move(reading);
    if (!rows) co_return rows.error();
    for (const log_row& row : *rows) within.look_at(row);
    more = rows->size() == rows_at_once;
    if (more) after = rows->back().at;
  }
  std::vector<record_change> changes;
  for (const position at : within.found()) {
    auto reading = rows_after(ex, log, room, position{at.value - 1}, 1);
    const result<std::vector<log_row>> row = co_await std::move(reading);
    if (!row) co_return row.error();
    if (row->empty()) continue;
    changes.push_back({at, wire::without_message_words(row->front().record)});
  }
  if (changes.empty()) co_return result<void>{};
  auto replace = [&](auto done) { log.replace_records(room, std::move(changes), std::move(done)); };
  co_return co_await async::async_port_call<result<void>>(ex, replace);
}

}  // namespace nightlight::rooms
