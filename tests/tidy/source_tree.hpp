// The project's own text as the tidy tests read it: files by their path from the root, C++ also without comments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nightlight::tidy {

struct source_file {
  std::string path;                // "server/rooms/outbox.hpp"
  std::vector<std::string> lines;  // as written
  std::vector<std::string> code;   // the same lines; in C++ and TypeScript without comments

  bool is_cpp() const;
  bool is_header() const;
  // True when the path begins with one of `folders` ("server/domain/").
  bool below(const std::vector<std::string_view>& folders) const;
};

// Every text file of the project, in order of path. Generated, built and downloaded files are not in it.
const std::vector<source_file>& source_tree();

// True when `word` stands in `line` and is not a part of a longer identifier.
bool has_word(std::string_view line, std::string_view word);

}  // namespace nightlight::tidy
