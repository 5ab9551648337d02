// The words everyone agrees to before she comes in: a version and a few short items for each language, the
// organisation's own text from its guidelines folder.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nightlight::accounts {

inline constexpr std::size_t guideline_items_max = 7;

struct guidelines {
  std::string version;
  std::vector<std::string> items;
};

// A text of "version: …", then one item on each line that begins with "- " (lines below it that begin with spaces
// belong to it); a line that begins with '#' is a remark. failure::corrupt for anything else, and for no item or
// more than seven.
result<guidelines> parse_guidelines(std::string_view text);

class guidelines_by_language {
 public:
  // Reads en.md and es.md. failure::not_found when one is missing, failure::corrupt when one does not parse.
  static result<guidelines_by_language> load(const std::string& folder);
  explicit guidelines_by_language(std::map<std::string, guidelines, std::less<>> all) : all_(std::move(all)) {}

  // English when there are none in that language.
  const guidelines& in(std::string_view language) const;

 private:
  std::map<std::string, guidelines, std::less<>> all_;  // has "en"
};

// "es" for Spanish in any form ("es", "es-MX", "ES"), "en" for everything else.
std::string spoken_language(std::string_view tag);

}  // namespace nightlight::accounts
