// The front door: descriptors run out, places run out, certificates change.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <spdlog/sinks/ringbuffer_sink.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "integration/support/transport_fixture.hpp"

namespace nightlight::tests {
namespace {

struct the_acceptor : transport_fixture {};

// Keeps what is logged, from any thread, while it lives.
class captured_log {
 public:
  captured_log() { spdlog::set_default_logger(std::make_shared<spdlog::logger>("captured", lines_)); }
  ~captured_log() { spdlog::set_default_logger(before_); }
  captured_log(const captured_log&) = delete;
  captured_log& operator=(const captured_log&) = delete;

  bool says(const std::string& words) const {
    const std::vector<std::string> lines = lines_->last_formatted();
    return std::ranges::any_of(lines, [&](const std::string& l) { return l.find(words) != std::string::npos; });
  }

 private:
  std::shared_ptr<spdlog::logger> before_ = spdlog::default_logger();
  std::shared_ptr<spdlog::sinks::ringbuffer_sink_mt> lines_ = std::make_shared<spdlog::sinks::ringbuffer_sink_mt>(64);
};

// Leaves the process exactly as many free descriptors as it is told.
class few_descriptors {
 public:
  explicit few_descriptors(int free) {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(next);
    rlimit few = before_;
    few.rlim_cur = static_cast<rlim_t>(next + free);
    ::setrlimit(RLIMIT_NOFILE, &few);
  }
  ~few_descriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }
  few_descriptors(const few_descriptors&) = delete;
  few_descriptors& operator=(const few_descriptors&) = delete;

 private:
  rlimit before_{};
};

TEST_F(the_acceptor, survives_running_out_of_descriptors) {
  serve({});
  websocket_client inside = connect();
  const captured_log log;
  std::optional<websocket_client> waiting;
  {
    const few_descriptors one(1);
    waiting.emplace(server->port());  // none is left to accept it with
    while (!log.says("cannot accept connections: Too many open files")) {
      inside.send_binary("those inside go on");
      ASSERT_EQ(inside.receive().payload, "those inside go on");
    }
  }
  ASSERT_NE(waiting->upgrade().find(" 101 "), std::string::npos);
  waiting->send_binary("in at last");
  EXPECT_EQ(waiting->receive().payload, "in at last");
}

TEST_F(the_acceptor, takes_no_more_connections_than_it_has_places_for) {
  server_settings settings;
  settings.connections_max = 2;
  serve(settings);
  websocket_client first = connect();
  {
    websocket_client second = connect();
    websocket_client third(server->port());
    EXPECT_THROW(third.upgrade(), std::runtime_error);
  }
  while (server->connections() > 1) std::this_thread::yield();
  websocket_client after = connect();
  after.send_binary("a place is free again");
  EXPECT_EQ(after.receive().payload, "a place is free again");
}

TEST_F(the_acceptor, takes_no_more_connections_than_one_address_may_have) {
  server_settings settings;
  settings.connections_per_prefix_max = 1;
  serve(settings);
  websocket_client first = connect();
  websocket_client second(server->port());
  EXPECT_THROW(second.upgrade(), std::runtime_error);
}

TEST_F(the_acceptor, deals_connections_to_every_shard) {
  server_settings settings;
  settings.shards = 3;
  std::mutex mutex;
  std::multiset<transport::shard*> dealt_to;
  server.emplace(settings, [&](transport::shard& on) {
    const std::lock_guard lock(mutex);
    dealt_to.insert(&on);
    return std::make_unique<echo_dialogue>();
  });
  std::vector<websocket_client> clients;
  for (int i = 0; i < 6; ++i) clients.push_back(connect());
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(dealt_to.count(&server->shard(i)), 2u);
}

struct a_certificate : transport_fixture {
  void SetUp() override { serve({}, security::tls); }

  long served_serial() { return connect().certificate_serial(); }
};

TEST_F(a_certificate, that_was_renewed_is_shown_to_newcomers_once_it_is_loaded) {
  websocket_client earlier = connect();
  EXPECT_EQ(earlier.certificate_serial(), 1);
  write_certificate(certificate_file, key_file, 2);
  EXPECT_EQ(served_serial(), 1);
  ASSERT_TRUE(tls.load());
  EXPECT_EQ(served_serial(), 2);
  earlier.send_binary("the old connection goes on");
  EXPECT_EQ(earlier.receive().payload, "the old connection goes on");
}

TEST_F(a_certificate, that_is_broken_changes_nothing) {
  std::ofstream(certificate_file) << "not a certificate";
  const result<void> loaded = tls.load();
  ASSERT_TRUE(loaded.has_error());
  EXPECT_FALSE(loaded.error().message().empty());
  EXPECT_EQ(served_serial(), 1);
}

TEST_F(a_certificate, with_somebody_elses_key_changes_nothing) {
  write_certificate(certificate_file, directory.file("other-key.pem"), 3);
  EXPECT_TRUE(tls.load().has_error());
  EXPECT_EQ(served_serial(), 1);
}

TEST_F(a_certificate, that_is_missing_changes_nothing) {
  std::filesystem::remove(certificate_file);
  EXPECT_TRUE(tls.load().has_error());
  EXPECT_EQ(served_serial(), 1);
}

TEST_F(a_certificate, need_not_be_shown_twice_to_a_phone_that_comes_back) {
  websocket_client first = connect();
  first.send_binary("the ticket comes with the answer");
  first.receive();
  websocket_client second(server->port(), client_side);
  second.resume_from(first);
  second.upgrade();
  EXPECT_TRUE(second.session_resumed());
}

TEST_F(a_certificate, is_not_shown_to_someone_who_speaks_no_tls) {
  client_settings plain;
  websocket_client client(server->port(), plain);
  EXPECT_THROW(client.upgrade(), std::runtime_error);
}

}  // namespace
}  // namespace nightlight::tests
