// The place that sealed words are bound to. Internal to the two halves of log_record.
#pragma once

#include <string>
#include <string_view>

#include "base/ids.hpp"

namespace nightlight::wire {

inline std::string context_of(const room_id& room, position at, std::string_view field) {
  std::string context = room.value;
  context.append(1, '/').append(std::to_string(at.value)).append(1, '/').append(field);
  return context;
}

inline std::string answer_field(int n) { return "answer/" + std::to_string(n); }

}  // namespace nightlight::wire
