// What may stand in a line beside its verb: people, messages, alerts, lengths and words, taken from the left.
#pragma once

#include <string>
#include <vector>

#include "domain/room/reaction.hpp"
#include "scenarios/phrase.hpp"
#include "scenarios/stage.hpp"

namespace nightlight::scenario {

struct reading {
  phrase& p;
  const std::string& who;  // whose line it is; empty in a line that only looks
  const script& s;
  const stage& on;

  member_number somebody() const;                 // "Ana", or "nobody known"
  std::optional<std::string> take_owner() const;  // "Ana's"
  circle_number message() const;                  // "#3"
  alert_number alert() const;                     // "alert 2"
  seconds length() const;                         // "for 5m", or nothing, which is zero
  private_text words() const;                     // "…", or nothing
  private_text body() const;                      // "…"
  domain::reaction reaction() const;

  // "Ana's first" counts what she has waiting now. hold() complains when it finds none, take_hold() does not.
  std::optional<hold_number> take_hold() const;
  hold_number hold() const;
  // "her first"
  hold_number own_hold() const;
  // "everything", "everything of Ana's", "Ana's first and second, Bea's first"
  std::vector<hold_number> holds() const;

 private:
  std::optional<hold_number> take_ordinal(const std::string& label) const;
  std::vector<hold_number> waiting(const std::string& label) const;
};

}  // namespace nightlight::scenario
