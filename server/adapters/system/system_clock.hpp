// The machine's clock: the only place that reads the time of day.
#pragma once

#include "ports/clock.hpp"

namespace nightlight::adapters {

class system_clock final : public clock_port {
 public:
  instant now() const override;
};

}  // namespace nightlight::adapters
