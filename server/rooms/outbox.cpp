#include "rooms/outbox.hpp"

#include <algorithm>
#include <cassert>
#include <memory>
#include <utility>

namespace nightlight::rooms {
namespace {

// Written frames are erased from the front in runs of at least this many, so that erasing stays linear over all.
constexpr std::size_t erase_frames_min = 64;
// Room made at once for the first of a burst: growing by doubling from one shows in the profile of a fan-out.
constexpr std::size_t first_frames = 8;

}  // namespace

void outbox::push(frame_ptr f) {
  if (ended_) return;
  if (counted_frames_ + 1 > limits_.frames_max || counted_bytes_ + f->bytes().size() > limits_.bytes_max) {
    ended_ = true;
    drop_unbegun();
    owner_->outbox_overflowed();
    return;
  }
  enqueue(std::move(f), true);
}

void outbox::push_reply(std::span<const frame_ptr> frames) {
  if (ended_) return;
  for (const frame_ptr& f : frames) enqueue(f, false);
}

void outbox::push_last(frame_ptr f) {
  if (last_pushed_) return;
  last_pushed_ = true;
  ended_ = true;
  enqueue(std::move(f), false);
}

void outbox::enqueue(frame_ptr f, bool counted) {
  const bool was_empty = empty();
  if (queue_.size() == queue_.capacity() && queue_.size() < first_frames) queue_.reserve(first_frames);
  queue_.push_back({std::move(f), counted});
  count(queue_.back(), true);
  if (was_empty) owner_->outbox_filled();
}

void outbox::count(const waiting& w, bool in) {
  const std::size_t size = w.frame->bytes().size();
  bytes_ = in ? bytes_ + size : bytes_ - size;
  if (!w.counted) return;
  counted_frames_ = in ? counted_frames_ + 1 : counted_frames_ - 1;
  counted_bytes_ = in ? counted_bytes_ + size : counted_bytes_ - size;
}

void outbox::drop_unbegun() {
  const std::size_t begun = std::max<std::size_t>(head_written_ > 0 ? 1 : 0, shown_);
  while (queue_.size() > head_ + begun) {
    count(queue_.back(), false);
    queue_.pop_back();
  }
}

void outbox::swap_replaced(waiting& w) {
  if (!w.frame->replacement()) return;
  count(w, false);
  while (w.frame->replacement()) w.frame = frame_ptr(w.frame->replacement());
  count(w, true);
}

std::size_t outbox::gather(std::span<std::string_view> views) {
  const std::size_t filled = std::min(views.size(), queue_.size() - head_);
  for (std::size_t i = 0; i < filled; ++i) {
    waiting& w = queue_[head_ + i];
    const std::size_t written = i == 0 ? head_written_ : 0;
    if (written == 0 && i >= shown_) swap_replaced(w);
    views[i] = w.frame->bytes().substr(written);
  }
  shown_ = std::max(shown_, filled);
  return filled;
}

// A small_vector that has grown goes back to its own room only by beginning anew.
void outbox::free_queue() {
  const bool grown = queue_.capacity() > waiting_queue::static_capacity;
  queue_.clear();
  if (!grown) return;
  std::destroy_at(&queue_);
  std::construct_at(&queue_);
}

void outbox::consume(std::size_t bytes) {
  shown_ = 0;
  while (bytes > 0) {
    assert(!empty());
    const waiting& w = queue_[head_];
    const std::size_t left = w.frame->bytes().size() - head_written_;
    if (bytes < left) {
      head_written_ += bytes;
      bytes_ -= bytes;
      break;
    }
    bytes -= left;
    bytes_ += head_written_;  // count() takes the whole frame off
    head_written_ = 0;
    count(w, false);
    queue_[head_++].frame.reset();
  }
  if (empty()) {
    free_queue();
    head_ = 0;
  } else if (head_ >= erase_frames_min && head_ * 2 > queue_.size()) {
    queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(head_));
    head_ = 0;
  }
}

}  // namespace nightlight::rooms
