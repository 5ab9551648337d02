// Passwords of staff: argon2id (RFC 9106) with 3 passes over 64 MiB, which takes long on purpose. So checking is
// done by a small pool of its own threads with a bounded queue in front: a storm of sign-ins can fill the queue
// and nothing else.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/private_text.hpp"

namespace nightlight::accounts {

inline constexpr std::size_t password_bytes_min = 12;
inline constexpr std::size_t password_bytes_max = 256;

// Both block for as long as hashing takes.
std::string hash_password(const private_text& password);
bool password_matches(const std::string& hash, const private_text& password);

// A hash that no password has, for names that nobody has: checking it takes as long as checking a real one.
const std::string& nobodys_hash();

struct password_pool_size {
  std::size_t threads = 1;
  std::size_t waiting_max = 16;
};

class password_pool {
 public:
  using size = password_pool_size;
  using check = std::function<bool(const std::string& hash, const private_text& password)>;
  // Nothing: the queue is full, or the pool is stopping.
  using completion = std::function<void(std::optional<bool>)>;

  explicit password_pool(size s, check how = password_matches);
  password_pool(const password_pool&) = delete;
  password_pool& operator=(const password_pool&) = delete;
  ~password_pool();

  // Any thread. `done` runs once, on the calling thread when there is no room and on the pool's otherwise.
  void async_check(std::string hash, private_text password, completion done);

 private:
  struct job {
    std::string hash;
    private_text password;
    completion done;
  };

  void run();

  const size size_;
  const check check_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<job> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace nightlight::accounts
