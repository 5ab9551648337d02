#include "tidy/source_tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>

#include "places.hpp"

namespace nightlight::tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::array skipped_names{".git", "build", "var", "node_modules", "dist", "generated", "output"};
constexpr std::array read_extensions{".cpp", ".hpp",   ".proto", ".ts",  ".tsx",      ".js",   ".mjs",
                                     ".css", ".html",  ".md",    ".txt", ".toml",     ".json", ".sh",
                                     ".py",  ".cmake", ".sql",   ".yml", ".scenario", ""};

template <class List>
bool is_one_of(const std::string& word, const List& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Blanks out `// …` and `/* … */`, keeping the line count. A "//" inside a text literal is kept.
std::vector<std::string> without_comments(const std::vector<std::string>& lines) {
  std::vector<std::string> out;
  bool in_block = false;
  for (const std::string& line : lines) {
    std::string kept;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string_view rest = std::string_view(line).substr(i);
      if (in_block) {
        if (rest.starts_with("*/")) {
          in_block = false;
          ++i;
        }
      } else if (quote != 0) {
        kept += line[i];
        if (line[i] == '\\' && i + 1 < line.size())
          kept += line[++i];
        else if (line[i] == quote)
          quote = 0;
      } else if (rest.starts_with("//")) {
        break;
      } else if (rest.starts_with("/*")) {
        in_block = true;
        ++i;
      } else {
        const bool digit_separator = line[i] == '\'' && i > 0 && std::isdigit(static_cast<unsigned char>(line[i - 1]));
        if (line[i] == '"' || (line[i] == '\'' && !digit_separator)) quote = line[i];
        kept += line[i];
      }
    }
    out.push_back(std::move(kept));
  }
  return out;
}

source_file read(const fs::path& root, const fs::path& file) {
  source_file out;
  out.path = fs::relative(file, root).generic_string();
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) out.lines.push_back(line);
  const std::string extension = file.extension().string();
  const bool has_comments = out.is_cpp() || extension == ".ts" || extension == ".tsx" || extension == ".mjs";
  out.code = has_comments ? without_comments(out.lines) : out.lines;
  return out;
}

std::vector<source_file> read_all() {
  const fs::path root = NIGHTLIGHT_SOURCE_DIR;
  std::vector<source_file> out;
  for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator(); ++it) {
    if (is_one_of(it->path().filename().string(), skipped_names)) {
      if (it->is_directory()) it.disable_recursion_pending();
    } else if (it->is_regular_file() && is_one_of(it->path().extension().string(), read_extensions)) {
      out.push_back(read(root, it->path()));
    }
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return out;
}

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

}  // namespace

bool source_file::is_cpp() const { return path.ends_with(".cpp") || path.ends_with(".hpp"); }
bool source_file::is_header() const { return path.ends_with(".hpp"); }

bool source_file::below(const std::vector<std::string_view>& folders) const {
  return std::any_of(folders.begin(), folders.end(), [&](std::string_view f) { return path.starts_with(f); });
}

const std::vector<source_file>& source_tree() {
  static const std::vector<source_file> tree = read_all();
  return tree;
}

bool has_word(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_letter(word.front()) || !is_letter(line[at - 1]);
    const bool ends = end == line.size() || !is_letter(word.back()) || !is_letter(line[end]);
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace nightlight::tidy
