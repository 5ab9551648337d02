// A thousand readers in one thread: the first of them also speaks. They look at how many bytes come, and at nothing
// else, so that the client's core is not what is measured.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nightlight::tests {

class crowd {
 public:
  // Connects, and asks each connection to upgrade when told so.
  crowd(std::uint16_t port, std::size_t connections, bool upgrade);
  ~crowd();
  crowd(const crowd&) = delete;
  crowd& operator=(const crowd&) = delete;

  // The first sends `burst` messages in one segment; returns when everyone has all of them.
  void round(std::size_t burst, std::size_t payload_bytes);

 private:
  std::vector<int> sockets_;
  int poll_ = -1;
};

}  // namespace nightlight::tests
