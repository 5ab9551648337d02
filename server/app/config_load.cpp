#include "app/config_load.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

#include <toml++/toml.h>
#include <unistd.h>

#include "app/closest.hpp"
#include "app/config_table.hpp"

namespace nightlight::app {
namespace {

constexpr std::string_view variable_prefix = "NIGHTLIGHT_";

const option* find_option(std::string_view section, std::string_view key) {
  for (const option& o : options()) {
    if (o.section == section && o.key == key) return &o;
  }
  return nullptr;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string meant = closest(word, candidates);
  return meant.empty() ? "" : "; did you mean \"" + meant + "\"?";
}

std::vector<std::string> keys_of(std::string_view section) {
  std::vector<std::string> out;
  for (const option& o : options()) {
    if (o.section == section) out.emplace_back(o.key);
  }
  return out;
}

std::vector<std::string> section_names() {
  std::vector<std::string> out;
  for (const option_section& s : option_sections()) out.emplace_back(s.name);
  return out;
}

// Where a misplaced key belongs, when exactly its name exists in another section.
std::string elsewhere(std::string_view key) {
  for (const option& o : options()) {
    if (o.key == key) return "; it belongs in [" + std::string(o.section) + "]";
  }
  return "";
}

std::optional<option_value> value_of(const toml::node& node) {
  if (const auto number = node.value_exact<std::int64_t>()) return *number;
  if (const auto text = node.value_exact<std::string>()) return *text;
  const toml::array* list = node.as_array();
  if (!list) return std::nullopt;
  std::vector<std::string> items;
  for (const toml::node& item : *list) {
    const auto text = item.value_exact<std::string>();
    if (!text) return std::nullopt;
    items.push_back(*text);
  }
  return items;
}

// A list is written with commas between its items; no option of ours has a comma inside one.
std::optional<option_value> value_of(const option& o, const std::string& text) {
  const option_value standard = o.get(config{});
  if (std::holds_alternative<std::int64_t>(standard)) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
  }
  if (std::holds_alternative<std::string>(standard)) return text;
  std::vector<std::string> items;
  std::istringstream in(text);
  for (std::string item; std::getline(in, item, ',');) items.push_back(item);
  return items;
}

class reader {
 public:
  explicit reader(std::string file_name) : file_name_(std::move(file_name)) {}

  void read_file(const std::string& text) {
    try {
      const toml::table file = toml::parse(text, file_name_);
      for (const auto& [name, node] : file) read_section(std::string(name.str()), name.source(), node);
    } catch (const toml::parse_error& e) {
      problem(place(e.source()), std::string(e.description()));
    }
  }

  void read_environment(const environment& variables) {
    for (const auto& [variable, text] : variables) read_variable(variable, text);
  }

  loaded_config finish() {
    for (std::string& conflict : config_conflicts(out_.settings, origins_))
      out_.problems.push_back(std::move(conflict));
    return std::move(out_);
  }

 private:
  void read_section(const std::string& name, const toml::source_region& where, const toml::node& node) {
    const toml::table* section = node.as_table();
    const auto names = section_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      const std::string belongs = section ? "" : elsewhere(name);
      problem(place(where), std::string(section ? "unknown section [" + name + "]" : "unknown key \"" + name + "\"") +
                                (belongs.empty() ? suggestion(name, names) : belongs));
      return;
    }
    if (!section) return problem(place(where), "\"" + name + "\" is a section: write [" + name + "]");
    for (const auto& [key, value] : *section) read_key(name, std::string(key.str()), key.source(), value);
  }

  void read_key(const std::string& section, const std::string& key, const toml::source_region& where,
                const toml::node& node) {
    const option* o = find_option(section, key);
    if (!o) {
      const std::string meant = suggestion(key, keys_of(section));
      problem(place(where), "unknown key \"" + key + "\" in [" + section + "]" +
                                (meant.empty() || elsewhere(key) != "" ? elsewhere(key) : meant));
      return;
    }
    take(*o, value_of(node), place(node.source()));
  }

  void read_variable(const std::string& variable, const std::string& text) {
    for (const option_section& section : option_sections()) {
      std::string prefix = std::string(variable_prefix) + std::string(section.name) + "_";
      std::transform(prefix.begin(), prefix.end(), prefix.begin(), [](char c) { return upper(c); });
      if (!variable.starts_with(prefix)) continue;
      std::string key = variable.substr(prefix.size());
      std::transform(key.begin(), key.end(), key.begin(), [](char c) { return lower(c); });
      if (const option* o = find_option(section.name, key)) return take(*o, value_of(*o, text), variable);
      return problem(variable,
                     "no such option in [" + std::string(section.name) + "]" + suggestion(key, keys_of(section.name)));
    }
  }

  void take(const option& o, const std::optional<option_value>& value, const std::string& where) {
    if (!value || !accepts(o, *value)) return problem(where, o.name() + " must be " + allowed(o));
    o.set(out_.settings, *value);
    origins_[o.name()] = where;
  }

  static char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
  static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

  std::string place(const toml::source_region& where) const {
    return file_name_ + ":" + std::to_string(where.begin.line) + ":" + std::to_string(where.begin.column);
  }

  void problem(const std::string& where, const std::string& what) { out_.problems.push_back(where + ": " + what); }

  std::string file_name_;
  loaded_config out_;
  origins_of_values origins_;
};

}  // namespace

environment own_environment() {
  environment out;
  for (char** entry = environ; entry && *entry; ++entry) {
    const std::string_view line = *entry;
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos || !line.starts_with(variable_prefix)) continue;
    out.emplace(line.substr(0, equals), line.substr(equals + 1));
  }
  return out;
}

loaded_config read_config(const std::string& text, const std::string& name, const environment& variables) {
  reader r(name);
  r.read_file(text);
  r.read_environment(variables);
  return r.finish();
}

loaded_config load_config(const std::filesystem::path& file, const environment& variables) {
  std::ifstream in(file);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf())) {
    // An empty file has nothing to copy, which is no failure.
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored) || std::filesystem::file_size(file, ignored) > 0) {
      return {.settings = {}, .problems = {file.string() + ": cannot be read"}};
    }
  }
  return read_config(text.str(), file.string(), variables);
}

}  // namespace nightlight::app
