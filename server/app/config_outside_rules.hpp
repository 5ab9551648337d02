// What cannot be right in the settings of what is shown to the outside, for config_rules.
#pragma once

#include "app/config_paging_rules.hpp"

namespace nightlight::app {

std::vector<config_problem> outside_problems(const config& c);

}  // namespace nightlight::app
