#include "adapters/system/system_clock.hpp"

#include <chrono>

namespace nightlight::adapters {

instant system_clock::now() const {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return instant{std::chrono::duration_cast<milliseconds>(since_epoch)};
}

}  // namespace nightlight::adapters
