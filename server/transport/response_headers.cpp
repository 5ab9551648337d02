#include "transport/response_headers.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace nightlight::transport {
namespace {

constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors";

constexpr std::array<std::array<const char*, 2>, 5> protective{{
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy",
     "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
     "payment=(), usb=(), browsing-topics=()"},
}};

constexpr const char* two_years = "max-age=63072000";

// Browsers older than frame-ancestors know no lists: they are told only that nobody may.
void add_framing(http_response& response, std::span<const std::string> framed_by) {
  std::string whole(policy);
  for (const std::string& origin : framed_by) whole += ' ' + origin;
  if (framed_by.empty()) whole += " 'none'";
  response.fields.push_back({"Content-Security-Policy", std::move(whole)});
  if (framed_by.empty()) response.fields.push_back({"X-Frame-Options", "DENY"});
}

}  // namespace

void add_protective_fields(http_response& response, bool secure, std::span<const std::string> framed_by) {
  add_framing(response, framed_by);
  for (const auto& [name, value] : protective) response.fields.push_back({name, value});
  if (secure) response.fields.push_back({"Strict-Transport-Security", two_years});
  const auto caching = std::find_if(response.fields.begin(), response.fields.end(),
                                    [](const http_field& f) { return f.name == "Cache-Control"; });
  if (caching == response.fields.end()) response.fields.push_back({"Cache-Control", "no-store"});
}

}  // namespace nightlight::transport
