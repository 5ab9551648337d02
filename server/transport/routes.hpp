// Which path does what: the API, the pages anybody may read, the client's files, and the two questions of whoever
// watches over the process.
#pragma once

#include <functional>

#include "async/awaitable.hpp"
#include "transport/client_address.hpp"
#include "transport/connect_rpc.hpp"
#include "transport/http_message.hpp"
#include "transport/origin.hpp"
#include "transport/public_pages.hpp"
#include "transport/static_files.hpp"

namespace nightlight::transport {

inline constexpr std::string_view chat_path = "/chat";

class routes {
 public:
  // All of them outlive it. `ready` may be called on any shard; it says whether words can be kept just now.
  routes(const site& ours, const static_files& files, const rpc_table& api, std::function<bool()> ready,
         public_pages pages = {})
      : ours_(ours), files_(files), api_(api), ready_(std::move(ready)), pages_(std::move(pages)) {}

  // The answer to anything but an upgrade, protective fields included. A HEAD gets what a GET would; leaving the body
  // out is the writer's business.
  async::task<http_response> async_answer(async::executor ex, const http_request& request, came_from client) const;

 private:
  async::task<http_response> async_call_api(async::executor ex, const http_request& request, came_from client) const;
  bool is_page_request(const http_request& request) const;
  http_response read(const http_request& request) const;

  const site& ours_;
  const static_files& files_;
  const rpc_table& api_;
  const std::function<bool()> ready_;
  const public_pages pages_;
};

}  // namespace nightlight::transport
