// Pages that anybody may read and that are made as they are asked for: nothing here is known to the routes but their
// paths.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "async/awaitable.hpp"
#include "transport/http_message.hpp"

namespace nightlight::transport {

struct public_pages {
  // All may be empty: then there are none. `answer` is asked for GET and HEAD of a path that has() is true for, and for
  // POST where takes_post() is true too.
  std::function<bool(std::string_view path)> has;
  std::function<async::task<http_response>(async::executor ex, const http_request& request)> answer;
  std::function<bool(std::string_view path)> takes_post{};
};

// Those of the first that has the path.
public_pages together(std::vector<public_pages> all);

}  // namespace nightlight::transport
