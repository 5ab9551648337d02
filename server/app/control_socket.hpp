// The door for the command line into a running server: control.sock beside the database, for the server's own user
// alone. protocol/nightlight/control/v1/control.proto says what passes through it.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <thread>

#include "app/descriptor.hpp"
#include "nightlight/control/v1/control.pb.h"

namespace nightlight::app {

std::filesystem::path control_socket_path(const std::filesystem::path& database);

// Answers one request after the other on a thread of its own, from construction to destruction. Whoever constructs it
// holds the store's lock, so a socket that is there already is a dead server's. Throws std::system_error.
class control_socket {
 public:
  using answerer = std::function<control::v1::Reply(const control::v1::Request&)>;

  control_socket(std::filesystem::path path, answerer answer);  // `answer` runs on the thread and may block
  control_socket(const control_socket&) = delete;
  control_socket& operator=(const control_socket&) = delete;
  ~control_socket();

 private:
  void serve();
  void serve_one(const descriptor& caller);

  std::filesystem::path path_;
  answerer answer_;
  descriptor listening_;
  descriptor stopping_;  // readable once it is time to end
  std::thread thread_;
};

// Asks the server that listens at `path`; nothing when none does or it does not answer within ten seconds.
std::optional<control::v1::Reply> ask_control_socket(const std::filesystem::path& path,
                                                     const control::v1::Request& request);

}  // namespace nightlight::app
