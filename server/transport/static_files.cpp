#include "transport/static_files.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

namespace nightlight::transport {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view packed_ending = ".gz";
constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
constexpr std::string_view ask_each_time = "no-cache";
constexpr std::size_t etag_bytes = 16;

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".wasm", "application/wasm"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::string_view type_of(std::string_view name) {
  for (const auto& [ending, type] : types) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

std::string etag_of(std::string_view bytes) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  std::string tag = "\"";
  for (std::size_t i = 0; i < etag_bytes; ++i) tag.append({hex[digest[i] >> 4U], hex[digest[i] & 0xfU]});
  return tag + '"';
}

std::optional<std::string> read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return in.bad() ? std::nullopt : std::optional(std::move(bytes));
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Calls `with` for each trimmed item of a comma-separated list until it says true.
template <class With>
bool any_item(std::string_view list, With with) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    if (with(trimmed(list.substr(0, end)))) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool takes_gzip(std::string_view accepts) {
  return any_item(accepts, [](std::string_view item) {
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    if (trimmed(item.substr(0, semicolon)) != "gzip") return false;
    const std::string_view weight = trimmed(item.substr(std::min(semicolon + 1, item.size())));
    return !weight.starts_with("q=0") || weight.find_first_of("123456789") != weight.npos;
  });
}

// Weak comparison, as RFC 9110 section 13.1.2 asks for If-None-Match.
bool is_known(std::string_view known, std::string_view etag) {
  return any_item(known, [&](std::string_view item) {
    if (item.starts_with("W/")) item.remove_prefix(2);
    return item == etag || item == "*";
  });
}

}  // namespace

result<static_files> static_files::load(const std::string& folder) {
  static_files loaded;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (!at->is_regular_file(error) || at->is_symlink(error)) continue;
    auto bytes = read_whole(at->path());
    if (!bytes) return failure::not_found;
    std::string name = '/' + at->path().lexically_relative(folder).generic_string();
    const bool packed = name.ends_with(packed_ending);
    if (packed) name.resize(name.size() - packed_ending.size());
    file& f = loaded.files_[name];
    variant& v = packed ? f.packed : f.plain;
    v.etag = etag_of(*bytes);
    v.bytes = std::make_shared<const std::string>(std::move(*bytes));
    f.type = type_of(name);
    f.caching = name.starts_with("/assets/") ? for_ever : ask_each_time;
  }
  if (error) return failure::not_found;
  // A packed file without its plain form is a file of its own that nobody asked for.
  std::erase_if(loaded.files_, [](const auto& entry) { return !entry.second.plain.bytes; });
  return loaded;
}

http_response static_files::answer(const http_request& request) const {
  const file& f = files_.find(name_of(request.path))->second;
  const bool packed = f.packed.bytes && takes_gzip(request.field("accept-encoding"));
  const variant& v = packed ? f.packed : f.plain;
  http_response response;
  response.fields.push_back({"Cache-Control", std::string(f.caching)});
  response.fields.push_back({"ETag", v.etag});
  if (f.packed.bytes) response.fields.push_back({"Vary", "Accept-Encoding"});
  if (is_known(request.field("if-none-match"), v.etag)) {
    response.status = 304;
    return response;
  }
  response.fields.push_back({"Content-Type", std::string(f.type)});
  if (packed) response.fields.push_back({"Content-Encoding", "gzip"});
  response.shared_body = v.bytes;
  return response;
}

}  // namespace nightlight::transport
