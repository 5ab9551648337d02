// The client side of tests/load/run. Each command prints one line of `name=value` figures.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <filesystem>
#include <future>
#include <iostream>

#include "adapters/sqlite/sqlite_database.hpp"
#include "adapters/sqlite/sqlite_room_log.hpp"
#include "load/bare_loop.hpp"
#include "load/process.hpp"
#include "load/swarm.hpp"

namespace nightlight::load {
namespace {

struct options {
  std::uint16_t port = 0;
  std::string seats;
  pid_t process = 0;
  bool bare = false;
  bool tls = false;
  std::size_t burst = 1;
  std::int64_t deliveries = 100'000;
  double rate = 100;
  double seconds = 5;
  std::string store;
};

void print(const figures& f) {
  std::cout << "cpu_us=" << f.cpu_us_per_delivery << " messages=" << f.messages << " deliveries=" << f.deliveries
            << " seconds=" << f.seconds << " messages_per_s=" << static_cast<double>(f.messages) / f.seconds
            << " delivery_p50_ms=" << f.delivery_p50_ms << " delivery_p99_ms=" << f.delivery_p99_ms
            << " ack_p50_ms=" << f.ack_p50_ms << " ack_p99_ms=" << f.ack_p99_ms << '\n';
}

int take_turns(const options& o) {
  swarm all(o.port, read_seats(o.seats), o.process, o.bare);
  all.in_turns(o.burst, o.deliveries / 10);  // warm
  print(all.in_turns(o.burst, o.deliveries));
  return 0;
}

int speak_steadily(const options& o) {
  swarm all(o.port, read_seats(o.seats), o.process, o.bare);
  all.steadily(o.rate, std::max(1.0, static_cast<double>(all.rooms()) / o.rate));  // warm: every room has spoken
  print(all.steadily(o.rate, o.seconds));
  return 0;
}

// Everyone comes in and stays: what a handshake and a silent connection cost.
int gather_crowd(const options& o) {
  constexpr std::size_t first = 100;
  const std::vector<seat> seats = read_seats(o.seats);
  SSL_CTX* tls = o.tls ? SSL_CTX_new(TLS_client_method()) : nullptr;
  std::vector<connection> crowd;
  crowd.reserve(seats.size());
  std::int64_t resident = 0;
  const std::int64_t cpu = cpu_nanoseconds(o.process);
  for (const seat& s : seats) {
    crowd.emplace_back(o.port, tls);
    crowd.back().come_in(s.token, s.room);
    if (crowd.size() == first) resident = resident_bytes(o.process);
  }
  const auto joined = static_cast<double>(crowd.size());
  std::cout << "joined=" << crowd.size()
            << " bytes_each=" << static_cast<double>(resident_bytes(o.process) - resident) / (joined - first)
            << " cpu_us_each=" << static_cast<double>(cpu_nanoseconds(o.process) - cpu) / 1e3 / joined << '\n';
  crowd.clear();
  SSL_CTX_free(tls);
  return 0;
}

// What one commit of one message takes here, waiting included, at the rate at which messages come: one that comes now
// and then finds cold caches, as the message does that waits for it.
int time_commits(const options& o) {
  const auto commits = static_cast<std::uint64_t>(o.rate * o.seconds);
  adapters::sqlite_database file({.path = o.store, .log_laid_out = true});
  adapters::sqlite_room_log log(file);
  std::vector<double> took;
  boost::asio::io_context context;
  boost::asio::steady_timer pause(context);
  const auto first = std::chrono::steady_clock::now();
  for (std::uint64_t n = 0; n < commits; ++n) {
    const std::chrono::duration<double> due(static_cast<double>(n) / o.rate);
    pause.expires_at(first + std::chrono::duration_cast<std::chrono::nanoseconds>(due));
    pause.wait();
    std::promise<bool> kept;
    const auto begun = std::chrono::steady_clock::now();
    append_request request{room_id{"abcdefghijkl"}, meeting_id{std::string(16, 'm')}, position{n}, {}, {}};
    request.rows.push_back({position{n + 1}, circle_number{n + 1}, from_unix_ms(1), std::string(220, 'r')});
    log.append(std::move(request), [&kept](result<position> r) { kept.set_value(r.has_value()); });
    if (!kept.get_future().get()) return 1;
    took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
  }
  std::ranges::sort(took);
  std::cout << "commit_p50_ms=" << took[commits / 2] << " commit_p99_ms=" << took[commits * 99 / 100] << '\n';
  return 0;
}

}  // namespace
}  // namespace nightlight::load

int main(int argc, char** argv) {
  using namespace nightlight::load;
  options o;
  int (*chosen)(const options&) = nullptr;
  CLI::App app{"The client side of tests/load/run"};
  app.require_subcommand(1);
  const auto add = [&](const char* name, const char* meaning, int (*run)(const options&)) {
    CLI::App* sub = app.add_subcommand(name, meaning);
    sub->callback([&chosen, run] { chosen = run; });
    sub->add_option("--port", o.port);
    sub->add_option("--seats", o.seats);
    sub->add_option("--pid", o.process, "The server, whose time is counted");
    sub->add_flag("--bare", o.bare, "The server is the bare loop");
    return sub;
  };
  add("bare", "Be the bare loop", [](const options&) { return run_bare_loop(); });
  CLI::App* turns = add("turns", "One burst after the other", take_turns);
  turns->add_option("--burst", o.burst);
  turns->add_option("--deliveries", o.deliveries);
  CLI::App* steady = add("steady", "A steady rate", speak_steadily);
  steady->add_option("--rate", o.rate, "Messages a second over all rooms");
  steady->add_option("--seconds", o.seconds);
  add("crowd", "Come in and stay", gather_crowd)->add_flag("--tls", o.tls);
  CLI::App* commit = add("commit", "Time commits", time_commits);
  commit->add_option("--store", o.store)->required();
  commit->add_option("--rate", o.rate, "Commits a second");
  commit->add_option("--seconds", o.seconds);
  CLI11_PARSE(app, argc, argv);
  try {
    return chosen(o);
  } catch (const std::exception& e) {
    std::cerr << "nightlight_load: " << e.what() << '\n';
    return 1;
  }
}
