#include "app/seeded_room.hpp"

#include <stdexcept>
#include <string>
#include <utility>

#include "app/store_call.hpp"
#include "domain/room/decide.hpp"
#include "sealing/meeting_keys.hpp"
#include "sealing/random.hpp"

namespace nightlight::app {
namespace {

rooms::live_room empty_room(const room_row& row, const rooms::options& settings, sealing::keyring& keys) {
  std::vector<domain::logged_event> none;
  auto room = rooms::live_room::load(row, meeting_tail{}, keys, settings, none);
  if (!room) throw std::runtime_error("a room cannot be made: " + room.error().message());
  auto meeting = sealing::meeting_keys::begin(keys, sealing::new_meeting_id());
  if (!meeting) throw std::runtime_error("keys cannot be made: " + meeting.error().message());
  room->lay_out(std::move(*meeting), row);
  return std::move(*room);
}

}  // namespace

seeded_room::seeded_room(const room_row& row, const rooms::options& settings, sealing::keyring& keys, room_log& log)
    : settings_(settings), room_(empty_room(row, settings, keys)), log_(log) {}

void seeded_room::take(const domain::actor& by, instant when, domain::command what) {
  std::vector<domain::logged_event> events;
  const domain::circumstances around{.now = when, .staff_here = true, .rules = settings_.rules};
  const auto decided = room_.take({.by = by, .id = {}, .words = {}, .what = std::move(what)}, around, events, rows_);
  if (!decided) throw std::runtime_error("a seeded event cannot be sealed: " + decided.error().message());
  if (const auto* no = std::get_if<domain::refusal>(&*decided)) {
    throw std::runtime_error("a seeded event was refused: " + std::string(domain::code_name(no->code)));
  }
}

void seeded_room::keep() {
  if (rows_.empty()) return;
  append_request request{.room = room_.row().id,
                         .meeting = room_.state().meeting,
                         .expected = kept_,
                         .rows = std::exchange(rows_, {}),
                         .keys = room_.take_new_keys()};
  const auto kept = wait_for<position>([&](auto done) { log_.append(std::move(request), std::move(done)); });
  if (!kept) throw std::runtime_error("the log did not take a seeded room: " + kept.error().message());
  kept_ = *kept;
}

}  // namespace nightlight::app
