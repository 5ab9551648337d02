// The time of day. Deadlines of sockets use the steady clock of their timers; everything that is kept uses this.
#pragma once

#include "base/instant.hpp"

namespace nightlight {

class clock_port {
 public:
  virtual ~clock_port() = default;
  // Any thread. May go backwards when the machine's clock is set.
  virtual instant now() const = 0;
};

}  // namespace nightlight
