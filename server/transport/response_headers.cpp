#include "transport/response_headers.hpp"

#include <algorithm>
#include <array>

namespace nightlight::transport {
namespace {

constexpr std::array<std::array<const char*, 2>, 7> protective{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
     "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy",
     "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
     "payment=(), usb=(), browsing-topics=()"},
    {"X-Frame-Options", "DENY"},  // for browsers older than frame-ancestors
}};

constexpr const char* two_years = "max-age=63072000";

}  // namespace

void add_protective_fields(http_response& response, bool secure) {
  for (const auto& [name, value] : protective) response.fields.push_back({name, value});
  if (secure) response.fields.push_back({"Strict-Transport-Security", two_years});
  const auto caching = std::find_if(response.fields.begin(), response.fields.end(),
                                    [](const http_field& f) { return f.name == "Cache-Control"; });
  if (caching == response.fields.end()) response.fields.push_back({"Cache-Control", "no-store"});
}

}  // namespace nightlight::transport
