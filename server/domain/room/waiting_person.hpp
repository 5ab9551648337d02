// Somebody in the lobby: she has come and is not let in. She has a number of her own kind, so that nothing in the
// numbers that the circle sees says that she is there.
#pragma once

#include <string>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/private_text.hpp"

namespace nightlight::domain {

struct waiting_person {
  waiting_number number;
  person_id person;
  private_text name;     // as the circle will see it
  std::string skeleton;  // what it looks like
  private_text came_as;  // the name that her session bears
  bool listening = false;
  private_text marks;
  instant since;
  friend bool operator==(const waiting_person&, const waiting_person&) = default;
};

}  // namespace nightlight::domain
