// Where a story is played: one room, its log, a clock set by hand, and the people. It does what the room loop does
// (decide, place, apply) and nothing else, and holds after every step that folding the log gives the same room, and
// that somebody who comes in now gets what is on the phones of those who were there.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/room/decide.hpp"
#include "scenarios/script.hpp"
#include "support/circle_view.hpp"

namespace nightlight::scenario {

struct reply {
  std::optional<domain::refusal> refused;
  bool heard = false;                  // refused, and the team was told
  bool again = false;                  // a repeat, given its first answer
  bool changed = false;                // events were written
  bool held = false;                   // her words wait
  std::vector<circle_number> numbers;  // of the commanded events, when the first of them is for the circle
};

class stage {
 public:
  explicit stage(const script& s);

  void set_clock(instant now) { now_ = now; }
  void set_staff_here(bool here) { staff_here_ = here; }
  // What the word and phrase rules find in the next thing that she writes.
  void set_heard(const std::string& label, domain::heard_words heard) { heard_[label] = std::move(heard); }
  // She comes by the same phone and link as somebody else.
  void share_marks(const std::string& label, const std::string& with) {
    people_.at(label).marks = people_.at(with).marks;
  }
  const private_text& marks_of(const std::string& label) const { return people_.at(label).marks; }
  void set_role(const std::string& label, domain::role role) { people_.at(label).role = role; }
  void rename(const std::string& label, std::string name) { people_.at(label).name = private_text{std::move(name)}; }

  reply ask(const std::string& label, domain::command what, const std::string& id, const std::string& words);
  reply ask_as_system(domain::command what);

  // Circle numbers count from the beginning of the story.
  circle_number number(std::uint64_t in_story) const { return circle_number{in_story + before_.value}; }
  std::uint64_t in_story(circle_number n) const { return n.value - before_.value; }
  member_number number_of(const std::string& label) const;
  const person_id& person_of(const std::string& label) const { return people_.at(label).person; }
  const domain::waiting_person* waiting(const std::string& label) const {
    return room_.waiting_of(people_.at(label).person);
  }
  // Of the event that banned her, in this meeting or an earlier one.
  position ban_of(const std::string& label) const;
  domain::note_ban_lifted lifting(const std::string& by, const std::string& whose) const;
  const domain::member* find(const std::string& label) const { return room_.find(people_.at(label).person); }
  const domain::room_state& room() const { return room_; }
  const std::vector<domain::logged_event>& log() const { return log_; }
  instant now() const { return now_; }
  domain::open_room meeting() const;
  static meeting_id meeting_called(int which) { return meeting_id{"meeting " + std::to_string(which)}; }

  // The circle's events of the story that this person was there for, and her phone's view at its end.
  std::vector<domain::logged_event> seen_by(const std::string& label) const;
  test::circle_view view_of(const std::string& label) const;

 private:
  reply submit(const domain::submission& asked, const domain::heard_words& heard);
  void write(std::vector<domain::event> events);
  void expect_one_truth() const;
  position last_seen_by(const std::string& label) const;

  const script& script_;
  domain::room_state room_;
  std::vector<domain::logged_event> log_;
  std::map<std::string, domain::actor> people_;
  std::map<std::string, domain::heard_words> heard_;
  circle_number before_;  // circle numbers used before the story begins
  instant now_;
  bool staff_here_ = true;
  int meetings_ = 0;
};

}  // namespace nightlight::scenario
