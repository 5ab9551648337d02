#include "rooms/directory.hpp"

#include <boost/asio/post.hpp>

#include <cassert>
#include <utility>

#include "async/port_call.hpp"
#include "async/spawn.hpp"
#include "rooms/replies.hpp"

namespace nightlight::rooms {

directory::directory(std::vector<async::executor> shards, const surroundings& around) : around_(around) {
  around_.tell_room = [this](const room_id& room, mail m) { send(room, std::move(m)); };
  for (const async::executor& ex : shards) homes_.push_back(std::make_unique<homes>(ex));
}

directory::~directory() = default;

std::size_t directory::home_of(const room_id& room) const { return std::hash<room_id>{}(room) % homes_.size(); }

void directory::send(const room_id& room, mail m) {
  homes& at = *homes_[home_of(room)];
  if (at.ex.running_in_this_thread()) {
    deliver(at, room, std::move(m));
  } else {
    boost::asio::post(at.ex, [this, &at, room, m = std::move(m)]() mutable { deliver(at, room, std::move(m)); });
  }
}

void directory::deliver(homes& at, const room_id& room, mail m) {
  room_loop* loop = find_or_start(at, room);
  if (loop == nullptr || !loop->submit(std::move(m))) turn_away(room, m);
}

room_loop* directory::find_or_start(homes& at, const room_id& room) {
  const auto found = at.rooms.find(room);
  if (found != at.rooms.end()) return found->second.get();
  if (at.running.closing()) return nullptr;
  room_loop* loop = at.rooms.emplace(room, std::make_unique<room_loop>(at.ex, room, around_)).first->second.get();
  const bool started = async::spawn(at.ex, at.running, "room", keep(at, *loop));
  assert(started);
  return started ? loop : nullptr;
}

// A room that ends by itself, because there is no such room, is forgotten. Nothing runs between the two statements, so
// no mail is lost.
async::task<> directory::keep(homes& at, room_loop& loop) {
  co_await loop.run();
  at.rooms.erase(room_id(loop.id()));
}

void directory::turn_away(const room_id& room, const mail& m) const {
  const auto tell = [this](session_address to, payload p) {
    around_.people.on(to.shard, [id = to.id, p = std::move(p)](hall& h) { h.tell(id, p); });
  };
  if (const auto* c = std::get_if<command_mail>(&m)) {
    tell(c->from, busy(c->spoken, room, c->id, c->who->language));
  } else if (const auto* j = std::get_if<join_mail>(&m)) {
    tell(j->from, busy(j->spoken, room, {}, j->who->language));
  } else if (const auto* o = std::get_if<outside_mail>(&m)) {
    o->done(make_error_code(failure::store_unavailable));
  } else if (const auto* g = std::get_if<glance_mail>(&m)) {
    g->done(make_error_code(failure::store_unavailable));
  }
}

async::task<outcome> directory::async_command(async::executor ex, room_id room, shared_principal who,
                                              domain::command what) {
  auto ask = [&](auto done) { send(room, outside_mail{std::move(who), std::move(what), std::move(done)}); };
  co_return co_await async::async_port_call<outcome>(ex, ask);
}

async::task<result<glance>> directory::async_glance(async::executor ex, room_id room) {
  auto ask = [&](auto done) { send(room, glance_mail{std::move(done)}); };
  co_return co_await async::async_port_call<result<glance>>(ex, ask);
}

async::task<> directory::stop_shard(std::size_t shard) {
  homes& at = *homes_[shard];
  for (auto& [id, loop] : at.rooms) loop->stop();
  co_await at.running.async_close();
}

}  // namespace nightlight::rooms
