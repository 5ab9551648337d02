// Who calls an API method, and the words in which a refusal reaches her. A page shows the cookie and the header with
// its own half; a program shows the whole token.
#pragma once

#include <optional>
#include <string>

#include "accounts/ban_marks.hpp"
#include "accounts/sessions.hpp"
#include "accounts/token.hpp"
#include "nightlight/api/v1/session.pb.h"
#include "transport/connect_rpc.hpp"
#include "transport/origin.hpp"

namespace nightlight::transport {

inline constexpr std::string_view cookie_name = "__Host-nightlight";
inline constexpr std::string_view device_cookie_name = "__Host-nightlight-device";
// From each time she comes in: longer than any ban that could follow from it, and no longer than that is useful.
inline constexpr seconds device_kept{60 * 24 * 3600};
inline constexpr std::string_view page_half_field = "nightlight-session";

// The token of an "Authorization: Bearer" field; nothing when there is none or it has another form.
std::optional<accounts::token> bearer_of(const http_request& request);

// Both halves as a request shows them, well formed but not yet known to be anybody's.
std::optional<accounts::token> shown_token(const http_request& request);

// The random token that a browser keeps for bans alone; empty when it has none of ours.
accounts::secret shown_device(const http_request& request);

// A page of somebody else's must not use her cookie or sign her in elsewhere: everything without a bearer has to come
// from a page of ours, or from no page at all.
std::optional<rpc_error> check_page(const http_request& request, const site& ours);

async::task<rpc_result<accounts::signed_in>> async_caller(accounts::sessions& sessions, rpc_call& call);

// The same, of an admin.
async::task<rpc_result<rooms::principal>> async_admin(accounts::sessions& sessions, rpc_call& call);

rpc_error rpc_error_of(const accounts::denial& d, std::string_view language);

// Hands out the token in the way the caller can keep it; returns what belongs in the answer.
std::string hand_out(const accounts::opened_session& opened, api::v1::Keeping keeping, rpc_call& call);

// Set-Cookie that gives, and takes back, the cookie half.
http_field keep_cookie(const accounts::secret& cookie_half, seconds length);
http_field drop_cookie();
http_field keep_device(const accounts::secret& device);
http_field drop_device();

}  // namespace nightlight::transport
