#include "transport/flusher.hpp"

#include <boost/asio/post.hpp>
#include <utility>

namespace nightlight::transport {

flusher::place::~place() {
  if (dirty_in_ != nullptr) dirty_in_->dirty_[index_] = nullptr;
}

flusher::~flusher() {
  for (sink* s : dirty_) {
    if (s != nullptr) s->dirty_in_ = nullptr;
  }
}

void flusher::mark(sink& s) {
  if (s.dirty_in_ != nullptr) return;
  s.dirty_in_ = this;
  s.index_ = dirty_.size();
  dirty_.push_back(&s);
  if (!posted_) post_turn();
}

void flusher::post_turn() {
  posted_ = true;
  boost::asio::post(ex_, [this] { turn(); });
}

void flusher::turn() {
  posted_ = false;
  const bool more_came = arrived_ != arrived_seen_;
  arrived_seen_ = arrived_;
  if (more_came && ++turns_ < turns_max && arrived_bytes_ < arrived_bytes_max) {
    post_turn();
    return;
  }
  flush_all();
}

void flusher::flush_all() {
  turns_ = 0;
  arrived_bytes_ = 0;
  // Sinks may be marked or destroyed by another one's flush, so all stay in their places while the list is walked.
  const std::size_t marked = dirty_.size();
  for (std::size_t i = 0; i < marked; ++i) {
    // Thousands of connections do not fit into the processor's caches: the next one is on its way meanwhile.
    if (i + 1 < marked) __builtin_prefetch(dirty_[i + 1], 1);
    sink* s = dirty_[i];
    if (s == nullptr) continue;
    s->dirty_in_ = nullptr;
    s->flush();
  }
  dirty_.erase(dirty_.begin(), dirty_.begin() + static_cast<std::ptrdiff_t>(marked));
  for (std::size_t i = 0; i < dirty_.size(); ++i) {
    if (dirty_[i] != nullptr) dirty_[i]->index_ = i;
  }
}

}  // namespace nightlight::transport
