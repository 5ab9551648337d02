// The few ways to answer without words. The numbers are kept in the log: never reuse one.
#pragma once

#include <cstdint>

namespace nightlight::domain {

enum class reaction : std::uint8_t { heart = 1, hug = 2, me_too = 3, candle = 4, clap = 5 };

}  // namespace nightlight::domain
