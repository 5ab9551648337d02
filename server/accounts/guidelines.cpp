#include "accounts/guidelines.hpp"

#include <fstream>
#include <iterator>

namespace nightlight::accounts {
namespace {

constexpr std::string_view version_key = "version:";
constexpr std::string_view item_mark = "- ";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool take_line(guidelines& into, std::string_view line) {
  const std::string_view words = trimmed(line);
  if (words.empty() || line.front() == '#') return true;
  if (line.starts_with(version_key)) {
    if (!into.version.empty()) return false;
    into.version = trimmed(line.substr(version_key.size()));
    return true;
  }
  if (line.starts_with(item_mark)) {
    into.items.emplace_back(trimmed(line.substr(item_mark.size())));
    return true;
  }
  if (line.front() != ' ' || into.items.empty()) return false;
  into.items.back().append(" ").append(words);
  return true;
}

}  // namespace

result<guidelines> parse_guidelines(std::string_view text) {
  guidelines parsed;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (!take_line(parsed, text.substr(0, end))) return failure::corrupt;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (parsed.version.empty() || parsed.items.empty() || parsed.items.size() > guideline_items_max) {
    return failure::corrupt;
  }
  return parsed;
}

result<guidelines_by_language> guidelines_by_language::load(const std::string& folder) {
  std::map<std::string, guidelines, std::less<>> all;
  for (const char* language : {"en", "es"}) {
    std::ifstream file(folder + '/' + language + ".md", std::ios::binary);
    if (!file) return failure::not_found;
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    result<guidelines> parsed = parse_guidelines(text);
    if (!parsed) return parsed.error();
    all.emplace(language, std::move(*parsed));
  }
  return guidelines_by_language(std::move(all));
}

const guidelines& guidelines_by_language::in(std::string_view language) const {
  const auto found = all_.find(language);
  return found != all_.end() ? found->second : all_.at("en");
}

std::string spoken_language(std::string_view tag) {
  const bool spanish = tag.size() >= 2 && (tag[0] | 0x20) == 'e' && (tag[1] | 0x20) == 's' &&
                       (tag.size() == 2 || tag[2] == '-' || tag[2] == '_' || tag[2] == ',' || tag[2] == ';');
  return spanish ? "es" : "en";
}

}  // namespace nightlight::accounts
