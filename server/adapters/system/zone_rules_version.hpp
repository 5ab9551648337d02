// What the machine's time zone database calls itself.
#pragma once

#include <string>

namespace nightlight::adapters {

// "2025b"; "unknown" where the database does not say. `folder` is where its files are.
std::string zone_rules_version(const std::string& folder = "/usr/share/zoneinfo");

}  // namespace nightlight::adapters
