#include "load/swarm.hpp"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <stdexcept>

#include "load/process.hpp"
#include "nightlight/wire/v1/chat.pb.h"

namespace nightlight::load {
namespace {

std::int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::string field(const std::string& line, const std::string& name) {
  const std::string mark = "\"" + name + "\":\"";
  const std::size_t begin = line.find(mark) + mark.size();
  return line.substr(begin, line.find('"', begin) - begin);
}

double percentile_ms(std::vector<std::int64_t> values, double share) {
  if (values.empty()) return 0;
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * share);
  std::nth_element(values.begin(), nth, values.end());
  return static_cast<double>(*nth) / 1e6;
}

}  // namespace

std::vector<seat> read_seats(const std::string& file) {
  std::vector<seat> seats;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    seats.push_back({field(line, "room"), field(line, "token"), field(line, "role") != "member"});
  }
  if (seats.empty()) throw std::runtime_error(file + " has no seats");
  return seats;
}

std::string sample_server_frame() {
  wire::v1::ServerFrame frame;
  wire::v1::Event& e = *frame.mutable_event();
  e.set_room("abcdefghijkl");
  e.set_number(1000);
  e.set_at_ms(1'790'000'000'000);
  e.mutable_said()->set_author(7);
  e.mutable_said()->set_text(std::string(text_bytes, 'n'));
  const std::string payload = frame.SerializeAsString();
  std::string bytes("\x82", 1);
  bytes += static_cast<char>(126);
  bytes += static_cast<char>(payload.size() >> 8);
  bytes += static_cast<char>(payload.size() & 0xff);
  return bytes.append(payload);
}

std::string say_frame(const std::string& room, std::int64_t id) {
  wire::v1::ClientFrame frame;
  frame.mutable_submit()->set_room(room);
  std::string name = std::to_string(id);
  frame.mutable_submit()->set_id(name.insert(0, 12 - std::min<std::size_t>(12, name.size()), '0'));
  frame.mutable_submit()->mutable_say()->set_text(std::string(text_bytes, 'n'));
  return client_frame(frame.SerializeAsString());
}

swarm::swarm(std::uint16_t port, const std::vector<seat>& seats, pid_t server, bool bare)
    : server_(server), bare_(bare), poll_(::epoll_create1(0)), next_id_(now_ns() % 1'000'000'000'000) {
  std::map<std::string, std::size_t> by_name;
  clients_.reserve(seats.size());
  for (const seat& s : seats) {
    const auto [known, fresh] = by_name.try_emplace(s.room, rooms_.size());
    if (fresh) rooms_.push_back({s.room, {}, 0, {}, 0});
    connection line(port, nullptr);
    if (bare) {
      const auto number = static_cast<std::uint32_t>(known->second);
      line.send({reinterpret_cast<const char*>(&number), sizeof number});
    } else {
      line.come_in(s.token, s.room);
    }
    line.become_non_blocking();
    clients_.push_back({std::move(line), known->second});
    place& p = rooms_[known->second];
    p.clients.push_back(clients_.size() - 1);
    if (!s.staff) p.speaker = p.clients.size() - 1;
    epoll_event wanted{EPOLLIN, {}};
    wanted.data.u64 = clients_.size() - 1;
    ::epoll_ctl(poll_, EPOLL_CTL_ADD, clients_.back().line.descriptor(), &wanted);
  }
}

swarm::~swarm() { ::close(poll_); }

std::string swarm::message_for(const place& p) { return say_frame(p.name, ++next_id_); }

void swarm::speak(place& p, std::size_t messages) {
  std::string bytes;
  const std::int64_t now = now_ns();
  for (std::size_t i = 0; i < messages; ++i) {
    bytes += message_for(p);
    p.sent_at.push_back(now);
  }
  p.waiting += static_cast<std::int64_t>(messages * (p.clients.size() + (bare_ ? 0 : 1)));
  messages_ += static_cast<std::int64_t>(messages);
  clients_[p.clients[p.speaker]].line.send(bytes);
}

void swarm::listen(int milliseconds) {
  std::array<epoll_event, 512> events{};
  const int count = ::epoll_wait(poll_, events.data(), events.size(), milliseconds);
  for (int i = 0; i < count; ++i) {
    client& c = clients_[events[static_cast<std::size_t>(i)].data.u64];
    place& p = rooms_[c.room];
    const auto done = [&] {
      if (--p.waiting == 0) ready_.push_back(c.room);
    };
    const bool alive = c.line.read(
        [&] {
          if (timing_) delivery_ns_.push_back(now_ns() - p.sent_at[c.heard]);
          ++c.heard;
          ++deliveries_;
          done();
        },
        [&] {
          if (timing_) ack_ns_.push_back(now_ns() - p.sent_at[c.acked]);
          ++c.acked;
          done();
        });
    if (!alive) throw std::runtime_error("the server closed a connection under load");
  }
}

figures swarm::finish(std::int64_t begun_at, std::int64_t cpu_before) const {
  figures f;
  f.messages = messages_;
  f.deliveries = deliveries_;
  f.seconds = static_cast<double>(now_ns() - begun_at) / 1e9;
  f.cpu_us_per_delivery = static_cast<double>(cpu_nanoseconds(server_) - cpu_before) / 1e3 /
                          static_cast<double>(std::max<std::int64_t>(1, deliveries_));
  f.delivery_p50_ms = percentile_ms(delivery_ns_, 0.5);
  f.delivery_p99_ms = percentile_ms(delivery_ns_, 0.99);
  f.ack_p50_ms = percentile_ms(ack_ns_, 0.5);
  f.ack_p99_ms = percentile_ms(ack_ns_, 0.99);
  return f;
}

figures swarm::in_turns(std::size_t burst, std::int64_t deliveries) {
  timing_ = false;
  messages_ = deliveries_ = 0;
  const std::int64_t cpu = cpu_nanoseconds(server_);
  const std::int64_t begun = now_ns();
  ready_.clear();
  for (place& p : rooms_) speak(p, burst);
  std::size_t talking = rooms_.size();
  while (talking > 0) {
    listen(1000);
    for (const std::size_t r : std::exchange(ready_, {})) {
      if (deliveries_ < deliveries) {
        speak(rooms_[r], burst);
      } else {
        --talking;
      }
    }
  }
  return finish(begun, cpu);
}

figures swarm::steadily(double per_second, double for_seconds) {
  timing_ = true;
  messages_ = deliveries_ = 0;
  delivery_ns_.clear();
  ack_ns_.clear();
  const std::int64_t cpu = cpu_nanoseconds(server_);
  const std::int64_t begun = now_ns();
  const auto all = static_cast<std::int64_t>(per_second * for_seconds);
  for (std::int64_t sent = 0; sent < all;) {
    const double due = static_cast<double>(now_ns() - begun) / 1e9 * per_second;
    while (sent < all && static_cast<double>(sent) <= due)
      speak(rooms_[static_cast<std::size_t>(sent++) % rooms_.size()], 1);
    listen(1);
  }
  const auto silent = [this] { return std::ranges::all_of(rooms_, [](const place& p) { return p.waiting == 0; }); };
  while (!silent()) listen(1000);
  return finish(begun, cpu);
}

}  // namespace nightlight::load
