// Writes what a shard's outboxes hold at the end of the turn that filled them. Beast completes one message per
// handler, so a flush posted from there would never see two: it gives way while each turn still brings messages,
// up to a bound, and then every connection gets all of it in one system call. No timer: a lone message waits for two
// turns. Belongs to one shard.
#pragma once

#include <cstddef>
#include <vector>

#include "async/awaitable.hpp"

namespace nightlight::transport {

class flusher {
  // Where a sink stands in the dirty list, which it leaves when it is destroyed.
  class place {
   protected:
    place() = default;
    ~place();

   private:
    friend class flusher;
    flusher* dirty_in_ = nullptr;
    std::size_t index_ = 0;
  };

 public:
  // One connection's writer.
  class sink : public place {
   public:
    sink() = default;
    sink(const sink&) = delete;
    sink& operator=(const sink&) = delete;

    // Writes all it can without waiting. May mark this or another sink, which is then flushed in a later turn.
    virtual void flush() = 0;

   protected:
    ~sink() = default;
  };

  static constexpr int turns_max = 32;
  static constexpr std::size_t arrived_bytes_max = 64 * 1024;

  explicit flusher(async::executor ex) : ex_(ex) {}
  flusher(const flusher&) = delete;
  flusher& operator=(const flusher&) = delete;
  ~flusher();

  // `s` has something to write.
  void mark(sink& s);

  // A message came in, and what it causes may be written together with what waits already.
  void arrived(std::size_t bytes) {
    arrived_ += 1;
    arrived_bytes_ += bytes;
  }

 private:
  void post_turn();
  void turn();
  void flush_all();

  async::executor ex_;
  std::vector<sink*> dirty_;  // null where a sink was destroyed
  bool posted_ = false;
  int turns_ = 0;
  std::size_t arrived_ = 0;        // messages since the start
  std::size_t arrived_seen_ = 0;   // of them, those the last turn knew of
  std::size_t arrived_bytes_ = 0;  // since the last flush
};

}  // namespace nightlight::transport
