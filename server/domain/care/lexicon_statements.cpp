#include "domain/care/lexicon_statements.hpp"

namespace nightlight::domain::care {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> cut(std::string_view text, char mark) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] == '(') ++depth;
    if (i < text.size() && text[i] == ')') --depth;
    if (i < text.size() && (text[i] != mark || depth > 0)) continue;
    parts.emplace_back(trimmed(text.substr(begin, i - begin)));
    begin = i + 1;
  }
  return parts;
}

std::vector<std::string> cut_words(std::string_view text) {
  std::vector<std::string> words;
  for (auto& part : cut(text, ' ')) {
    if (!part.empty()) words.push_back(std::move(part));
  }
  return words;
}

std::vector<statement> statements_of(std::span<const lexicon_source> files) {
  std::vector<statement> all;
  for (std::uint32_t file = 0; file < files.size(); ++file) {
    std::string_view left = files[file].content;
    std::uint32_t line = 0;
    const std::size_t first_of_file = all.size();
    while (!left.empty()) {
      const auto end = left.find('\n');
      std::string_view text = left.substr(0, end);
      left = end == std::string_view::npos ? std::string_view{} : left.substr(end + 1);
      ++line;
      if (text.starts_with('#')) continue;
      const bool continues = !text.empty() && (text[0] == ' ' || text[0] == '\t');
      text = trimmed(text);
      if (text.empty()) continue;
      if (continues && all.size() > first_of_file) {
        all.back().rest.append(" ").append(text);
        continue;
      }
      const auto space = text.find(' ');
      all.push_back({file, line, std::string(text.substr(0, space)),
                     space == std::string_view::npos ? "" : std::string(trimmed(text.substr(space)))});
    }
  }
  return all;
}

}  // namespace nightlight::domain::care
