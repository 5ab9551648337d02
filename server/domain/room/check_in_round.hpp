// A round that is on: everybody in it is asked once, in order, and may pass. Only who comes, goes and has had her turn
// changes it; whose turn is next is a rule (decide_circle.cpp).
#pragma once

#include <vector>

#include "base/ids.hpp"
#include "base/private_text.hpp"

namespace nightlight::domain {

struct check_in_round {
  private_text question;
  member_number turn;
  std::vector<member_number> next;  // still to be asked
  std::vector<member_number> had;   // has been asked, or was passed over
  friend bool operator==(const check_in_round&, const check_in_round&) = default;
};

}  // namespace nightlight::domain
