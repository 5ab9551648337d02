// Moments as people write them to a machine: ISO 8601, in UTC.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace nightlight::app {

std::string to_iso(instant t);  // "2026-11-24T19:00:12Z"

// "2026-11-24" (its first moment), "2026-11-24T19:00", "2026-11-24T19:00:12", the last two with or without a Z.
std::optional<instant> from_iso(std::string_view text);

}  // namespace nightlight::app
