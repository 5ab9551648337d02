// How old the data is that somebody has to look after, and who has read it: the lexicon, the help numbers of the
// region, the list of groups and places. Read from the files themselves; what cannot be read counts as nothing there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace nightlight::app {

struct data_state {
  std::string version{};
  std::string oldest_check{};    // "2026-11-23"
  std::uint32_t entries = 0;     // that are used or shown
  std::uint32_t waiting = 0;     // that are not, until somebody checks them
  std::uint32_t unreviewed = 0;  // of `entries`
  friend bool operator==(const data_state&, const data_state&) = default;
};

// The files of a lexicon, each with its head.
data_state lexicon_state(const std::filesystem::path& dir);

// A JSON object that holds entries under `list`, each with "state", "checked" and "review".
data_state entries_state(std::string_view text, const std::string& list);
data_state entries_state_of(const std::filesystem::path& file, const std::string& list);

}  // namespace nightlight::app
