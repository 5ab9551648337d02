// Who may turn a request into a conversation: a page of ours with a known cookie, or a program with its token, in one
// of the two subprotocols. What is found out here goes with the connection until hello.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "accounts/sessions.hpp"
#include "async/awaitable.hpp"
#include "rooms/frame.hpp"
#include "transport/http_message.hpp"
#include "transport/origin.hpp"

namespace nightlight::transport {

inline constexpr std::string_view subprotocol_binary = "nightlight.v1";
inline constexpr std::string_view subprotocol_json = "nightlight.v1.json";

// A session that was found by half of its token, or by all of it.
struct upgrade_ticket {
  accounts::sessions::watched_session session;
  accounts::secret cookie_half;
  std::optional<accounts::secret> page_half;  // of a bearer
  rooms::payload_kind kind = rooms::payload_kind::binary;
  std::string address_prefix{};  // hers, as limits count it

  // Who it is, once hello shows the page half (which a bearer has shown already); nothing when it is not hers.
  std::optional<accounts::signed_in> prove(std::string_view shown_page_half, instant now) const;
};

// The subprotocol to speak, the client's first choice that we know.
std::optional<std::string_view> choose_subprotocol(const http_request& request);

// For a request that the reader marked as an upgrade. The ticket, or the refusal that is answered before closing: 404,
// 400, 403 and 401 in this order, 503 without the store.
async::task<std::variant<upgrade_ticket, http_response>> async_admit_upgrade(async::executor ex,
                                                                             const http_request& request,
                                                                             const site& ours,
                                                                             accounts::sessions& sessions);

}  // namespace nightlight::transport
