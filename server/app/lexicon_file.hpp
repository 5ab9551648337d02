// The lexicon of a server, from the folder that the settings name; and anew while it runs, so that a word can be added
// on an evening without asking anyone to come in again.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "domain/care/lexicon.hpp"

namespace nightlight::rooms {
class listening;
}

namespace nightlight::app {

struct loaded_lexicon {
  std::shared_ptr<const domain::care::lexicon> made;  // null when there is any problem
  std::vector<std::string> problems;                  // each one line: "red.lexicon:3: …"
};

loaded_lexicon load_lexicon(const std::filesystem::path& dir);

// What is heard from now on is heard by what lies there now. When anything is wrong with it, nothing changes, what is
// wrong is logged, and the answer is false. Any thread; takes about as long as a start.
bool reload_lexicon(const std::filesystem::path& dir, rooms::listening& ears);

}  // namespace nightlight::app
