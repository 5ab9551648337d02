// Rooms full of connected clients, and the two ways of making them talk: one burst after the other as fast as
// everyone has it, or at a steady rate whatever the server does.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "load/connection.hpp"

namespace nightlight::load {

struct seat {
  std::string room;
  std::string token;  // empty for the bare loop
  bool staff = false;
};

// The lines that `nightlight seed-load` wrote.
std::vector<seat> read_seats(const std::string& file);

struct figures {
  std::int64_t messages = 0;
  std::int64_t deliveries = 0;
  double seconds = 0;
  double cpu_us_per_delivery = 0;
  double delivery_p50_ms = 0, delivery_p99_ms = 0, ack_p50_ms = 0, ack_p99_ms = 0;
};

class swarm {
 public:
  // Connects everyone. `server` is the process whose time is counted; `bare`: it is the bare loop.
  swarm(std::uint16_t port, const std::vector<seat>& seats, pid_t server, bool bare);
  ~swarm();

  std::size_t rooms() const { return rooms_.size(); }

  // In each room a burst of `burst` messages, the next when everyone has the last, until `deliveries` in all.
  figures in_turns(std::size_t burst, std::int64_t deliveries);
  // `per_second` messages over all rooms for that many seconds.
  figures steadily(double per_second, double for_seconds);

 private:
  struct client {
    connection line;
    std::size_t room;
    std::size_t heard = 0;
    std::size_t acked = 0;
  };
  struct place {
    std::string name;
    std::vector<std::size_t> clients;
    std::size_t speaker = 0;            // of `clients`
    std::vector<std::int64_t> sent_at;  // by message, nanoseconds
    std::int64_t waiting = 0;           // deliveries and acks still to come
  };

  void speak(place& p, std::size_t messages);
  std::string message_for(const place& p);
  // Waits at most so long for something to read, and reads it.
  void listen(int milliseconds);
  figures finish(std::int64_t begun_at, std::int64_t cpu_before) const;

  pid_t server_;
  bool bare_;
  int poll_ = -1;
  std::vector<client> clients_;
  std::vector<place> rooms_;
  std::int64_t deliveries_ = 0, messages_ = 0;
  std::int64_t next_id_;  // ids of another run over the same rooms would be repeats
  std::vector<std::int64_t> delivery_ns_, ack_ns_;
  std::vector<std::size_t> ready_;
  bool timing_ = false;
};

// What a room is told when 100 bytes are said, and what a client sends to say them.
std::string sample_server_frame();
std::string say_frame(const std::string& room, std::int64_t id);

}  // namespace nightlight::load
