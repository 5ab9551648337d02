// What a file of ours looks like from outside: short, headed by what it is for, and free of what only its writer's
// machine knows.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tidy/source_tree.hpp"

namespace nightlight::tidy {
namespace {

constexpr std::size_t lines_max = 400;

bool is_written_code(const source_file& file) {
  static constexpr std::string_view endings[] = {".cpp", ".hpp", ".ts", ".tsx", ".mjs", ".css", ".py", ".sh", ".proto"};
  return std::any_of(std::begin(endings), std::end(endings), [&](auto e) { return file.path.ends_with(e); });
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

TEST(files, no_file_is_longer_than_400_lines) {
  for (const source_file& file : source_tree()) {
    if (!is_written_code(file)) continue;
    EXPECT_LE(file.lines.size(), lines_max) << file.path << ": is it still one concept?";
  }
}

TEST(files, a_header_opens_with_what_it_is_for) {
  for (const source_file& file : source_tree()) {
    if (!file.is_header()) continue;
    ASSERT_FALSE(file.lines.empty()) << file.path;
    EXPECT_TRUE(file.lines.front().starts_with("// ")) << file.path;
    const bool once = std::find(file.lines.begin(), file.lines.end(), "#pragma once") != file.lines.end();
    EXPECT_TRUE(once) << file.path << ": #pragma once";
  }
}

TEST(files, names_of_files_are_snake_case) {
  for (const source_file& file : source_tree()) {
    if (!file.is_cpp()) continue;
    const bool plain = std::none_of(file.path.begin(), file.path.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    EXPECT_TRUE(plain) << file.path;
  }
}

TEST(files, nothing_is_left_for_later) {
  const std::vector<std::string> marks{
      "TO"
      "DO",
      "FIX"
      "ME",
      "XX"
      "X",
      "HA"
      "CK"};
  for (const source_file& file : source_tree()) {
    if (!is_written_code(file) && !file.path.ends_with(".proto")) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      for (const std::string& mark : marks) {
        EXPECT_FALSE(has_word(file.lines[i], mark)) << file.path << ":" << i + 1 << ": do it, or open an issue";
      }
    }
  }
}

// A registry is named by whoever installs, not by us: lock files are written without addresses. Paths of one
// person's machine and words about how a text came to be have no place here either.
TEST(files, nothing_names_a_registry_or_somebody_s_machine) {
  const std::vector<std::string> words{
      "registry.np"
      "mjs",
      "registry.ya"
      "rnpkg",
      "artifac"
      "tory",
      "/wo"
      "rk/",
      "ste"
      "ering",
      "farm-"
      "bench",
      "farm-"
      "studio",
      "suba"
      "gent"};
  for (const source_file& file : source_tree()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string line = lower(file.lines[i]);
      for (const std::string& word : words) {
        EXPECT_FALSE(has_word(line, word)) << file.path << ":" << i + 1 << ": " << word;
      }
    }
  }
}

TEST(files, lines_end_without_carriage_returns) {
  for (const source_file& file : source_tree()) {
    if (!is_written_code(file)) continue;
    for (const std::string& line : file.lines) EXPECT_FALSE(line.ends_with('\r')) << file.path;
  }
}

}  // namespace
}  // namespace nightlight::tidy
