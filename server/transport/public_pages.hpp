// Pages that anybody may read and that are made as they are asked for: nothing here is known to the routes but their
// paths.
#pragma once

#include <functional>
#include <string_view>

#include "async/awaitable.hpp"
#include "transport/http_message.hpp"

namespace nightlight::transport {

struct public_pages {
  // Both may be empty: then there are none. `answer` is asked for GET and HEAD of a path that has() is true for.
  std::function<bool(std::string_view path)> has;
  std::function<async::task<http_response>(async::executor ex, const http_request& request)> answer;
};

}  // namespace nightlight::transport
