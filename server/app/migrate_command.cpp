// `nightlight migrate`: opening the store as its owner brings it to this release, and fails while a server owns it.
#include <iostream>

#include "app/commands.hpp"
#include "app/storage.hpp"

namespace nightlight::app {

int migrate_command(const std::filesystem::path& config_file) {
  const std::optional<config> settings = settings_or_problems(config_file);
  if (!settings) return 1;
  const storage kept(settings->store);
  std::cout << settings->store.path << " is ready for this release\n";
  return 0;
}

}  // namespace nightlight::app
