// Where each room lives. Rooms are hashed to shards; a room is loaded by the first mail that reaches it and stays.
// Mail from any shard goes to the room's own in the order it was sent there.
#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

#include "async/awaitable.hpp"
#include "async/gate.hpp"
#include "rooms/mail.hpp"
#include "rooms/room_loop.hpp"

namespace nightlight::rooms {

class directory {
 public:
  // One executor for each shard, in the order of `around.people`.
  directory(std::vector<async::executor> shards, const surroundings& around);
  ~directory();

  // Any shard. What a room cannot take (its mailbox is full, or it is stopping) is answered as busy.
  void send(const room_id& room, mail m);

  // The same for a caller that waits: the API and the system's jobs.
  async::task<outcome> async_command(async::executor ex, room_id room, shared_principal who, domain::command what);
  async::task<result<glance>> async_glance(async::executor ex, room_id room);

  // From the shard in question: closes its rooms and completes when each has answered what it had taken.
  async::task<> stop_shard(std::size_t shard);

 private:
  // The rooms of one shard, touched by that shard alone.
  struct homes {
    explicit homes(async::executor e) : ex(e), running(e) {}
    async::executor ex;
    async::gate running;
    std::unordered_map<room_id, std::unique_ptr<room_loop>> rooms;
  };

  std::size_t home_of(const room_id& room) const;
  void deliver(homes& at, const room_id& room, mail m);
  room_loop* find_or_start(homes& at, const room_id& room);
  async::task<> keep(homes& at, room_loop& loop);
  void turn_away(const room_id& room, const mail& m) const;

  surroundings around_;
  std::vector<std::unique_ptr<homes>> homes_;
};

}  // namespace nightlight::rooms
