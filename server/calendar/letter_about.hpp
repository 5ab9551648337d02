// What one of the calendar's letters is about, as its row in the queue says it: no word, name or address. The words are
// made when it goes out, from what is true then.
#pragma once

#include <optional>
#include <string>

#include "ports/calendar_records.hpp"

namespace nightlight::calendar {

enum class letter_kind : std::uint8_t { reminder = 1, moved = 2, cancelled = 3, offer = 4, short_of_staff = 5 };

struct letter_about {
  letter_kind kind{};
  meeting_name meeting;
  instant starts_at;
  instant answer_by;  // of an offer
  std::string zone;   // the series'
  friend bool operator==(const letter_about&, const letter_about&) = default;
};

std::string text_of(const letter_about& about);
std::optional<letter_about> about_of(const std::string& text);

}  // namespace nightlight::calendar
