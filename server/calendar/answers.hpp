// Writes that may be sent again: the first answer is kept for a day, beside what it was written with, and given again.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "calendar/desk.hpp"
#include "calendar/refusal.hpp"

namespace nightlight::calendar {

struct asked_once {
  person_id caller;
  std::string key;   // empty: the caller does not ask for it
  std::string what;  // method and message, in bytes
};

// What was answered before, if it was; key_reused when it was something else that was asked.
answer<std::optional<std::string>> answered_before(const desk& d, const asked_once& asked);

result<void> keep_answer(const desk& d, const asked_once& asked, std::string bytes);

}  // namespace nightlight::calendar
