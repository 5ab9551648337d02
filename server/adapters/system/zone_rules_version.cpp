#include "adapters/system/zone_rules_version.hpp"

#include <fstream>

namespace nightlight::adapters {

// Its compact source begins with "# version 2025b"; some systems have the word alone in a file of its own.
std::string zone_rules_version(const std::string& folder) {
  const std::string mark = "# version ";
  std::string line;
  std::ifstream source(folder + "/tzdata.zi");
  if (std::getline(source, line) && line.starts_with(mark)) return line.substr(mark.size());
  std::ifstream alone(folder + "/+VERSION");
  if (std::getline(alone, line) && !line.empty()) return line;
  return "unknown";
}

}  // namespace nightlight::adapters
