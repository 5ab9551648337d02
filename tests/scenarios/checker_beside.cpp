// Whether the second room is open, and who is asked into it, over there, or called back.
#include <algorithm>

#include "scenarios/checker.hpp"

namespace nightlight::scenario {
namespace {

bool is_called_back(const stage& on, const std::string& who) {
  const domain::kept_seat* seat = on.room().beside.seat_of(on.person_of(who));
  return seat != nullptr && seat->called;
}

bool is_over_there(const stage& on, const std::string& who) {
  return std::ranges::find(on.room().beside.over, on.number_of(who)) != on.room().beside.over.end();
}

}  // namespace

std::optional<bool> check_beside(phrase& p, const script& s, const stage& on) {
  const domain::rooms_beside& beside = on.room().beside;
  if (p.take("the second room is open")) return beside.second_open;
  if (p.take("no second room is open")) return !beside.second_open;
  if (p.take("the team knows that it fills up")) return beside.told_filling;
  if (p.take("the team does not hear that it fills up")) return !beside.told_filling;
  phrase ahead = p;
  const auto who = ahead.take_one_of(s.labels());
  if (!who) return std::nullopt;
  bool so = false;
  if (ahead.take("is asked over")) {
    so = beside.is_asked(on.number_of(*who));
  } else if (ahead.take("is not asked over")) {
    so = !beside.is_asked(on.number_of(*who));
  } else if (ahead.take("is over there")) {
    so = is_over_there(on, *who);
  } else if (ahead.take("is not over there")) {
    so = !is_over_there(on, *who);
  } else if (ahead.take("is called back")) {
    so = is_called_back(on, *who);
  } else if (ahead.take("is not called back")) {
    so = !is_called_back(on, *who);
  } else {
    return std::nullopt;
  }
  p = ahead;
  return so;
}

}  // namespace nightlight::scenario
