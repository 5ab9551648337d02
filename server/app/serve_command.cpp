// `nightlight serve`: the server until a signal ends it. SIGTERM and SIGINT drain, SIGHUP reads the certificate
// and the lexicon again.
#include <malloc.h>
#include <pthread.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <iostream>

#include "app/commands.hpp"
#include "app/logging.hpp"
#include "app/server.hpp"

namespace nightlight::app {
namespace {

// Blocked before any thread exists, so that only wait() ever sees them.
class signals {
 public:
  signals() {
    sigemptyset(&set_);
    for (const int s : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set_, s);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
  }

  int wait() const {
    int received = 0;
    sigwait(&set_, &received);
    return received;
  }

 private:
  sigset_t set_{};
};

// What one thread frees another's next message needs: giving it back to the system and asking again costs more than
// keeping a few megabytes.
void keep_freed_memory() {
  constexpr int kept_bytes = 16 << 20;
  constexpr int step_bytes = 1 << 20;
  mallopt(M_TRIM_THRESHOLD, kept_bytes);
  mallopt(M_TOP_PAD, step_bytes);
  mallopt(M_MMAP_THRESHOLD, step_bytes);
}

std::string url_of(const config& settings, std::uint16_t port) {
  const bool tls = !settings.server.tls_certificate_file.empty();
  if (!settings.server.public_origins.empty()) return settings.server.public_origins.front();
  return (tls ? "https://localhost:" : "http://localhost:") + std::to_string(port);
}

}  // namespace

int serve_command(const std::filesystem::path& config_file) {
  const std::optional<config> settings = settings_or_problems(config_file);
  if (!settings) return 1;
  keep_freed_memory();
  const signals asked;
  set_up_logging(settings->log);
  server running(*settings);
  running.start();
  std::cout << "ready " << url_of(*settings, running.port()) << '\n' << std::flush;
  for (int received = asked.wait(); received == SIGHUP; received = asked.wait()) {
    if (running.reload_certificate()) spdlog::info("certificate read again");
    running.reload_lexicon();
  }
  spdlog::info("stopping");
  running.stop();
  return 0;
}

}  // namespace nightlight::app
