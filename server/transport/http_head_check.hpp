// The strict look at a request's head before any parser reads it. Two readers that disagree about where a request
// ends let one request hide inside another (RFC 9112 section 11.2), so whatever a lenient reader might see
// differently is refused here: bare line feeds, folded lines, spaces around field names, forms of target we do not
// serve, lengths that are said twice.
#pragma once

#include <optional>
#include <string_view>

namespace nightlight::transport {

struct http_problem {
  unsigned status;
  std::string_view words;  // a literal
};

// `head` is everything up to and including the empty line.
std::optional<http_problem> check_head(std::string_view head);

}  // namespace nightlight::transport
