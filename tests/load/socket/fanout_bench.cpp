// What one delivery costs the write path, and what one idle connection costs in memory, without rooms or store: the
// share of transport/ in the figures of tests/load. The server is held to one core and the client to another.
//
//   fanout_bench fanout [CONNECTIONS]        server CPU per delivery, as multiples of a bare loop of send()
//   fanout_bench memory [CONNECTIONS] [tls]  growth of the server's resident memory per connection, from 100 up
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "integration/support/certificate.hpp"
#include "integration/support/echo_dialogue.hpp"
#include "integration/support/socket_server.hpp"
#include "integration/support/websocket_client.hpp"
#include "load/socket/bare_loop.hpp"
#include "load/socket/crowd.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::tests {
namespace {

constexpr std::size_t payload_bytes = 100;
constexpr int pairs = 5;

void stay_on_core(int core) {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  CPU_SET(core, &cores);
  ::sched_setaffinity(0, sizeof cores, &cores);
}

void allow_many_descriptors() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// The two processes take turns over a pair of pipes.
class baton {
 public:
  baton() {
    if (::pipe(to_client_) != 0 || ::pipe(to_server_) != 0) throw std::runtime_error("no pipe");
  }
  void give(bool from_server, std::uint16_t value = 0) const {
    const ssize_t written = ::write((from_server ? to_client_ : to_server_)[1], &value, sizeof value);
    if (written != sizeof value) std::abort();
  }
  std::uint16_t take(bool at_server) const {
    std::uint16_t value = 0;
    if (::read((at_server ? to_server_ : to_client_)[0], &value, sizeof value) != sizeof value) std::exit(1);
    return value;
  }

 private:
  int to_client_[2]{};
  int to_server_[2]{};
};

// Sends every message to everyone, as one frame.
class fanout_dialogue final : public transport::dialogue {
 public:
  explicit fanout_dialogue(std::vector<rooms::outbox*>& everyone) : everyone_(everyone) {}
  void opened(transport::line& l) override { everyone_.push_back(&l.outbox()); }
  void received(std::string_view payload) override {
    const rooms::frame_ptr frame = rooms::frame::make(payload, rooms::payload_kind::binary);
    for (rooms::outbox* each : everyone_) each->push(frame);
  }
  bool signed_in() const override { return true; }
  void closed() override { everyone_.clear(); }

 private:
  std::vector<rooms::outbox*>& everyone_;
};

double cpu_seconds(clockid_t of) {
  timespec spent{};
  ::clock_gettime(of, &spent);
  return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) * 1e-9;
}

struct plan {
  std::size_t connections;
  std::size_t burst;
  std::size_t rounds;
  double deliveries() const { return static_cast<double>(connections * burst * rounds); }
};

void client_of_fanout(const baton& b, const plan& p, bool upgrade) {
  crowd readers(b.take(false), p.connections, upgrade);
  for (std::size_t i = 0; i < p.rounds / 10 + 1; ++i) readers.round(p.burst, payload_bytes);
  b.give(false);
  b.take(false);
  for (std::size_t i = 0; i < p.rounds; ++i) readers.round(p.burst, payload_bytes);
  b.give(false);
  b.take(false);
}

double measured(const baton& b, const plan& p, clockid_t server, std::uint16_t port) {
  b.give(true, port);
  b.take(true);
  const double before = cpu_seconds(server);
  b.give(true);
  b.take(true);
  const double spent = cpu_seconds(server) - before;
  b.give(true);
  return spent * 1e6 / p.deliveries();
}

// Microseconds of server CPU per delivery.
double bare_cost(const baton& b, const plan& p) {
  bare_loop server(
      p.connections, websocket_client::frame_of(opcode::binary, std::string(payload_bytes, 'x')).size(),
      std::string(rooms::frame::make(std::string(payload_bytes, 'x'), rooms::payload_kind::binary)->bytes()));
  return measured(b, p, server.cpu_clock(), server.port());
}

double our_cost(const baton& b, const plan& p) {
  std::vector<rooms::outbox*> everyone;
  socket_server server({}, [&](transport::shard&) { return std::make_unique<fanout_dialogue>(everyone); });
  std::promise<clockid_t> clock;
  transport::post_to(server.shard(), [&] {
    clockid_t mine{};
    ::pthread_getcpuclockid(::pthread_self(), &mine);
    clock.set_value(mine);
  });
  return measured(b, p, clock.get_future().get(), server.port());
}

double median(std::vector<double> of) {
  std::ranges::sort(of);
  return of[of.size() / 2];
}

void compare(const char* what, const plan& p) {
  std::vector<double> bare;
  std::vector<double> ours;
  std::vector<double> ratios;
  for (int i = 0; i < pairs; ++i) {
    const baton b;
    const pid_t client = ::fork();
    if (client == 0) {
      stay_on_core(1);
      client_of_fanout(b, p, false);
      client_of_fanout(b, p, true);
      std::_Exit(0);
    }
    stay_on_core(0);
    bare.push_back(bare_cost(b, p));
    ours.push_back(our_cost(b, p));
    ratios.push_back(ours.back() / bare.back());
    ::waitpid(client, nullptr, 0);
  }
  std::printf("%-28s bare %6.3f us  ours %6.3f us per delivery  ratio %5.3f (median of %d pairs)\n", what, median(bare),
              median(ours), median(ratios), pairs);
  std::fflush(stdout);
}

std::size_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  statm >> total >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void measure_memory(std::size_t connections, bool tls) {
  constexpr std::size_t first_connections = 100;
  const baton b;
  const pid_t client = ::fork();
  if (client == 0) {
    const std::uint16_t port = b.take(false);
    std::vector<websocket_client> clients;
    const auto connect_until = [&](std::size_t count) {
      while (clients.size() < count) {
        clients.emplace_back(port, client_settings{.tls = tls});
        clients.back().upgrade();
        clients.back().send_binary("hello");
        clients.back().receive();
      }
      b.give(false);
      b.take(false);
    };
    connect_until(first_connections);
    connect_until(connections);
    std::_Exit(0);
  }
  const nightlight::testing::temporary_directory directory;
  transport::tls_context context(directory.file("certificate.pem"), directory.file("key.pem"));
  if (tls) {
    write_certificate(directory.file("certificate.pem"), directory.file("key.pem"), 1);
    if (!context.load()) std::abort();
  }
  server_settings settings;
  settings.tls = tls ? &context : nullptr;
  socket_server server(settings, [](transport::shard&) { return std::make_unique<echo_dialogue>(); });
  b.give(true, server.port());
  b.take(true);
  const std::size_t before = resident_bytes();
  b.give(true);
  b.take(true);
  const std::size_t after = resident_bytes();
  b.give(true);
  ::waitpid(client, nullptr, 0);
  std::printf("%s: %zu connections, %.0f bytes of resident memory each\n", tls ? "tls" : "plain", connections,
              static_cast<double>(after - before) / static_cast<double>(connections - first_connections));
}

}  // namespace
}  // namespace nightlight::tests

int main(int argc, char** argv) {
  using namespace nightlight::tests;
  const std::string_view mode = argc > 1 ? argv[1] : "fanout";
  allow_many_descriptors();
  if (mode == "memory") {
    const bool tls = argc > 3 && std::string_view(argv[3]) == "tls";
    measure_memory(argc > 2 ? std::stoul(argv[2]) : 5000, tls);
    return 0;
  }
  const std::size_t connections = argc > 2 ? std::stoul(argv[2]) : 1000;
  compare("one message at a time", {connections, 1, 300});
  compare("bursts of 16", {connections, 16, 60});
  return 0;
}
