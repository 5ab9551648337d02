// Passwords of staff: argon2id (RFC 9106) with 3 passes over 64 MiB, which takes long on purpose. So checking and
// hashing are done by a small pool of its own threads with a bounded queue in front: a storm of sign-ins can fill the
// queue and nothing else.
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
  using hash = std::function<std::string(const private_text& password)>;
  using hashed = std::function<void(std::optional<std::string>)>;

  explicit password_pool(size s, check how = password_matches, hash make = hash_password);
  password_pool(const password_pool&) = delete;
  password_pool& operator=(const password_pool&) = delete;
  ~password_pool();

  // Any thread. `done` runs once, on the calling thread when there is no room and on the pool's otherwise.
  void async_check(std::string hash, private_text password, completion done);
  // In the same queue.
  void async_hash(private_text password, hashed done);

 private:
  // Does the work and tells of it; with false, tells that it is not done.
  using job = std::function<void(bool do_it)>;

  void take(job j);
  void run();

  const size size_;
  const check check_;
  const hash make_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<job> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace nightlight::accounts
