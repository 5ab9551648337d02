// The process that lives the year: the store in its file, what time brings, people's deeds, the rooms, and the courier
// with a mail server that writes down what it took. It may die at any moment and be begun again.
#pragma once

#include <string>
#include <vector>

#include "year/calendar_year.hpp"
#include "year/deeds.hpp"

namespace nightlight::year {

// To the end of the year. False: something failed that must not.
bool live_on(const std::string& folder, const std::vector<deed>& deeds, instant end, year_clock& clock,
             const domain::calendar::zone_rules& zones);

}  // namespace nightlight::year
