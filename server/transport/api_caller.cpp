#include "transport/api_caller.hpp"

namespace nightlight::transport {
namespace {

using accounts::denial_code;

constexpr std::string_view cookie_attributes = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";

rpc_code code_of(denial_code code) {
  switch (code) {
    case denial_code::by_rule: return rpc_code::failed_precondition;
    case denial_code::invitation_unknown: return rpc_code::not_found;
    case denial_code::invitation_spent: return rpc_code::failed_precondition;
    case denial_code::invitation_expired: return rpc_code::failed_precondition;
    case denial_code::guidelines_changed: return rpc_code::failed_precondition;
    case denial_code::wrong_name_or_password: return rpc_code::unauthenticated;
    case denial_code::second_factor_needed: return rpc_code::unauthenticated;
    case denial_code::too_busy: return rpc_code::unavailable;
    case denial_code::too_often: return rpc_code::resource_exhausted;
    case denial_code::not_signed_in: return rpc_code::unauthenticated;
    case denial_code::staff_only: return rpc_code::permission_denied;
    case denial_code::room_unknown: return rpc_code::not_found;
    case denial_code::title_not_allowed: return rpc_code::invalid_argument;
    case denial_code::language_unknown: return rpc_code::invalid_argument;
    case denial_code::number_out_of_range: return rpc_code::invalid_argument;
    case denial_code::profile_unknown: return rpc_code::invalid_argument;
    case denial_code::ban_unknown: return rpc_code::not_found;
    case denial_code::admins_only: return rpc_code::permission_denied;
    case denial_code::account_unknown: return rpc_code::not_found;
    case denial_code::account_name_not_allowed: return rpc_code::invalid_argument;
    case denial_code::account_name_taken: return rpc_code::already_exists;
    case denial_code::role_unknown: return rpc_code::invalid_argument;
    case denial_code::last_admin: return rpc_code::failed_precondition;
    case denial_code::banned: return rpc_code::permission_denied;
    case denial_code::store_unavailable: return rpc_code::unavailable;
  }
  return rpc_code::internal;
}

}  // namespace

std::optional<accounts::token> bearer_of(const http_request& request) {
  constexpr std::string_view scheme = "Bearer ";
  const std::string_view value = request.field("authorization");
  if (!value.starts_with(scheme)) return std::nullopt;
  return accounts::token::from_bearer(value.substr(scheme.size()));
}

std::optional<accounts::token> shown_token(const http_request& request) {
  if (request.has("authorization")) return bearer_of(request);
  accounts::token t{accounts::secret{std::string(request.field(page_half_field))},
                    accounts::secret{std::string(cookie(request, cookie_name))}};
  const bool whole = t.page_half.has_bytes(accounts::half_bytes) && t.cookie_half.has_bytes(accounts::half_bytes);
  return whole ? std::optional(std::move(t)) : std::nullopt;
}

std::optional<rpc_error> check_page(const http_request& request, const site& ours) {
  if (bearer_of(request) || ours.from_own_page(request)) return std::nullopt;
  return rpc_error{rpc_code::permission_denied, "origin_not_allowed", "This page may not use this server.", {}};
}

async::task<rpc_result<accounts::signed_in>> async_caller(accounts::sessions& sessions, rpc_call& call) {
  std::optional<accounts::token> shown = shown_token(call.request);
  if (!shown) co_return rpc_error_of(denial_code::not_signed_in, call.language);
  accounts::answer<accounts::signed_in> in = co_await sessions.async_prove(call.ex, std::move(*shown));
  if (!in) co_return rpc_error_of(in.error(), call.language);
  co_return std::move(*in);
}

async::task<rpc_result<rooms::principal>> async_admin(accounts::sessions& sessions, rpc_call& call) {
  rpc_result<accounts::signed_in> caller = co_await async_caller(sessions, call);
  if (!caller) co_return caller.error();
  if (caller->who.role != domain::role::admin) co_return rpc_error_of(denial_code::admins_only, call.language);
  co_return std::move(caller->who);
}

rpc_error rpc_error_of(const accounts::denial& d, std::string_view language) {
  return {code_of(d.code), std::string(name_of(d)), words_of(d, language), d.retry_after};
}

accounts::secret shown_device(const http_request& request) {
  accounts::secret device{std::string(cookie(request, device_cookie_name))};
  return device.has_bytes(accounts::device_bytes) ? std::move(device) : accounts::secret{};
}

namespace {

http_field set_cookie(std::string_view name, const accounts::secret& value, seconds length) {
  std::string text(name);
  text.append("=").append(value.reveal()).append(cookie_attributes).append(std::to_string(length.count()));
  return {"Set-Cookie", std::move(text)};
}

}  // namespace

http_field keep_cookie(const accounts::secret& cookie_half, seconds length) {
  return set_cookie(cookie_name, cookie_half, length);
}

http_field keep_device(const accounts::secret& device) { return set_cookie(device_cookie_name, device, device_kept); }

http_field drop_cookie() { return set_cookie(cookie_name, {}, seconds{0}); }

http_field drop_device() { return set_cookie(device_cookie_name, {}, seconds{0}); }

std::string hand_out(const accounts::opened_session& opened, api::v1::Keeping keeping, rpc_call& call) {
  if (keeping == api::v1::KEEPING_BEARER) return std::string(opened.token.bearer().reveal());
  const auto length = std::chrono::duration_cast<seconds>(opened.row.expires_at - opened.row.created_at);
  call.answer_fields.push_back(keep_cookie(opened.token.cookie_half, length));
  return std::string(opened.token.page_half.reveal());
}

}  // namespace nightlight::transport
