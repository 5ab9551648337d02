// Tells the sockets of a session that it is over: signed out, disabled or run out; or that it goes on with other
// rights. A socket watches under its session's name for as long as it lives; whoever ends or changes a session, on any
// thread, says so here.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "async/awaitable.hpp"
#include "base/ids.hpp"
#include "base/instant.hpp"

namespace nightlight::accounts {

class revocations {
  struct watcher;

 public:
  // A socket's interest. Destroyed on the shard that made it; after that its function is certain not to run.
  class watch {
   public:
    watch() = default;
    watch(watch&& other) noexcept = default;
    watch& operator=(watch&& other) noexcept;
    ~watch();

    // `over` runs once at most, on the shard and not inside this call; soon, when the session has ended already.
    void when_over(std::function<void()> over);
    // In the same way; what is read of the session again is its new form.
    void when_changed(std::function<void()> changed);

   private:
    friend class revocations;
    watch(revocations* hub, std::shared_ptr<watcher> w) : hub_(hub), watcher_(std::move(w)) {}
    void end();
    revocations* hub_ = nullptr;
    std::shared_ptr<watcher> watcher_;
  };

  revocations() = default;
  revocations(const revocations&) = delete;
  revocations& operator=(const revocations&) = delete;

  // The hub outlives its watches. A session that is read from the store and then watched may end or change in between:
  // when endings() has changed since before the reading, read again.
  [[nodiscard]] watch add(std::string cookie_half_hash, person_id person, instant expires_at, async::executor ex);
  std::uint64_t endings() const { return endings_.load(); }

  // Any thread, after the store has forgotten them.
  void end_session(const std::string& cookie_half_hash);
  void end_sessions_of(const person_id& person);
  void change_sessions_of(const person_id& person);
  // Called now and then: a session's sockets end with its time.
  void end_expired(instant now);

  std::size_t watching() const;

 private:
  template <class Matches, class What>
  void tell_where(Matches matches, What what);
  void forget(const std::shared_ptr<watcher>& w);

  std::atomic<std::uint64_t> endings_ = 0;
  mutable std::mutex mutex_;
  std::unordered_multimap<std::string, std::shared_ptr<watcher>> watchers_;  // by cookie_half_hash
};

}  // namespace nightlight::accounts
