// The organisation's own rules about words, from the file that the settings name.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/moderation/word_rules_text.hpp"

namespace nightlight::app {

struct conduct_rules {
  domain::word_rules_source source;   // named as the file is
  std::vector<std::string> problems;  // each one line: "config/conduct.rules:3: …"
};

// No path, or nothing where the file lies by default: the built-in rules alone. A named file has to be there.
conduct_rules load_conduct_rules(const std::filesystem::path& file);

// One source as it lies on disk; a problem when it cannot be read.
conduct_rules read_word_rules(const std::filesystem::path& file);

std::string line_of(const domain::word_rules_text_problem& problem);

}  // namespace nightlight::app
