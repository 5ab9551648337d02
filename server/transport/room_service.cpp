#include "transport/room_service.hpp"

#include <utility>

#include "async/port_call.hpp"
#include "transport/api_caller.hpp"

namespace nightlight::transport {
namespace {

using accounts::denial_code;

constexpr std::string_view service = "/nightlight.api.v1.RoomService/";
constexpr std::uint32_t retention_hours_default = 24;

rpc_error refused(const accounts::denial& d, const rpc_call& call) { return rpc_error_of(d, call.language); }

api::v1::Room wire_room(const room_row& row, const room_status& status) {
  api::v1::Room room;
  room.set_id(row.id.value);
  room.set_title(row.title);
  room.set_language(row.language);
  room.set_phase(status.phase);
  room.set_opened_at_ms(to_unix_ms(status.opened_at));
  room.set_retention_hours(row.retention_hours);
  return room;
}

}  // namespace

void room_service::add_to(rpc_table& table) {
  using namespace api::v1;
  const std::string s(service);
  table.add<ListRequest, ListResponse>(s + "List", [this](auto r, auto& c) { return list(std::move(r), c); });
  table.add<CreateRequest, CreateResponse>(s + "Create", [this](auto r, auto& c) { return create(std::move(r), c); });
  table.add<OpenRequest, OpenResponse>(s + "Open", [this](auto r, auto& c) { return open(std::move(r), c); });
  table.add<CloseRequest, CloseResponse>(s + "Close", [this](auto r, auto& c) { return close(std::move(r), c); });
}

room_service::reply<api::v1::ListResponse> room_service::list(api::v1::ListRequest, rpc_call& call) {
  rpc_result<accounts::signed_in> caller = co_await async_caller(sessions_, call);
  if (!caller) co_return caller.error();
  // A member without a room sees none: an empty id would list them all.
  if (!domain::is_staff(caller->who.role) && !caller->who.room) co_return api::v1::ListResponse{};
  accounts::answer<std::vector<room_row>> rows = co_await book_.async_list(call.ex, caller->who.room);
  if (!rows) co_return refused(rows.error(), call);
  std::vector<room_id> ids;
  for (const room_row& row : *rows) ids.push_back(row.id);
  auto ask = [&](auto done) { rooms_.status(std::move(ids), std::move(done)); };
  const auto status = co_await async::async_port_call<accounts::answer<std::vector<room_status>>>(call.ex, ask);
  if (!status) co_return refused(status.error(), call);
  api::v1::ListResponse response;
  for (std::size_t i = 0; i < rows->size(); ++i) {
    api::v1::Room& room = *response.add_rooms();
    room = wire_room((*rows)[i], status->at(i));
    // What the team did is not for members to see.
    if (!domain::is_staff(caller->who.role)) continue;
    room.set_invitations_closed(status->at(i).invitations_closed);
    room.set_profile((*rows)[i].profile);
  }
  co_return response;
}

room_service::reply<rooms::principal> room_service::staff_caller(rpc_call& call) {
  rpc_result<accounts::signed_in> caller = co_await async_caller(sessions_, call);
  if (!caller) co_return caller.error();
  if (!domain::is_staff(caller->who.role)) co_return refused(denial_code::staff_only, call);
  co_return std::move(caller->who);
}

room_service::reply<api::v1::CreateResponse> room_service::create(api::v1::CreateRequest request, rpc_call& call) {
  rpc_result<rooms::principal> who = co_await staff_caller(call);
  if (!who) co_return who.error();
  accounts::new_room wanted;
  wanted.title = request.title();
  wanted.language = request.language();
  wanted.retention_hours = request.has_retention_hours() ? request.retention_hours() : retention_hours_default;
  wanted.slow_mode_seconds = request.slow_mode_seconds();
  wanted.capacity = request.capacity();
  wanted.late_entry_minutes = request.late_entry_minutes();
  wanted.profile = request.profile();
  accounts::answer<accounts::booked_room> made = co_await book_.async_create(call.ex, std::move(wanted));
  if (!made) co_return refused(made.error(), call);
  api::v1::CreateResponse response;
  *response.mutable_room() = wire_room(made->row, {});
  response.mutable_room()->set_profile(made->row.profile);
  response.set_invitation(std::string(made->invitation.reveal()));
  co_return response;
}

room_service::reply<api::v1::Room> room_service::change_phase(const change& how, room_id id, rpc_call& call) {
  rpc_result<rooms::principal> who = co_await staff_caller(call);
  if (!who) co_return who.error();
  if (!id) co_return refused(denial_code::room_unknown, call);
  accounts::answer<std::vector<room_row>> rows = co_await book_.async_list(call.ex, id);
  if (!rows) co_return refused(rows.error(), call);
  if (rows->empty()) co_return refused(denial_code::room_unknown, call);
  auto ask = [&](auto done) { how(id, std::move(*who), std::move(done)); };
  const auto status = co_await async::async_port_call<accounts::answer<room_status>>(call.ex, ask);
  if (!status) co_return refused(status.error(), call);
  co_return wire_room(rows->front(), *status);
}

room_service::reply<api::v1::OpenResponse> room_service::open(api::v1::OpenRequest request, rpc_call& call) {
  auto changing = change_phase(rooms_.open, room_id{request.room()}, call);
  rpc_result<api::v1::Room> room = co_await std::move(changing);
  if (!room) co_return room.error();
  api::v1::OpenResponse response;
  *response.mutable_room() = std::move(*room);
  co_return response;
}

room_service::reply<api::v1::CloseResponse> room_service::close(api::v1::CloseRequest request, rpc_call& call) {
  auto changing = change_phase(rooms_.close, room_id{request.room()}, call);
  rpc_result<api::v1::Room> room = co_await std::move(changing);
  if (!room) co_return room.error();
  api::v1::CloseResponse response;
  *response.mutable_room() = std::move(*room);
  co_return response;
}

}  // namespace nightlight::transport
