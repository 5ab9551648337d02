// A random evening from a seed: eight people and the system ask a room for anything, sense and nonsense, with a clock
// that mostly goes forward. It does what the room loop does (decide, place, apply) and keeps everything that was asked.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "domain/room/decide.hpp"

namespace nightlight::simulation {

struct asking {
  domain::submission what;
  domain::circumstances around;
  domain::decision answer;
  std::size_t events_before = 0;  // how long the log was when it was asked
};

struct manner {
  // In between, staff who are in the room mute and unmute a silent person and turn the key of the door. Nothing else
  // is different from the same seed without them.
  bool staff_interludes = false;
  bool clock_is_set_back = true;
};

class history {
 public:
  history(std::uint64_t seed, int steps, manner how = {});

  const std::vector<domain::logged_event>& log() const { return log_; }
  const std::vector<asking>& askings() const { return askings_; }
  const domain::room_state& live() const { return live_; }

 private:
  void begin();
  void step();
  void interlude();
  void ask(domain::submission what);

  domain::submission anything();
  domain::command any_command();
  domain::command likely_command();
  domain::command sanction();
  domain::command system_command();
  private_text words(std::size_t length_max);
  private_text nonsense();
  member_number somebody();
  circle_number some_number();
  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  bool one_in(std::uint64_t n) { return below(n) == 0; }

  std::mt19937_64 random_;
  manner how_;
  std::vector<domain::actor> people_;
  domain::actor silent_;
  std::vector<domain::logged_event> log_;
  std::vector<asking> askings_;
  domain::room_state live_;
  instant now_ = from_unix_ms(1'900'000'000'000);
  bool staff_here_ = true;
  std::uint64_t ids_ = 0;
  std::uint64_t meetings_ = 0;
};

}  // namespace nightlight::simulation
