#include "accounts/passwords.hpp"

#include <sodium.h>

#include <array>
#include <cassert>
#include <new>
#include <utility>

namespace nightlight::accounts {
namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory_bytes = std::size_t{64} * 1024 * 1024;

void start_sodium() {
  static const int started = sodium_init();
  assert(started >= 0);
}

}  // namespace

std::string hash_password(const private_text& password) {
  start_sodium();
  std::array<char, crypto_pwhash_STRBYTES> out{};
  const std::string_view words = password.reveal();
  if (crypto_pwhash_str_alg(out.data(), words.data(), words.size(), passes, memory_bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();  // the only way it fails: start-up and commands, not the pool
  }
  return out.data();
}

bool password_matches(const std::string& hash, const private_text& password) {
  start_sodium();
  const std::string_view words = password.reveal();
  return words.size() <= password_bytes_max && crypto_pwhash_str_verify(hash.c_str(), words.data(), words.size()) == 0;
}

const std::string& nobodys_hash() {
  static const std::string hash =
      "$argon2id$v=19$m=65536,t=3,p=1$bm9ib2R5bm9ib2R5bm9ibw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  return hash;
}

password_pool::password_pool(size s, check how, hash make) : size_(s), check_(std::move(how)), make_(std::move(make)) {
  for (std::size_t i = 0; i < size_.threads; ++i) threads_.emplace_back([this] { run(); });
}

password_pool::~password_pool() {
  std::deque<job> left;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    left.swap(waiting_);
  }
  arrived_.notify_all();
  for (std::thread& t : threads_) t.join();
  for (job& j : left) j(false);
}

void password_pool::async_check(std::string hash, private_text password, completion done) {
  take([this, hash = std::move(hash), password = std::move(password), done = std::move(done)](bool do_it) {
    done(do_it ? std::optional(check_(hash, password)) : std::nullopt);
  });
}

void password_pool::async_hash(private_text password, hashed done) {
  take([this, password = std::move(password), done = std::move(done)](bool do_it) {
    done(do_it ? std::optional(make_(password)) : std::nullopt);
  });
}

void password_pool::take(job j) {
  {
    const std::lock_guard lock(mutex_);
    if (!stopping_ && waiting_.size() < size_.waiting_max) {
      waiting_.push_back(std::move(j));
      j = nullptr;
    }
  }
  if (j) {
    j(false);
  } else {
    arrived_.notify_one();
  }
}

void password_pool::run() {
  while (true) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    const job j = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    j(true);
  }
}

}  // namespace nightlight::accounts
