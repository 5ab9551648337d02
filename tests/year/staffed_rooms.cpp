#include "year/staffed_rooms.hpp"

#include <algorithm>
#include <array>

#include "app/rooms_front_wiring.hpp"

namespace nightlight::year {
namespace {

using namespace std::chrono_literals;

// After its planned end a room is extended once and closes after a grace.
constexpr auto longest_after_the_end = extended_by + 15min;

rooms::principal kim() {
  return {person_id{"kim............."}, domain::role::facilitator, private_text{"Kim"}, "en", {}, {}};
}

}  // namespace

staffed_rooms::staffed_rooms(const surroundings& around)
    : clock_(around.clock),
      log_(around.database),
      counted_log_(log_, under_way_, around.before_append),
      counted_store_(around.records, under_way_),
      ring_(around.keys_dir),
      around_{counted_log_, counted_store_, around.clock, ring_, around.audit, settings_, people_, ears_, {}},
      rooms_({shard_.get_executor()}, around_),
      front_(app::rooms_front_of(rooms_)),
      kim_(std::make_shared<const rooms::principal>(kim())),
      out_(*this, {}),
      connection_(hall_.enter(out_, wire::subprotocol::binary)) {}

// A server looks at every room after a start (app::housekeeping); the others of the year have nothing to wait for.
bool staffed_rooms::wake(const std::vector<room_row>& rows) {
  std::vector<room_id> tonight;
  for (const room_row& row : rows) {
    if (row.ends_at + longest_after_the_end <= clock_.now()) continue;
    tonight.push_back(row.id);
    evening_until_ = std::max(evening_until_, row.ends_at + longest_after_the_end);
  }
  std::vector<transport::room_status> found;
  front_.status(tonight, [&](const accounts::answer<std::vector<transport::room_status>>& seen) { found = *seen; });
  come_to_rest();
  if (found.size() != tonight.size()) return false;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].phase == wire::v1::PHASE_OPEN || found[i].phase == wire::v1::PHASE_PAUSED) come_in(tonight[i]);
  }
  come_to_rest();
  return true;
}

bool staffed_rooms::act(deed_kind what, const room_row& in, const std::string& id) {
  bool known = true;
  if (what == deed_kind::open) {
    known = change(front_.open, in.id);
    evening_until_ = std::max(evening_until_, in.ends_at + longest_after_the_end);
    come_in(in.id);
  } else if (what == deed_kind::close) {
    known = change(front_.close, in.id);
  } else {
    rooms_.send(in.id, rooms::command_mail{connection_, wire::subprotocol::binary, kim_, command_id{id},
                                           domain::extend_meeting{extended_by}});
  }
  come_to_rest();
  return known;
}

// A refusal is an answer like any other: the room is open already, or not open at all.
bool staffed_rooms::change(const auto& how, const room_id& room) {
  bool known = false;
  how(room, *kim_, [&](const accounts::answer<transport::room_status>& seen) {
    known = seen || seen.error().code != accounts::denial_code::store_unavailable;
  });
  come_to_rest();
  return known;
}

void staffed_rooms::come_in(const room_id& room) {
  if (!sits_in_.insert(room).second) return;
  rooms_.send(room, rooms::join_mail{connection_, wire::subprotocol::binary, kim_, std::nullopt, false});
}

std::optional<instant> staffed_rooms::next() const {
  const instant now = clock_.now();
  if (now >= evening_until_) return std::nullopt;
  return instant{std::chrono::floor<std::chrono::duration<int, std::ratio<300>>>(now.time_since_epoch())} + 5min;
}

// Asio asks the kernel to wake it for the timer that is due first, and the kernel's clock is not driven: one that is
// overdue makes it look at all of them by ours.
void staffed_rooms::look_at_the_clock() {
  if (clock_.now() > evening_until_) return;
  bool looked = false;
  async::timer first(shard_.get_executor(), async::clock::time_point{});
  first.async_wait([&](const error_code&) { looked = true; });
  while (!looked) shard_.run_one();
  come_to_rest();
}

void staffed_rooms::come_to_rest() {
  for (;;) {
    const bool moved = shard_.poll() > 0;
    read_everything();
    if (moved) continue;
    if (!under_way_.any()) return;
    shard_.run_one();
  }
}

void staffed_rooms::read_everything() {
  std::array<std::string_view, 64> views;
  while (!out_.empty()) {
    std::size_t bytes = 0;
    const std::size_t shown = out_.gather(views);
    for (std::size_t i = 0; i < shown; ++i) bytes += views.at(i).size();
    out_.consume(bytes);
  }
}

}  // namespace nightlight::year
