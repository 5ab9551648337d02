// The yardstick: a server that does nothing but one uncoalesced send() of the same bytes for each delivery.
#include "load/bare_loop.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

#include "load/swarm.hpp"

namespace nightlight::load {
namespace {

struct guest {
  bool seated = false;
  std::uint32_t room = 0;
  std::size_t bytes = 0;  // of a message that has not come whole
};

int listen_anywhere() {
  const int door = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ::bind(door, reinterpret_cast<sockaddr*>(&at), sizeof at);
  ::listen(door, 4096);
  socklen_t size = sizeof at;
  ::getsockname(door, reinterpret_cast<sockaddr*>(&at), &size);
  std::cout << "ready " << ntohs(at.sin_port) << std::endl;
  return door;
}

}  // namespace

int run_bare_loop() {
  const std::string frame = sample_server_frame();
  const std::size_t message_bytes = say_frame("abcdefghijkl", 1).size();
  const int door = listen_anywhere();
  const int poll = ::epoll_create1(0);
  epoll_event wanted{EPOLLIN, {}};
  wanted.data.fd = door;
  ::epoll_ctl(poll, EPOLL_CTL_ADD, door, &wanted);
  std::unordered_map<int, guest> guests;
  std::vector<std::vector<int>> rooms;
  std::array<epoll_event, 512> events{};
  std::array<char, 65536> buffer{};
  for (;;) {
    const int count = ::epoll_wait(poll, events.data(), events.size(), -1);
    for (int i = 0; i < count; ++i) {
      const int from = events[static_cast<std::size_t>(i)].data.fd;
      if (from == door) {
        const int fresh = ::accept(door, nullptr, nullptr);
        const int on = 1;
        ::setsockopt(fresh, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        wanted.data.fd = fresh;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, fresh, &wanted);
        guests[fresh];
        continue;
      }
      guest& g = guests[from];
      if (!g.seated) {
        if (::recv(from, &g.room, sizeof g.room, MSG_WAITALL) != sizeof g.room) return 0;
        g.seated = true;
        if (rooms.size() <= g.room) rooms.resize(g.room + 1);
        rooms[g.room].push_back(from);
        continue;
      }
      const long got = ::recv(from, buffer.data(), buffer.size(), 0);
      if (got <= 0) return 0;  // the run is over
      g.bytes += static_cast<std::size_t>(got);
      for (; g.bytes >= message_bytes; g.bytes -= message_bytes) {
        for (const int to : rooms[g.room]) ::send(to, frame.data(), frame.size(), MSG_NOSIGNAL);
      }
    }
  }
}

}  // namespace nightlight::load
