#include "app/lexicon_file.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "app/screen_command.hpp"
#include "rooms/listening.hpp"

namespace nightlight::app {

loaded_lexicon load_lexicon(const std::filesystem::path& dir) {
  const auto sources = read_lexicon_sources(dir);
  if (!sources) return {nullptr, {"no lexicon in " + dir.string()}};
  auto parsed = domain::care::parse_lexicon(*sources);
  loaded_lexicon loaded;
  for (const auto& p : parsed.problems) {
    loaded.problems.push_back(p.file + ":" + std::to_string(p.line) + ": " + p.what);
  }
  if (loaded.problems.empty()) loaded.made = std::move(parsed.made);
  return loaded;
}

bool reload_lexicon(const std::filesystem::path& dir, rooms::listening& ears) {
  loaded_lexicon loaded = load_lexicon(dir);
  if (!loaded.made) {
    spdlog::error("the new lexicon is not usable, the old one stays: {}", loaded.problems.front());
    return false;
  }
  const std::string version = loaded.made->version();
  ears.set_lexicon(std::move(loaded.made));
  spdlog::info("lexicon read again, version {}", version);
  return true;
}

}  // namespace nightlight::app
