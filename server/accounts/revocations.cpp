#include "accounts/revocations.hpp"

#include <boost/asio/post.hpp>
#include <utility>
#include <vector>

namespace nightlight::accounts {

struct revocations::watcher {
  std::string cookie_half_hash;
  person_id person;
  instant expires_at;
  async::executor ex;
  // Touched on its own shard only.
  struct news {
    bool told = false;
    std::function<void()> then;
  };
  news over{};
  news changed{};

  static void tell(const std::shared_ptr<watcher>& w, news watcher::*what) {
    boost::asio::post(w->ex, [weak = std::weak_ptr(w), what] {
      const auto still = weak.lock();
      if (!still) return;
      news& told = (*still).*what;
      told.told = true;
      if (told.then) std::exchange(told.then, nullptr)();
    });
  }
};

revocations::watch& revocations::watch::operator=(watch&& other) noexcept {
  if (this != &other) {
    end();
    hub_ = std::exchange(other.hub_, nullptr);
    watcher_ = std::move(other.watcher_);
  }
  return *this;
}

revocations::watch::~watch() { end(); }

void revocations::watch::end() {
  if (!watcher_) return;
  watcher_->over.then = nullptr;
  watcher_->changed.then = nullptr;
  hub_->forget(watcher_);
  watcher_.reset();
}

void revocations::watch::when_over(std::function<void()> over) {
  watcher_->over.then = std::move(over);
  if (watcher_->over.told) watcher::tell(watcher_, &watcher::over);
}

void revocations::watch::when_changed(std::function<void()> changed) {
  watcher_->changed.then = std::move(changed);
  if (watcher_->changed.told) watcher::tell(watcher_, &watcher::changed);
}

revocations::watch revocations::add(std::string cookie_half_hash, person_id person, instant expires_at,
                                    async::executor ex) {
  auto w =
      std::make_shared<watcher>(watcher{std::move(cookie_half_hash), std::move(person), expires_at, std::move(ex)});
  const std::lock_guard lock(mutex_);
  watchers_.emplace(w->cookie_half_hash, w);
  return {this, std::move(w)};
}

void revocations::forget(const std::shared_ptr<watcher>& w) {
  const std::lock_guard lock(mutex_);
  auto [first, last] = watchers_.equal_range(w->cookie_half_hash);
  for (; first != last; ++first) {
    if (first->second == w) {
      watchers_.erase(first);
      return;
    }
  }
}

void revocations::end_session(const std::string& cookie_half_hash) {
  ++endings_;
  const std::lock_guard lock(mutex_);
  auto [first, last] = watchers_.equal_range(cookie_half_hash);
  for (; first != last; ++first) watcher::tell(first->second, &watcher::over);
}

template <class Matches, class What>
void revocations::tell_where(Matches matches, What what) {
  ++endings_;
  const std::lock_guard lock(mutex_);
  for (const auto& [hash, w] : watchers_) {
    if (matches(*w)) watcher::tell(w, what);
  }
}

void revocations::end_sessions_of(const person_id& person) {
  tell_where([&](const watcher& w) { return w.person == person; }, &watcher::over);
}

void revocations::change_sessions_of(const person_id& person) {
  tell_where([&](const watcher& w) { return w.person == person; }, &watcher::changed);
}

void revocations::end_expired(instant now) {
  tell_where([&](const watcher& w) { return w.expires_at <= now; }, &watcher::over);
}

std::size_t revocations::watching() const {
  const std::lock_guard lock(mutex_);
  return watchers_.size();
}

}  // namespace nightlight::accounts
