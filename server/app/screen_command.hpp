// `nightlight screen`: one JSON object per line in, one verdict per line out, in the same order. For figures, for
// reviewing the lexicon, and for organisations that want to see what would have been flagged. Keeps nothing.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/care/lexicon.hpp"

namespace nightlight::app {

// Reads every file of the directory whose name ends in .lexicon, in the order of their names.
result<std::vector<domain::care::lexicon_source>> read_lexicon_sources(const std::filesystem::path& dir);

// The first that exists of: config/lexicon here, in a folder above the program, and ../share/nightlight/lexicon beside
// it.
std::filesystem::path found_lexicon_dir();

// In:  {"id","lang","room","messages":[…]}; `room` may be absent, then it is default_room.
// Out: {"id","level","hits":[{"message","category","rule","start","end","level","modifiers":[…]}]}, offsets in UTF-16
// code units; words said over several messages give one entry per message with the same rule. A line that cannot be
// read gives {"id"?,"error"}. Returns 0, or 1 when the lexicon cannot be used (its problems are written to std::cerr).
int run_screen_command(std::istream& in, std::ostream& out, const std::filesystem::path& lexicon_dir,
                       std::string_view default_room);

// One line of the above; never throws.
std::string screened_line(const domain::care::lexicon& lex, std::string_view line, std::string_view default_room);

// Prints every problem as file:line: what. Returns 0 when there is none.
int run_lexicon_lint(std::ostream& out, const std::filesystem::path& lexicon_dir);

}  // namespace nightlight::app
