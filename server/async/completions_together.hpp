// What a thread of a port's own completes while one of these stands on its stack reaches each shard as one handler: a
// commit that many rooms waited for wakes their shard once, and what they publish is written in one turn.
#pragma once

#include <functional>
#include <vector>

#include "async/awaitable.hpp"

namespace nightlight::async {

class completions_together {
 public:
  completions_together();
  completions_together(const completions_together&) = delete;
  completions_together& operator=(const completions_together&) = delete;
  // Posts what was collected, in order.
  ~completions_together();

  // Runs `resume` on the shard: with the others of the collection that stands on this thread, or by itself.
  static void post(executor ex, std::function<void()> resume);

 private:
  struct of_shard {
    executor ex;
    std::vector<std::function<void()>> waiting;
  };

  completions_together* outer_;
  std::vector<of_shard> shards_;
};

}  // namespace nightlight::async
