#include "transport/staff_service.hpp"

#include <utility>

#include "calendar/place_names.hpp"
#include "nightlight/api/v1/calendar.pb.h"
#include "transport/api_caller.hpp"
#include "transport/calendar_wire.hpp"
#include "transport/list_page.hpp"

namespace nightlight::transport {
namespace {

using accounts::denial;
using accounts::denial_code;

constexpr std::string_view service = "/nightlight.api.v1.StaffService/";

api::v1::Account wire_account(const accounts::listed_account& a) {
  api::v1::Account out;
  out.set_id(calendar::text_of(a.id));
  out.set_name(a.name);
  out.set_role(static_cast<wire::v1::Role>(a.role));
  out.set_disabled(a.disabled);
  out.set_reachable(a.reachable);
  out.set_on_call(a.on_call);
  return out;
}

// What is no role of the team's becomes a member's, which no account has.
domain::role role_of(wire::v1::Role role) {
  const bool known = wire::v1::Role_IsValid(role) && role != wire::v1::ROLE_UNSPECIFIED;
  return known ? static_cast<domain::role>(role) : domain::role::member;
}

const char* field_of(denial_code code) {
  if (code == denial_code::account_name_not_allowed || code == denial_code::account_name_taken) return "name";
  if (code == denial_code::role_unknown) return "role";
  return nullptr;
}

// With the field it is about, for a form.
rpc_error refused(const denial& why, const std::string& language) {
  rpc_error error = rpc_error_of(why, language);
  const char* const field = field_of(why.code);
  if (field == nullptr) return error;
  api::v1::FieldViolations wrong;
  api::v1::FieldViolation& one = *wrong.add_violations();
  one.set_field(field);
  one.set_code(error.reason);
  one.set_message(error.message);
  error.details.push_back(rpc_detail_of(wrong));
  return error;
}

}  // namespace

void staff_service::add_to(rpc_table& table) {
  using namespace api::v1;
  const std::string s(service);
  table.add<ListStaffRequest, ListStaffResponse>(s + "List", [this](auto r, auto& c) { return list(std::move(r), c); });
  table.add<AddStaffRequest, AddStaffResponse>(s + "Add", [this](auto r, auto& c) { return add(std::move(r), c); });
  table.add<UpdateStaffRequest, UpdateStaffResponse>(s + "Update",
                                                     [this](auto r, auto& c) { return update(std::move(r), c); });
  table.add<ResetPasswordRequest, ResetPasswordResponse>(
      s + "ResetPassword", [this](auto r, auto& c) { return reset_password(std::move(r), c); });
  table.add<EndSessionsRequest, EndSessionsResponse>(s + "EndSessions",
                                                     [this](auto r, auto& c) { return end_sessions(std::move(r), c); });
}

staff_service::reply<api::v1::ListStaffResponse> staff_service::list(api::v1::ListStaffRequest request,
                                                                     rpc_call& call) {
  const rpc_result<rooms::principal> by = co_await async_admin(sessions_, call);
  if (!by) co_return by.error();
  auto listing = book_.async_list(call.ex);
  accounts::answer<std::vector<accounts::listed_account>> all = co_await std::move(listing);
  if (!all) co_return rpc_error_of(all.error(), call.language);
  const auto page = page_in(std::move(*all), request, [](const auto& a) { return calendar::text_of(a.id); });
  if (!page) co_return rpc_error_of(page.error(), call.language);
  api::v1::ListStaffResponse response;
  for (const accounts::listed_account& a : page->rows) *response.add_accounts() = wire_account(a);
  response.set_next_page_token(page->next);
  co_return response;
}

staff_service::reply<api::v1::AddStaffResponse> staff_service::add(api::v1::AddStaffRequest request, rpc_call& call) {
  rpc_result<rooms::principal> by = co_await async_admin(sessions_, call);
  if (!by) co_return by.error();
  auto adding = book_.async_add(call.ex, std::move(*by), request.name(), role_of(request.role()));
  const accounts::answer<accounts::account_with_password> made = co_await std::move(adding);
  if (!made) co_return refused(made.error(), call.language);
  api::v1::AddStaffResponse response;
  *response.mutable_account() = wire_account(made->account);
  response.set_password(std::string(made->password.reveal()));
  co_return response;
}

staff_service::reply<api::v1::UpdateStaffResponse> staff_service::update(api::v1::UpdateStaffRequest request,
                                                                         rpc_call& call) {
  rpc_result<rooms::principal> by = co_await async_admin(sessions_, call);
  if (!by) co_return by.error();
  accounts::account_change change{calendar::person_of(request.id())};
  if (request.has_role()) change.role = role_of(request.role());
  if (request.has_disabled()) change.disabled = request.disabled();
  auto changing = book_.async_change(call.ex, std::move(*by), std::move(change));
  const accounts::answer<accounts::listed_account> changed = co_await std::move(changing);
  if (!changed) co_return refused(changed.error(), call.language);
  api::v1::UpdateStaffResponse response;
  *response.mutable_account() = wire_account(*changed);
  co_return response;
}

staff_service::reply<api::v1::ResetPasswordResponse> staff_service::reset_password(
    api::v1::ResetPasswordRequest request, rpc_call& call) {
  rpc_result<rooms::principal> by = co_await async_admin(sessions_, call);
  if (!by) co_return by.error();
  auto resetting = book_.async_reset_password(call.ex, std::move(*by), calendar::person_of(request.id()));
  const accounts::answer<accounts::account_with_password> made = co_await std::move(resetting);
  if (!made) co_return rpc_error_of(made.error(), call.language);
  api::v1::ResetPasswordResponse response;
  *response.mutable_account() = wire_account(made->account);
  response.set_password(std::string(made->password.reveal()));
  co_return response;
}

staff_service::reply<api::v1::EndSessionsResponse> staff_service::end_sessions(api::v1::EndSessionsRequest request,
                                                                               rpc_call& call) {
  rpc_result<rooms::principal> by = co_await async_admin(sessions_, call);
  if (!by) co_return by.error();
  auto ending = book_.async_end_sessions(call.ex, std::move(*by), calendar::person_of(request.id()));
  const accounts::answer<accounts::listed_account> ended = co_await std::move(ending);
  if (!ended) co_return rpc_error_of(ended.error(), call.language);
  co_return api::v1::EndSessionsResponse{};
}

}  // namespace nightlight::transport
