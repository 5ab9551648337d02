#include "rooms/outbox.hpp"

#include <algorithm>

namespace nightlight::rooms {

void outbox::push(frame_ptr f) {
  if (ended_) return;
  const std::size_t frames = queue_.size() - head_;
  if (frames + 1 - std::min(frames, exempt_frames_) > limits_.frames_max ||
      bytes_ + f->bytes().size() - std::min(bytes_, exempt_bytes_) > limits_.bytes_max) {
    ended_ = true;
    drop_unbegun();
    owner_->outbox_overflowed();
    return;
  }
  enqueue(std::move(f));
}

void outbox::push_reply(std::span<const frame_ptr> frames) {
  if (ended_) return;
  for (const frame_ptr& f : frames) {
    exempt_frames_ += 1;
    exempt_bytes_ += f->bytes().size();
    enqueue(f);
  }
}

void outbox::push_last(frame_ptr f) {
  if (last_pushed_) return;
  last_pushed_ = true;
  ended_ = true;
  enqueue(std::move(f));
}

void outbox::enqueue(frame_ptr f) {
  const bool was_empty = empty();
  bytes_ += f->bytes().size();
  queue_.push_back(std::move(f));
  if (was_empty) owner_->outbox_filled();
}

void outbox::drop_unbegun() {
  const std::size_t keep = head_ + (head_written_ > 0 ? 1 : 0);
  while (queue_.size() > std::max(keep, head_ + head_gathered_)) {
    bytes_ -= queue_.back()->bytes().size();
    queue_.pop_back();
  }
  exempt_frames_ = 0;
  exempt_bytes_ = 0;
}

std::size_t outbox::gather(std::span<std::string_view> views) {
  std::size_t filled = 0;
  for (std::size_t i = head_; i < queue_.size() && filled < views.size(); ++i, ++filled) {
    const bool begun = i == head_ && head_written_ > 0;
    if (!begun && filled >= head_gathered_) {
      while (queue_[i]->replacement()) {
        bytes_ = bytes_ - queue_[i]->bytes().size() + queue_[i]->replacement()->bytes().size();
        queue_[i] = queue_[i]->replacement();
      }
    }
    views[filled] = queue_[i]->bytes().substr(begun ? head_written_ : 0);
  }
  head_gathered_ = std::max(head_gathered_, filled);
  return filled;
}

void outbox::consume(std::size_t bytes) {
  head_gathered_ = 0;
  bytes_ -= bytes;
  while (head_ < queue_.size()) {
    const std::size_t size = queue_[head_]->bytes().size();
    const std::size_t left = size - head_written_;
    if (bytes < left) {
      head_written_ += bytes;
      return;
    }
    bytes -= left;
    head_written_ = 0;
    if (exempt_frames_ > 0) {
      exempt_frames_ -= 1;
      exempt_bytes_ -= std::min(exempt_bytes_, size);
    }
    queue_[head_++] = nullptr;
    if (head_ * 2 > queue_.size() && head_ < queue_.size() && head_ >= 64) {
      queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(head_));
      head_ = 0;
    }
  }
  std::vector<frame_ptr>().swap(queue_);
  head_ = 0;
}

}  // namespace nightlight::rooms
