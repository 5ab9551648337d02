#include "transport/origin.hpp"

#include <algorithm>
#include <optional>

namespace nightlight::transport {
namespace {

constexpr std::string_view https = "https://";
constexpr std::string_view http = "http://";

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_host_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view(".-:[]").find(c) != std::string_view::npos;
}

std::string_view without_suffix(std::string_view text, std::string_view suffix) {
  if (text.ends_with(suffix)) text.remove_suffix(suffix.size());
  return text;
}

// The host of an origin in its one written form; nothing when it is not one.
std::optional<std::string_view> host_of(std::string_view origin) {
  const bool secure = origin.starts_with(https);
  if (!secure && !origin.starts_with(http)) return std::nullopt;
  const std::string_view host = origin.substr(secure ? https.size() : http.size());
  const bool plain = !host.empty() && std::all_of(host.begin(), host.end(), is_host_char);
  // A browser leaves the default port out, so an origin that names it would never match.
  if (!plain || host.ends_with(secure ? ":443" : ":80") || host.ends_with(':')) return std::nullopt;
  return host;
}

}  // namespace

result<site> site::make(std::vector<std::string> origins, std::vector<std::string> more_hosts,
                        std::vector<std::string> framed_by) {
  site made;
  for (std::string& origin : origins) {
    const auto host = host_of(origin);
    if (!host) return boost::system::errc::make_error_code(boost::system::errc::invalid_argument);
    made.hosts_.emplace_back(*host);
    made.origins_.push_back(std::move(origin));
  }
  for (const std::string& host : more_hosts) made.hosts_.push_back(lower(host));
  if (!std::ranges::all_of(framed_by, [](const std::string& origin) { return host_of(origin).has_value(); })) {
    return boost::system::errc::make_error_code(boost::system::errc::invalid_argument);
  }
  made.framed_by_ = std::move(framed_by);
  return made;
}

bool site::allows_origin(std::string_view origin) const {
  return std::find(origins_.begin(), origins_.end(), origin) != origins_.end();
}

bool site::knows_host(std::string_view host) const {
  const std::string asked = lower(host);
  const auto same = [&](const std::string& known) {
    return known == asked || known == without_suffix(asked, ":443") || known == without_suffix(asked, ":80");
  };
  return std::any_of(hosts_.begin(), hosts_.end(), same);
}

bool site::from_own_page(const http_request& request) const {
  if (request.has("origin")) {
    const auto origins = std::count_if(request.fields.begin(), request.fields.end(),
                                       [](const http_field& f) { return f.name == "origin"; });
    return origins == 1 && allows_origin(request.field("origin"));
  }
  return !request.has("sec-fetch-site") || request.field("sec-fetch-site") == "same-origin";
}

}  // namespace nightlight::transport
