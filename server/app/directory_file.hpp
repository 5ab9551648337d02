// The organisation's list of local groups and places, from the file that the settings name. It is read once, checked
// field by field (config/README.md says what each may be), and made into what /directory.json says.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nightlight::app {

struct directory_file {
  std::string shown;                  // JSON; only entries whose state is "ok", without what is for the organisation
  std::vector<std::string> problems;  // each one line: "config/directory.json: entry 2 (walk): web: …"
};

// No path, or nothing where the file lies by default: an empty list. A named file has to be there.
directory_file load_directory(const std::filesystem::path& file);

// What a file of that name says.
directory_file read_directory(const std::string& name, std::string_view text);

}  // namespace nightlight::app
