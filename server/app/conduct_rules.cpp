#include "app/conduct_rules.hpp"

#include <fstream>
#include <iterator>

#include "app/config.hpp"

namespace nightlight::app {

std::string line_of(const domain::word_rules_text_problem& problem) {
  return problem.file + ":" + std::to_string(problem.line) + ": " + problem.what;
}

conduct_rules read_word_rules(const std::filesystem::path& file) {
  conduct_rules out;
  out.source.name = file.string();
  std::error_code unknown;
  std::ifstream in(file, std::ios::binary);
  if (!in || !std::filesystem::is_regular_file(file, unknown)) {
    out.problems.push_back(out.source.name + ": cannot be read");
    return out;
  }
  out.source.content.assign(std::istreambuf_iterator<char>(in), {});
  return out;
}

conduct_rules load_conduct_rules(const std::filesystem::path& file) {
  std::error_code unknown;
  const bool by_default = file == std::filesystem::path(config{}.organisation.conduct_rules_file);
  if (file.empty() || (by_default && !std::filesystem::exists(file, unknown))) return {};
  conduct_rules out = read_word_rules(file);
  if (!out.problems.empty()) return out;
  const domain::parsed_word_rules parsed = domain::parse_word_rules(std::span(&out.source, 1));
  for (const auto& p : parsed.problems) out.problems.push_back(line_of(p));
  return out;
}

}  // namespace nightlight::app
