// The figures of meetings as a table for a spreadsheet, in English or Spanish. A count that is kept back reads "fewer
// than 5", a time to wait "00:01:30".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/zone_rules.hpp"
#include "transport/figures_wire.hpp"

namespace nightlight::transport {

// "2026-11-23".
std::string day_words(std::chrono::sys_days day);

// One line a meeting under a line of names; when it began, on the clocks of `zone`, which the rules know.
std::string meetings_table(const std::vector<counted_meeting>& meetings, std::string_view language,
                           const domain::calendar::zone_rules& zones, const std::string& zone);

// One line a week.
std::string weeks_table(const std::vector<domain::week_summary>& weeks, std::string_view language);

}  // namespace nightlight::transport
