// What does not agree between the settings of paging, for config_rules.
#pragma once

#include <string>
#include <vector>

#include "app/config.hpp"

namespace nightlight::app {

struct config_problem {
  std::string option;
  std::string what;
};

std::vector<config_problem> paging_problems(const config& c);

}  // namespace nightlight::app
