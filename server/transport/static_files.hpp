// The client's files, read into memory once at start-up: nothing outside the folder can ever be asked for, and every
// answer is made of parts that are known beforehand. Files made by the build with a ".gz" beside them are sent packed
// to whoever takes that.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "transport/http_message.hpp"

namespace nightlight::transport {

// The schedule for other people's pages. The only page that may be shown inside one, and only by this address.
inline constexpr std::string_view embed_path = "/embed";

class static_files {
 public:
  static_files() = default;

  // Regular files below `folder`; links are not followed. failure::not_found when there is no such folder or a file
  // cannot be read.
  static result<static_files> load(const std::string& folder);

  // True when a GET of that path has an answer.
  bool has(std::string_view path) const { return files_.contains(name_of(path)); }

  // For a path that has() is true for.
  http_response answer(const http_request& request) const;

  std::size_t count() const { return files_.size(); }

 private:
  struct variant {
    std::shared_ptr<const std::string> bytes;
    std::string etag;  // strong, of the bytes
  };
  struct file {
    variant plain;
    variant packed;  // without bytes when the build made none
    std::string_view type;
    std::string_view caching;
  };

  static std::string_view name_of(std::string_view path) {
    if (path == "/") return "/index.html";
    return path == embed_path ? "/embed.html" : path;
  }

  std::map<std::string, file, std::less<>> files_;  // by path, "/index.html"
};

}  // namespace nightlight::transport
