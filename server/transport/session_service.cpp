#include "transport/session_service.hpp"

#include <utility>

#include "accounts/staff.hpp"
#include "async/port_call.hpp"
#include "transport/api_caller.hpp"

namespace nightlight::transport {
namespace {

using accounts::denial_code;

constexpr std::string_view service = "/nightlight.api.v1.SessionService/";

wire::v1::Role wire_role(domain::role role) { return static_cast<wire::v1::Role>(role); }

// The words she asked for, and the ones refusals reach her in from here on.
void choose_language(rpc_call& call, const std::string& wanted) {
  if (!wanted.empty()) call.language = accounts::spoken_language(wanted);
}

rpc_error refused(const accounts::denial& d, const rpc_call& call) { return rpc_error_of(d, call.language); }

// A link that opens nothing any more still says who came by it.
bool is_used_up(const accounts::denial& d) {
  return d.code == denial_code::invitation_spent || d.code == denial_code::invitation_expired;
}

std::optional<rpc_error> too_often(admission& counted, std::string_view source, const rpc_call& call) {
  const auto wait = counted.ask(source, async::clock::now());
  if (!wait) return std::nullopt;
  return refused({denial_code::too_often, *wait}, call);
}

}  // namespace

session_service::session_service(accounts::entry& door, accounts::sign_in& staff_door, accounts::sessions& sessions,
                                 rooms_front rooms, std::string organisation, session_rates rates)
    : door_(door),
      staff_door_(staff_door),
      sessions_(sessions),
      rooms_(std::move(rooms)),
      organisation_(std::move(organisation)),
      looks_(rates.looks_per_prefix),
      entries_(rates.entries_per_prefix),
      appeals_(rates.appeals_per_prefix),
      sign_ins_(rates.sign_ins_per_prefix),
      sign_ins_by_name_(rates.sign_ins_per_name),
      sign_ins_by_both_(rates.sign_ins_per_name_and_prefix) {}

void session_service::add_to(rpc_table& table) {
  using namespace api::v1;
  const std::string s(service);
  table.add<LookRequest, LookResponse>(s + "Look", [this](auto r, auto& c) { return look(std::move(r), c); });
  table.add<EnterRequest, EnterResponse>(s + "Enter", [this](auto r, auto& c) { return enter(std::move(r), c); });
  table.add<AppealRequest, AppealResponse>(s + "Appeal", [this](auto r, auto& c) { return appeal(std::move(r), c); });
  table.add<SignInRequest, SignInResponse>(s + "SignIn", [this](auto r, auto& c) { return sign_in(std::move(r), c); });
  table.add<CurrentRequest, CurrentResponse>(s + "Current",
                                             [this](auto r, auto& c) { return current(std::move(r), c); });
  table.add<SignOutRequest, SignOutResponse>(s + "SignOut",
                                             [this](auto r, auto& c) { return sign_out(std::move(r), c); });
}

session_service::reply<api::v1::LookResponse> session_service::look(api::v1::LookRequest request, rpc_call& call) {
  choose_language(call, request.language());
  if (auto wait = too_often(looks_, address_prefix(call.client.address), call)) co_return std::move(*wait);
  accounts::secret shown{request.invitation()};
  accounts::answer<accounts::invitation_view> view = co_await door_.async_look(call.ex, std::move(shown));
  if (!view) co_return refused(view.error(), call);
  api::v1::LookResponse response;
  response.set_organisation(organisation_);
  response.set_room_title(view->room.title);
  response.set_suggested_name(view->suggested_name);
  response.set_role(wire_role(view->role));
  const accounts::guidelines& rules = door_.guidelines_in(call.language);
  response.mutable_guidelines()->set_version(rules.version);
  for (const std::string& item : rules.items) response.mutable_guidelines()->add_items(item);
  co_return response;
}

// What the room itself says about newcomers, asked before anything is spent.
session_service::reply<std::monostate> session_service::may_come_in(const accounts::invitation_view& view,
                                                                    rpc_call& call) {
  if (domain::is_staff(view.role)) co_return std::monostate{};
  auto ask = [&](auto done) { rooms_.status({view.room.id}, std::move(done)); };
  const auto status = co_await async::async_port_call<accounts::answer<std::vector<room_status>>>(call.ex, ask);
  if (!status) co_return refused(status.error(), call);
  const room_status& room = status->at(0);
  if (room.phase == wire::v1::PHASE_CLOSED) co_return refused(domain::refusal_code::room_closed, call);
  // Somebody the link brings back may have a place there: the room itself knows.
  const bool newcomer = !view.for_somebody;
  if (newcomer && room.invitations_closed) co_return refused(domain::refusal_code::invitations_closed, call);
  co_return std::monostate{};
}

session_service::reply<api::v1::EnterResponse> session_service::enter(api::v1::EnterRequest request, rpc_call& call) {
  choose_language(call, request.language());
  if (auto wait = too_often(entries_, address_prefix(call.client.address), call)) co_return std::move(*wait);
  accounts::secret shown{request.invitation()};
  accounts::answer<accounts::invitation_view> view = co_await door_.async_look(call.ex, shown);
  if (!view && !is_used_up(view.error())) co_return refused(view.error(), call);
  if (view) {
    rpc_result<std::monostate> open = co_await may_come_in(*view, call);
    if (!open) co_return open.error();
  }
  const bool page = request.keeping() != api::v1::KEEPING_BEARER;
  accounts::secret device = shown_device(call.request);
  if (page && device.empty()) device = accounts::secret::random(accounts::device_bytes);
  accounts::entry_request wanted{std::move(shown), request.name(), request.guidelines_version(), call.language, device};
  accounts::answer<accounts::entered> in = co_await door_.async_enter(call.ex, std::move(wanted));
  if (!in) co_return refused(in.error(), call);
  api::v1::EnterResponse response;
  response.set_token(hand_out(in->session, request.keeping(), call));
  if (page && !domain::is_staff(in->who.role)) call.answer_fields.push_back(keep_device(device));
  response.set_name(std::string(in->who.name.reveal()));
  response.set_role(wire_role(in->who.role));
  response.set_room(in->room.value);
  co_return response;
}

session_service::reply<api::v1::AppealResponse> session_service::appeal(api::v1::AppealRequest request,
                                                                        rpc_call& call) {
  choose_language(call, request.language());
  if (auto wait = too_often(appeals_, address_prefix(call.client.address), call)) co_return std::move(*wait);
  accounts::secret shown{request.invitation()};
  accounts::secret device = shown_device(call.request);
  accounts::answer<accounts::kept_out> out =
      co_await door_.async_kept_out(call.ex, std::move(shown), std::move(device));
  if (!out) co_return refused(out.error(), call);
  domain::note_appeal words{private_text{std::move(*request.mutable_text())}, std::move(out->marks)};
  auto tell = [&](auto done) { rooms_.appeal(out->room, std::move(words), std::move(done)); };
  const auto told = co_await async::async_port_call<accounts::answer<std::monostate>>(call.ex, tell);
  if (!told) co_return refused(told.error(), call);
  co_return api::v1::AppealResponse{};
}

session_service::reply<api::v1::SignInResponse> session_service::sign_in(api::v1::SignInRequest request,
                                                                         rpc_call& call) {
  const std::string prefix = address_prefix(call.client.address);
  const std::string name = accounts::staff_name_key(request.name());
  if (auto wait = too_often(sign_ins_, prefix, call)) co_return std::move(*wait);
  if (auto wait = too_often(sign_ins_by_both_, prefix + '/' + name, call)) co_return std::move(*wait);
  if (auto wait = too_often(sign_ins_by_name_, name, call)) co_return std::move(*wait);
  accounts::sign_in_request wanted{request.name(), private_text{request.password()}, call.language};
  accounts::answer<accounts::staff_signed_in> in = co_await staff_door_.async_sign_in(call.ex, std::move(wanted));
  if (!in) co_return refused(in.error(), call);
  api::v1::SignInResponse response;
  response.set_token(hand_out(in->session, request.keeping(), call));
  response.set_name(std::string(in->who.name.reveal()));
  response.set_role(wire_role(in->who.role));
  co_return response;
}

session_service::reply<api::v1::CurrentResponse> session_service::current(api::v1::CurrentRequest, rpc_call& call) {
  rpc_result<accounts::signed_in> caller = co_await async_caller(sessions_, call);
  if (!caller) co_return caller.error();
  api::v1::CurrentResponse response;
  response.set_name(std::string(caller->who.name.reveal()));
  response.set_role(wire_role(caller->who.role));
  co_return response;
}

session_service::reply<api::v1::SignOutResponse> session_service::sign_out(api::v1::SignOutRequest request,
                                                                           rpc_call& call) {
  call.answer_fields.push_back(drop_cookie());
  if (request.forget_device()) call.answer_fields.push_back(drop_device());
  rpc_result<accounts::signed_in> caller = co_await async_caller(sessions_, call);
  // Somebody whose session is over already has what she asked for.
  if (!caller && caller.error().code == rpc_code::unauthenticated) co_return api::v1::SignOutResponse{};
  if (!caller) co_return caller.error();
  const auto ended = co_await sessions_.async_end(call.ex, caller->cookie_half_hash);
  if (!ended) co_return refused(ended.error(), call);
  co_return api::v1::SignOutResponse{};
}

}  // namespace nightlight::transport
