// `nightlight words`: a place to try rules about words before anybody meets them. Keeps nothing.
#include <iostream>
#include <istream>
#include <ostream>

#include "app/commands.hpp"
#include "app/conduct_rules.hpp"

namespace nightlight::app {
namespace {

using domain::word_match;

// The bytes of a part that is counted in UTF-16 units.
std::string_view part_of(std::string_view text, domain::care::span16 span) {
  std::size_t begin = text.size();
  std::size_t end = text.size();
  std::uint32_t unit = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) == 0x80U) continue;
    if (unit <= span.begin) begin = i;
    if (unit >= span.end) {
      end = i;
      break;
    }
    unit += byte >= 0xF0U ? 2 : 1;
  }
  return text.substr(begin, end - begin);
}

int tell(std::ostream& out, const std::vector<std::string>& problems) {
  for (const std::string& problem : problems) out << problem << '\n';
  return 1;
}

}  // namespace

int words_command(std::istream& in, std::ostream& out, const words_order& order) {
  config settings;
  if (!order.config_file.empty()) {
    std::optional<config> read = settings_or_problems(order.config_file);
    if (!read) return 1;
    settings = std::move(*read);
  }
  std::vector<domain::word_rules_source> layers;
  conduct_rules organisation = load_conduct_rules(settings.organisation.conduct_rules_file);
  if (!organisation.problems.empty()) return tell(std::cerr, organisation.problems);
  layers.push_back(std::move(organisation.source));
  if (!order.rules_file.empty()) {
    conduct_rules tried = read_word_rules(order.rules_file);
    if (!tried.problems.empty()) return tell(std::cerr, tried.problems);
    // The organisation's own file, tried as it is, is not also what stands below it.
    std::error_code unknown;
    if (std::filesystem::equivalent(order.rules_file, layers.front().name, unknown)) layers.clear();
    layers.push_back(std::move(tried.source));
  }
  const domain::parsed_word_rules parsed = domain::parse_word_rules(layers);
  for (const auto& p : parsed.problems) std::cerr << line_of(p) << '\n';
  if (!parsed.made) return 1;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const domain::word_verdict found = domain::judge(*parsed.made, line);
    if (found.matches.empty()) out << number << ": nothing\n";
    for (const word_match& m : found.matches) {
      out << number << ": " << name_of(m.action) << ' ' << m.rule << " \"" << part_of(line, m.span) << "\"\n";
    }
  }
  out.flush();
  return 0;
}

}  // namespace nightlight::app
