// Times and days as people say them in a letter: "8 pm", "20:00", "Tuesday 24 November", "martes 24 de noviembre".
#pragma once

#include <string>
#include <string_view>

#include "domain/calendar/local_time.hpp"

namespace nightlight::domain::calendar {

// "es" or, for anything else, English.
std::string spoken_clock(local_time t, std::string_view language);
std::string spoken_day(local_day day, std::string_view language);

// "8 pm" on the day itself, "tomorrow, 8 pm" on the day before, with the day otherwise. `today` is the reader's.
std::string spoken_from(local_day today, local_time t, std::string_view language);

}  // namespace nightlight::domain::calendar
