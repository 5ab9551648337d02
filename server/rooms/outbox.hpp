// What waits to be written to one connection, in order: the only queue it has, for data, pongs and the close.
// The rooms push frames; the connection's writer gathers them into one system call and says how far it got.
// Lives on one shard. It never blocks and never grows past its bound: a reader too slow for it is cut off with a
// code that says "resume", because the log is the buffer, not memory.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <span>
#include <string_view>

#include "rooms/frame.hpp"

namespace nightlight::rooms {

struct outbox_limits {
  std::size_t frames_max = 512;
  std::size_t bytes_max = 256 * 1024;
};

class outbox {
 public:
  // Told about the two moments that matter to the connection. Both are called inside push: an owner notes them and
  // acts later, but may push_last() at once when told of the overflow.
  class owner {
   public:
    virtual void outbox_filled() = 0;      // it was empty and is not any more
    virtual void outbox_overflowed() = 0;  // the bound was passed; everything not begun is dropped and later pushes too
   protected:
    ~owner() = default;
  };

  outbox(owner& o, outbox_limits limits) : owner_(&o), limits_(limits) {}
  outbox(const outbox&) = delete;
  outbox& operator=(const outbox&) = delete;

  void push(frame_ptr f);

  // The answer to a join may be longer than the bound: its frames are shared and held by the room anyway. They
  // never count against the bound.
  void push_reply(std::span<const frame_ptr> frames);

  // Nothing is taken after this one; later pushes are dropped. For the close frame.
  void push_last(frame_ptr f);

  // Views of the next bytes to write, oldest first, at most `views.size()` of them; returns how many were filled.
  // They hold until consume() or destruction, and until consume() a later gather() shows the same bytes first: what
  // an interrupted TLS record needs. A frame replaced before it was first shown is swapped here.
  std::size_t gather(std::span<std::string_view> views);
  // `bytes` of what gather() showed have been written.
  void consume(std::size_t bytes);

  bool empty() const { return head_ == queue_.size(); }
  // Takes no more: the bound was passed or the last frame was pushed.
  bool ended() const { return ended_; }
  std::size_t bytes() const { return bytes_; }

 private:
  struct waiting {
    frame_ptr frame;
    bool counted;  // against the bound
  };

  void enqueue(frame_ptr f, bool counted);
  void count(const waiting& w, bool in);
  void drop_unbegun();
  void swap_replaced(waiting& w);
  void free_queue();

  // Room for an event and an ack without a trip to the heap: most turns bring no more to one person.
  using waiting_queue = boost::container::small_vector<waiting, 2>;

  waiting_queue queue_;  // from head_ on; what it grew to is freed when empty: a silent connection costs little
  std::size_t head_ = 0;
  std::size_t head_written_ = 0;  // bytes of the head frame already written
  std::size_t shown_ = 0;         // frames from head_ on that gather() showed since the last consume()
  std::size_t bytes_ = 0;         // of every frame that waits, the head's written part left out
  std::size_t counted_frames_ = 0;
  std::size_t counted_bytes_ = 0;  // whole frames: a frame leaves the count when it is written out
  owner* owner_;
  outbox_limits limits_;
  bool ended_ = false;
  bool last_pushed_ = false;
};

}  // namespace nightlight::rooms
