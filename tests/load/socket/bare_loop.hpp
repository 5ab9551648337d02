// The yardstick: a thread that reads fixed-size messages from the first of its connections and sends a fixed frame for
// each of them to all, one send() a delivery, and does nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <thread>

namespace nightlight::tests {

class bare_loop {
 public:
  bare_loop(std::size_t connections, std::size_t message_bytes, std::string frame);
  // Returns when the client has closed the first connection.
  ~bare_loop();
  bare_loop(const bare_loop&) = delete;
  bare_loop& operator=(const bare_loop&) = delete;

  std::uint16_t port() const { return port_; }
  clockid_t cpu_clock();

 private:
  void run() const;

  std::size_t connections_;
  std::size_t message_bytes_;
  std::string frame_;
  int listening_ = -1;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

}  // namespace nightlight::tests
