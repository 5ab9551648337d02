#include "transport/routes.hpp"

#include <span>
#include <utility>

#include "accounts/guidelines.hpp"
#include "transport/api_caller.hpp"
#include "transport/response_headers.hpp"

namespace nightlight::transport {
namespace {

http_response method_not_allowed(std::string_view allowed) {
  http_response response = plain_response(405, "This address does not take that method.");
  response.fields.push_back({"Allow", std::string(allowed)});
  return response;
}

bool is_reading(const http_request& request) { return request.method == "GET" || request.method == "HEAD"; }

http_response upgrade_required() {
  http_response response = plain_response(426, "The conversation is a WebSocket.");
  response.fields.push_back({"Upgrade", "websocket"});
  response.close = true;
  return response;
}

}  // namespace

async::task<http_response> routes::async_answer(async::executor ex, const http_request& request,
                                                came_from client) const {
  http_response response;
  if (rpc_table::is_method_path(request.path)) {
    response = co_await async_call_api(ex, request, client);
  } else if (is_page_request(request)) {
    response = co_await pages_.answer(ex, request);
  } else {
    response = read(request);
  }
  std::span<const std::string> framed_by;
  if (request.path == embed_path) framed_by = ours_.framed_by();
  add_protective_fields(response, client.secure, framed_by);
  co_return response;
}

bool routes::is_page_request(const http_request& request) const {
  if (!pages_.has || !pages_.has(request.path)) return false;
  return is_reading(request) || (request.method == "POST" && pages_.takes_post && pages_.takes_post(request.path));
}

async::task<http_response> routes::async_call_api(async::executor ex, const http_request& request,
                                                  came_from client) const {
  if (request.method != "POST") co_return method_not_allowed("POST");
  if (const auto foreign = check_page(request, ours_)) co_return rpc_error_response(*foreign);
  rpc_call call{ex, request, std::move(client), accounts::spoken_language(request.field("accept-language")), {}};
  co_return co_await api_.async_answer(call);
}

http_response routes::read(const http_request& request) const {
  const bool reads = is_reading(request);
  if (request.path == chat_path) return reads ? upgrade_required() : method_not_allowed("GET");
  const bool livez = request.path == "/livez";
  const bool readyz = request.path == "/readyz";
  const bool made = pages_.has && pages_.has(request.path);
  if (!livez && !readyz && !made && !files_.has(request.path)) return plain_response(404, "There is nothing here.");
  if (!reads) return method_not_allowed("GET, HEAD");
  if (livez) return plain_response(200, "alive");
  if (readyz) return ready_() ? plain_response(200, "ready") : plain_response(503, "The store is not available.");
  return files_.answer(request);
}

}  // namespace nightlight::transport
