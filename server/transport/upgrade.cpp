#include "transport/upgrade.hpp"

#include <utility>

#include "transport/api_caller.hpp"
#include "transport/routes.hpp"

namespace nightlight::transport {
namespace {

constexpr std::string_view subprotocol_field = "sec-websocket-protocol";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

http_response refusal(unsigned status, std::string_view words) {
  http_response response = plain_response(status, words);
  response.close = true;
  return response;
}

// What can be refused without asking the store.
std::optional<http_response> refuse_at_sight(const http_request& request, const site& ours) {
  if (request.path != chat_path) return refusal(404, "There is no conversation here.");
  if (request.field("sec-websocket-version") != "13" || !request.has("sec-websocket-key")) {
    return refusal(400, "This is not a WebSocket handshake of version 13.");
  }
  if (!choose_subprotocol(request)) return refusal(400, "Ask for the subprotocol nightlight.v1 or nightlight.v1.json.");
  // A page always sends its origin with an upgrade, so its absence means a program, which has a bearer.
  if (!bearer_of(request) && (!request.has("origin") || !ours.from_own_page(request))) {
    return refusal(403, "This page may not use this server.");
  }
  return std::nullopt;
}

}  // namespace

std::optional<accounts::signed_in> upgrade_ticket::prove(std::string_view shown_page_half, instant now) const {
  accounts::secret shown{std::string(shown_page_half)};
  if (shown.empty() && page_half) shown = *page_half;
  return accounts::prove(session.row, {std::move(shown), cookie_half}, now);
}

std::optional<std::string_view> choose_subprotocol(const http_request& request) {
  for (const http_field& f : request.fields) {
    if (f.name != subprotocol_field) continue;
    std::string_view rest = f.value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      const std::string_view item = trimmed(rest.substr(0, end));
      if (item == subprotocol_binary) return subprotocol_binary;
      if (item == subprotocol_json) return subprotocol_json;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return std::nullopt;
}

async::task<std::variant<upgrade_ticket, http_response>> async_admit_upgrade(async::executor ex,
                                                                             const http_request& request,
                                                                             const site& ours,
                                                                             accounts::sessions& sessions) {
  if (auto refused = refuse_at_sight(request, ours)) co_return std::move(*refused);
  upgrade_ticket ticket;
  if (auto bearer = bearer_of(request)) {
    ticket.page_half = std::move(bearer->page_half);
    ticket.cookie_half = std::move(bearer->cookie_half);
  } else {
    ticket.cookie_half = accounts::secret{std::string(cookie(request, cookie_name))};
  }
  auto session = co_await sessions.async_find_and_watch(ex, ticket.cookie_half);
  if (!session) {
    const bool store = session.error().code == accounts::denial_code::store_unavailable;
    co_return refusal(store ? 503 : 401, words_of(session.error(), "en"));
  }
  ticket.session = std::move(*session);
  if (ticket.page_half && !ticket.prove({}, sessions.now())) {
    co_return refusal(401, words_of(accounts::denial_code::not_signed_in, "en"));
  }
  ticket.kind =
      *choose_subprotocol(request) == subprotocol_json ? rooms::payload_kind::text : rooms::payload_kind::binary;
  co_return std::move(ticket);
}

}  // namespace nightlight::transport
