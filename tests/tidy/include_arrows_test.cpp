// Who may include whom. An arrow that is not in the table is a design decision: make it in ARCHITECTURE.md first.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tidy/source_tree.hpp"

namespace nightlight::tidy {
namespace {

using folders = std::vector<std::string_view>;

// Every folder may include itself and base.
const std::map<std::string, folders, std::less<>>& arrows() {
  static const std::map<std::string, folders, std::less<>> table{
      {"base", {}},
      {"async", {"ports"}},
      {"domain", {}},
      {"ports", {"domain"}},
      {"wire", {"domain"}},
      {"sealing", {"ports"}},
      {"audit", {"ports", "sealing", "async"}},
      {"paging", {"domain", "ports", "async", "sealing", "audit"}},
      {"rooms", {"domain", "ports", "wire", "async", "sealing", "audit", "paging"}},
      {"accounts", {"domain", "ports", "wire", "async", "sealing", "rooms"}},
      {"calendar", {"domain", "ports", "wire", "async", "sealing"}},
      {"care", {"domain", "ports", "wire", "async", "sealing", "audit"}},
      {"transport", {"domain", "ports", "rooms", "accounts", "calendar", "care", "wire", "async"}},
      {"adapters/memory", {"ports", "async"}},
      {"adapters/sqlite", {"ports", "async"}},
      {"adapters/system", {"ports", "async"}},
      {"adapters/curl", {"ports", "async"}},
  };
  return table;
}

// Which folders of server/ may use a library, by the beginning of its header's name.
const std::map<std::string, folders, std::less<>>& libraries() {
  static const std::map<std::string, folders, std::less<>> table{
      {"sqlite3.h", {"adapters/sqlite"}},
      {"sodium", {"accounts", "audit", "app"}},
      {"openssl/", {"sealing", "transport", "accounts"}},
      {"unicode/", {"domain"}},
      {"re2/", {"domain"}},
      {"libical/", {"domain"}},
      {"date/", {"domain"}},
      {"toml++/", {"app"}},
      {"CLI/", {"app"}},
      {"google/protobuf/", {"wire", "rooms", "transport", "accounts", "app"}},
      {"nightlight/log/v1/", {"wire", "rooms", "app"}},
      {"nightlight/wire/v1/", {"wire", "rooms", "transport", "accounts", "app"}},
      {"nightlight/api/v1/", {"wire", "accounts", "transport", "app"}},
      {"curl/", {"adapters/curl"}},
      {"boost/asio", {"async", "rooms", "paging", "accounts", "transport", "calendar", "care", "adapters", "app"}},
      {"boost/beast", {"async", "transport"}},
      {"spdlog/",
       {"async", "audit", "rooms", "paging", "accounts", "transport", "calendar", "care", "adapters", "app"}},
  };
  return table;
}

// What would make the domain depend on anything but its arguments.
const folders& impure_headers() {
  static const folders headers{"filesystem", "fstream", "iostream", "thread", "mutex", "random", "ctime", "future"};
  return headers;
}

std::string included(std::string_view line) {
  const std::size_t hash = line.find("#include");
  if (hash == std::string_view::npos) return "";
  const std::size_t open = line.find_first_of("\"<", hash);
  const std::size_t close = open == std::string_view::npos ? open : line.find_first_of("\">", open + 1);
  return close == std::string_view::npos ? "" : std::string(line.substr(open + 1, close - open - 1));
}

// "server/adapters/sqlite/x.cpp" and "adapters/sqlite/x.hpp" both lie in "adapters/sqlite".
std::string layer_of(std::string_view path) {
  if (path.starts_with("server/")) path.remove_prefix(7);
  std::size_t end = path.find('/');
  if (path.starts_with("adapters/")) end = path.find('/', 9);
  return end == std::string_view::npos ? "" : std::string(path.substr(0, end));
}

bool contains(const folders& list, std::string_view layer) {
  return std::find(list.begin(), list.end(), layer) != list.end();
}

bool is_ours(std::string_view header) {
  return layer_of(header) == "app" || arrows().find(layer_of(header)) != arrows().end();
}

template <class Check>
void for_each_include(Check check) {
  for (const source_file& file : source_tree()) {
    if (!file.is_cpp() || !file.path.starts_with("server/")) continue;
    for (std::size_t i = 0; i < file.code.size(); ++i) {
      const std::string header = included(file.code[i]);
      if (!header.empty()) check(layer_of(file.path), header, file.path + ":" + std::to_string(i + 1));
    }
  }
}

TEST(includes, every_folder_of_the_server_has_its_arrows_in_the_table) {
  for (const source_file& file : source_tree()) {
    if (!file.is_cpp() || !file.path.starts_with("server/")) continue;
    const std::string layer = layer_of(file.path);
    EXPECT_TRUE(layer == "app" || arrows().contains(layer)) << file.path << ": add \"" << layer << "\" to the table";
  }
}

TEST(includes, layers_include_only_what_their_arrows_allow) {
  for_each_include([](const std::string& layer, const std::string& header, const std::string& where) {
    const std::string target = layer_of(header);
    if (layer == "app" || !is_ours(header) || target == "base" || target == layer) return;
    const auto row = arrows().find(layer);
    EXPECT_TRUE(row != arrows().end() && contains(row->second, target))
        << where << ": " << layer << " may not include " << header;
  });
}

TEST(includes, a_library_is_used_only_where_it_is_wrapped) {
  for_each_include([](const std::string& layer, const std::string& header, const std::string& where) {
    for (const auto& [prefix, users] : libraries()) {
      if (!header.starts_with(prefix)) continue;
      const bool allowed = contains(users, layer) || contains(users, layer.substr(0, layer.find('/')));
      EXPECT_TRUE(allowed) << where << ": " << layer << " may not use " << header;
    }
  });
}

TEST(includes, the_domain_depends_on_its_arguments_alone) {
  for_each_include([](const std::string& layer, const std::string& header, const std::string& where) {
    const bool impure = layer == "domain" && contains(impure_headers(), header);
    EXPECT_FALSE(impure) << where << ": <" << header << ">";
  });
}

TEST(includes, ours_are_named_from_the_include_root) {
  for_each_include([](const std::string&, const std::string& header, const std::string& where) {
    EXPECT_FALSE(header.starts_with(".")) << where << ": write \"layer/file.hpp\" instead of " << header;
  });
}

TEST(includes, base_stays_small) {
  long headers = std::count_if(source_tree().begin(), source_tree().end(), [](const source_file& f) {
    return f.path.starts_with("server/base/") && f.is_header();
  });
  EXPECT_LT(headers, 7) << "base is vocabulary that knows no chat; is the newest file one?";
}

}  // namespace
}  // namespace nightlight::tidy
