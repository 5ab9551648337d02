// A random evening from a seed: nine people and the system ask a room for anything, sense and nonsense, with a clock
// that mostly goes forward, and rules for words that hear something now and then. It does what the room loop does
// (decide, place, apply) and keeps everything that was asked.
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
  // In between, a silent person and staff who are in the room do what the circle must not notice: a mute that is
  // lifted, the key of the door, a report, a note, backstage talk, alerts, a message that is held and declined, a side
  // room, an answer that is taken back; and somebody comes to the lobby and goes again. Nothing else is different from
  // the same seed without them.
  bool staff_interludes = false;
  bool clock_is_set_back = true;
  // A planned meeting closes later while somebody of the team is needed: the one thing of theirs that a circle may
  // notice.
  bool closing_waits = true;
};

class history {
 public:
  history(std::uint64_t seed, int steps, manner how = {});

  const std::vector<domain::logged_event>& log() const { return log_; }
  const std::vector<asking>& askings() const { return askings_; }
  const domain::room_state& live() const { return live_; }

 private:
  static private_text marks_of(const std::string& name);

  void begin();
  void step();
  void interlude();
  void about_the_silent(const domain::actor& staff);
  void about_the_lobby(const domain::actor& staff);
  void ask(domain::submission what, domain::heard_words heard = {});

  domain::submission anything();
  domain::submission from_inside(domain::submission s) const;
  const domain::actor& somebody_to_ask();
  bool is_away(const domain::actor& who) const;
  domain::command any_command();
  domain::command any_opening();
  domain::open_room opening(const std::string& meeting);
  domain::command likely_command();
  domain::command sanction();
  domain::command about_messages();
  domain::command about_the_room();
  domain::command about_the_circle();
  domain::command about_the_question();
  domain::command about_the_evening();
  domain::command among_the_team();
  domain::command to_the_team();
  domain::heard_words any_heard();
  std::vector<hold_number> some_holds();
  hold_number some_hold();
  waiting_number some_waiting();
  alert_number some_alert() { return alert_number{static_cast<std::uint32_t>(below(12))}; }
  position any_ban();
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
  domain::actor silent_, sleepless_;
  std::vector<domain::logged_event> log_;
  std::vector<asking> askings_;
  domain::room_state live_;
  instant now_ = from_unix_ms(1'900'000'000'000);
  bool staff_here_ = true;
  std::uint64_t ids_ = 0;
  std::uint64_t texts_ = 0;
  std::uint64_t meetings_ = 0;
};

}  // namespace nightlight::simulation
