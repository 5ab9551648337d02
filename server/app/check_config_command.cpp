// The commands that only read settings.
#include <iostream>

#include "app/commands.hpp"
#include "app/conduct_rules.hpp"
#include "app/config_load.hpp"
#include "app/config_table.hpp"
#include "app/directory_file.hpp"

namespace nightlight::app {

std::optional<config> settings_or_problems(const std::filesystem::path& file) {
  loaded_config loaded = load_config(file, own_environment());
  for (const std::string& problem : loaded.problems) std::cerr << problem << '\n';
  if (!loaded.problems.empty()) return std::nullopt;
  return std::move(loaded.settings);
}

int check_config_command(const std::filesystem::path& file) {
  const std::optional<config> settings = settings_or_problems(file);
  if (!settings) return 1;
  const conduct_rules conduct = load_conduct_rules(settings->organisation.conduct_rules_file);
  for (const std::string& problem : conduct.problems) std::cerr << problem << '\n';
  const directory_file directory = load_directory(settings->organisation.directory_file);
  for (const std::string& problem : directory.problems) std::cerr << problem << '\n';
  if (!conduct.problems.empty() || !directory.problems.empty()) return 1;
  std::cout << file.string() << ": good\n";
  return 0;
}

int example_config_command() {
  std::cout << example_config();
  return 0;
}

}  // namespace nightlight::app
