#include "transport/bans_service.hpp"

#include <utility>

#include "async/port_call.hpp"
#include "domain/room/permissions.hpp"
#include "transport/api_caller.hpp"

namespace nightlight::transport {
namespace {

constexpr std::string_view service = "/nightlight.api.v1.RoomService/";

void fill(api::v1::Ban& out, const accounts::listed_ban& ban) {
  out.set_made_in(ban.made_in.value);
  out.set_ban(ban.at.value);
  out.set_until_ms(to_unix_ms(ban.until));
  out.set_at_ms(to_unix_ms(ban.made_at));
  out.set_by(ban.by);
  out.set_title(ban.title);
}

}  // namespace

void bans_service::add_to(rpc_table& table) {
  using namespace api::v1;
  const std::string s(service);
  table.add<ListBansRequest, ListBansResponse>(s + "ListBans",
                                               [this](auto r, auto& c) { return list(std::move(r), c); });
  table.add<LiftBanRequest, LiftBanResponse>(s + "LiftBan", [this](auto r, auto& c) { return lift(std::move(r), c); });
}

bans_service::reply<rooms::principal> bans_service::caller(rpc_call& call) {
  rpc_result<accounts::signed_in> who = co_await async_caller(sessions_, call);
  if (!who) co_return who.error();
  if (!domain::may(who->who.role, domain::ban_member{})) {
    co_return rpc_error_of(accounts::denial_code::staff_only, call.language);
  }
  co_return std::move(who->who);
}

bans_service::reply<api::v1::ListBansResponse> bans_service::list(api::v1::ListBansRequest request, rpc_call& call) {
  rpc_result<rooms::principal> who = co_await caller(call);
  if (!who) co_return who.error();
  auto listing = book_.async_list(call.ex, room_id{request.room()});
  const accounts::answer<std::vector<accounts::listed_ban>> bans = co_await std::move(listing);
  if (!bans) co_return rpc_error_of(bans.error(), call.language);
  api::v1::ListBansResponse response;
  for (const accounts::listed_ban& ban : *bans) fill(*response.add_bans(), ban);
  co_return response;
}

bans_service::reply<api::v1::LiftBanResponse> bans_service::lift(api::v1::LiftBanRequest request, rpc_call& call) {
  rpc_result<rooms::principal> who = co_await caller(call);
  if (!who) co_return who.error();
  const room_id made_in{request.made_in()};
  const position at{request.ban()};
  auto finding = book_.async_find(call.ex, room_id{request.room()}, made_in, at);
  const accounts::answer<std::monostate> there = co_await std::move(finding);
  if (!there) co_return rpc_error_of(there.error(), call.language);
  const domain::note_ban_lifted lifted{at, who->person, who->role};
  auto ask = [&](auto done) { rooms_.lift_ban(made_in, lifted, std::move(done)); };
  const auto done = co_await async::async_port_call<accounts::answer<std::monostate>>(call.ex, ask);
  if (!done) co_return rpc_error_of(done.error(), call.language);
  co_return api::v1::LiftBanResponse{};
}

}  // namespace nightlight::transport
