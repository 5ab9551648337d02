// A request as the rest of the server sees it and a response as it is written: plain values, no Beast. What the
// reader let through is already well formed.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"

namespace nightlight::transport {

struct http_field {
  std::string name;  // lower case in a request, as written in a response
  std::string value;
};

struct http_request {
  std::string method;  // as sent: "GET", "POST", …
  std::string path;    // origin form without the query, not percent-decoded
  std::vector<http_field> fields;
  std::string body;
  bool keep_alive = true;
  bool upgrade = false;  // asks to become a WebSocket, and is fit for it

  // The first field of that (lower case) name; empty when there is none.
  std::string_view field(std::string_view name) const;
  bool has(std::string_view name) const;
};

struct http_response {
  unsigned status = 200;
  std::vector<http_field> fields;  // without Content-Length, Connection and Date
  std::string body;
  std::shared_ptr<const std::string> shared_body;  // used instead of `body` when set
  bool close = false;

  std::string_view bytes() const { return shared_body ? std::string_view(*shared_body) : std::string_view(body); }
};

// The value of one cookie in a request; empty when it is absent or named twice (RFC 6265 section 5.4).
std::string_view cookie(const http_request& request, std::string_view name);

// Status line and fields, ending with the empty line. A field that would break the head apart is a bug and stops
// the process.
std::string response_head(const http_response& response, bool keep_alive, instant now);

// A response of one plain sentence.
http_response plain_response(unsigned status, std::string_view words);

std::string_view reason_phrase(unsigned status);

}  // namespace nightlight::transport
